import { useFirstFocus } from '../parts/use-first-focus.ts';
import type { RescueImported } from '../../shared/wire/manage-requests.ts';
import type { Page } from '../read-page.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeCount } from '../text/write-number.ts';
import { PageLink } from '../parts/page-link.tsx';

interface RescueResultProps {
  readonly result: RescueImported;
  readonly name: string;
  readonly go: (page: Page) => void;
  readonly again: () => void;
}

/** What became of a rescue file, in words. */
export function RescueResult({ result, name, go, again }: RescueResultProps) {
  const { manage, language } = useManageWords();
  const { rescue } = manage.held;
  const heading = useFirstFocus<HTMLHeadingElement>();
  const isNothingNew = result.items > 0 && result.dup === result.items;
  const lines = (['stored', 'dup', 'held', 'conflict'] as const).filter((kind) => result[kind] > 0);
  const say = {
    stored: rescue.stored,
    dup: rescue.known,
    held: rescue.held,
    conflict: rescue.conflict,
  };
  return (
    <section class="sheet rescue-result">
      <h2 tabIndex={-1} ref={heading}>
        {rescue.done(name)}
      </h2>
      <div role="status">
        {result.items === 0 && <p>{rescue.empty}</p>}
        {isNothingNew && <p class="notice done">{rescue.nothing}</p>}
        <ul class="plain-list">
          {lines.map((kind) => (
            <li key={kind}>{say[kind](writeCount(result[kind], language))}</li>
          ))}
        </ul>
      </div>
      <p class="act-buttons">
        {result.held + result.conflict > 0 && (
          <PageLink page={{ kind: 'held' }} go={go} look="act-go">
            {rescue.toHeld}
          </PageLink>
        )}
        <button type="button" class="quiet-button" onClick={again}>
          {rescue.another}
        </button>
      </p>
    </section>
  );
}
