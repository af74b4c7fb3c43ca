import type { FaultAt } from '../../../shared/wire/problem.ts';
import type { TakenIn } from '../../../shared/wire/manage-languages.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { StepHeading } from '../parts/step-heading.tsx';

interface PreviewProps {
  readonly taken: TakenIn;
  readonly busy: boolean;
  readonly write: () => void;
  readonly other: () => void;
}

/** What would come in, what is not known here, and what is still missing then. */
export function PackPreview({ taken, busy, write, other }: PreviewProps) {
  const { own, language } = useLanguagesWords();
  const { take } = own;
  const count = (value: number) => writeCount(value, language);
  const { texts, clips, unknown, missing } = taken;
  const isNew = texts.added + texts.changed + clips.added.length + clips.changed.length > 0;
  const named = [...clips.added, ...clips.changed];
  return (
    <section class="act-panel">
      <StepHeading level="h3">{take.preview(taken.nameVi)}</StepHeading>
      <p>{take.textsAre(count(texts.added), count(texts.changed), count(texts.same))}</p>
      <p>{take.clipsAre(count(clips.added.length), count(clips.changed.length), count(clips.same))}</p>
      {named.length > 0 && <p class="missing-keys">{named.join(', ')}</p>}
      {!isNew && <p>{take.nothing}</p>}
      {unknown.length > 0 && (
        <>
          <p class="hold-on">{take.unknown(count(unknown.length))}</p>
          <p class="missing-keys">{unknown.join(', ')}</p>
        </>
      )}
      <p>{take.stillMissing(count(missing.texts.length), count(missing.clips.length))}</p>
      {taken.losesReview && <p class="hold-on">{take.losesReview}</p>}
      {taken.isDisabled && <p class="hold-on">{take.isDisabled}</p>}
      <p class="act-buttons">
        <button type="button" class="act-go" aria-disabled={busy} onClick={write}>
          {take.write}
        </button>
        <button type="button" class="quiet-button" onClick={other}>
          {take.other}
        </button>
      </p>
    </section>
  );
}

/** Everything that is not right; nothing has come in. */
export function PackFaults({
  faults,
  other,
}: {
  readonly faults: readonly FaultAt[];
  readonly other: () => void;
}) {
  const { own, language } = useLanguagesWords();
  const { take } = own;
  const say = ({ at }: FaultAt): string => {
    const [, kind, key] = /^(texts|clips)\.(.+)$/.exec(at) ?? [];
    if (key) return kind === 'texts' ? take.faults.text(key) : take.faults.clip(key);
    const known: Partial<Record<string, string | ((key: string) => string)>> = take.faults;
    const said = known[at] ?? (at.startsWith('pack') ? take.faults.pack : at);
    return typeof said === 'string' ? said : at;
  };
  return (
    <section class="act-panel">
      <StepHeading level="h3">{take.faulty(writeCount(faults.length, language))}</StepHeading>
      <ul class="pack-faults">
        {faults.map((fault) => (
          <li key={fault.at}>{say(fault)}</li>
        ))}
      </ul>
      <p class="act-buttons">
        <button type="button" class="act-go" onClick={other}>
          {take.other}
        </button>
      </p>
    </section>
  );
}
