import { factorsOf, type Questionnaire } from '../../../shared/questionnaire.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { sayFinding } from './say-finding.ts';

interface DraftChecksProps {
  readonly base: Questionnaire;
  readonly faults: readonly FaultAt[];
  readonly goTo: (at: string) => void;
}

/** What is missing before the draft can be published, each leading to its place; asked anew with each letter. */
export function DraftChecks({ base, faults, goTo }: DraftChecksProps) {
  const { own, say, language } = useQuestionnaireWords();
  const names = new Map([
    ...base.areas.map(({ code, name }) => [code, say(name)] as const),
    ...factorsOf(base).map(({ code, name }) => [code, say(name)] as const),
  ]);
  return (
    <section class="sheet draft-checks">
      <h2>{own.checks.title}</h2>
      {faults.length === 0 ? (
        <p class="all-there">
          <span aria-hidden="true">✓</span> {own.checks.ready}
        </p>
      ) : (
        <>
          <p>{own.checks.left(writeCount(faults.length, language))}</p>
          <ul>
            {faults.map((fault) => {
              const said = sayFinding(fault, own, names);
              return (
                <li key={`${fault.at} ${fault.why}`}>
                  {/^(?:express|draft)$/.test(fault.at) ? (
                    said
                  ) : (
                    <button type="button" class="as-link" onClick={() => goTo(fault.at)}>
                      {said}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
