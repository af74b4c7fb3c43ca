import { useCallback } from 'preact/hooks';
import { isOpenState, type CaseStep, type OneCase } from '../../../shared/wire/followed-cases.ts';
import type { CaseTag } from '../../../shared/case-tags.ts';
import { isDay } from '../../../shared/period.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useCasesWords } from '../../text/use-cases-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { CaseActs } from './case-acts.tsx';
import { CaseFacts } from './case-facts.tsx';
import type { CasesLink } from './cases-link.ts';
import { MaskByHand } from './mask-by-hand.tsx';

const EVERY_MS = 60_000;

interface OneCasePageProps extends SettingsPageProps {
  readonly id: string;
  readonly link: CasesLink;
}

/** One case: what was said, what can be done, what has happened. */
export function OneCasePage({ id, link, ended, go, moved }: OneCasePageProps) {
  const { cases: words } = useCasesWords();
  const ask = useCallback((signal: AbortSignal) => link.one(id, signal), [link, id]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const one = fresh.value;
  const done = () => sayAfter(fresh.refresh(), words.done);
  return (
    <main id="main" class="manage cases">
      <SettingsHead
        title={one ? words.kinds[one.row.kind] : words.title}
        moved={moved}
        go={go}
        back={{ kind: 'cases', name: words.title }}
      />
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {one && (
        <>
          <article class="sheet case-card">
            {one.row.words !== null && (
              <MaskByHand
                key={one.row.words}
                one={one}
                text={one.row.words}
                mayMask={isOpenState(one.row.state)}
                {...{ link, ended, done }}
                say={(text) => setSaid({ text, isFault: true })}
              />
            )}
            <CaseFacts row={one.row} today={one.today} withoutWords />
          </article>
          <h2 class="unseen">{words.todo}</h2>
          <CaseActs key={one.steps.length} {...{ one, link, ended, done }} />
          <History one={one} />
        </>
      )}
    </main>
  );
}

function History({ one }: { readonly one: OneCase }) {
  const { cases: words } = useCasesWords();
  const sayValue = ({ what, value }: CaseStep) => {
    if (value === null || value === '') return '';
    if (what === 'tags')
      return value
        .split(' ')
        .map((tag) => words.tags[tag as CaseTag])
        .join(', ');
    return isDay(value) ? writeDate(value) : value;
  };
  return (
    <section class="sheet">
      <h2>{words.history}</h2>
      <ol class="case-steps">
        {one.steps.toReversed().map((step, i) => {
          const value = sayValue(step);
          return (
            <li key={one.steps.length - i}>
              <p>
                <b>{value === '' ? words.steps[step.what] : `${words.steps[step.what]}: ${value}`}</b>
                <span>{` ${step.author ?? words.server}, ${writeDate(step.day)}`}</span>
              </p>
              {step.note !== null && <p>{step.note}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
