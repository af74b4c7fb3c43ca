import type { MethodNote, Overview } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeMethod } from '../text/write-method.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import { DataTable } from './data-table.tsx';
import { isOfficial, MethodChoice } from './method-choice.tsx';

interface MethodLineProps {
  readonly overview: Overview;
  /** Another way of computing; undefined = that of the campaign. */
  readonly choose: (method: MethodNote | undefined) => void;
  /** Shows everything that a figure rests on. */
  readonly openPassport: (group: string, name: string) => void;
}

/** The method beside the figures, and one tap below it everything else that is needed to trust or doubt them. */
export function MethodLine({ overview, choose, openPassport }: MethodLineProps) {
  const { words, language, say } = useWords();
  const { headline, method, questionnaire, form } = overview;
  const figures = [
    ['I', words.policy, headline.policy],
    ['II', words.service, headline.service],
    ['all', words.all, headline.all],
    ['overall', words.overallQuestion, headline.overallQuestion],
  ] as const;
  return (
    <section class="method">
      <p>{writeMethod(method, words)}</p>
      {!isOfficial(overview) && (
        <p class="notice warning">
          {words.method.unofficial}{' '}
          <button type="button" class="as-link" onClick={() => choose(undefined)}>
            {words.method.backToOfficial}
          </button>
        </p>
      )}
      <details>
        <summary>{words.method.details}</summary>
        <MethodChoice overview={overview} choose={choose} />
        <ul>
          <li>{words.method.setting}</li>
          <li>{words.method.intervalHow}</li>
          <li>{words.limits}</li>
          <li>{words.target.why}</li>
          {headline.target && <li>{words.target.source(say(headline.target.source))}</li>}
          <li>{words.method.release}</li>
          {overview.valid !== null && overview.partial !== null && (
            <li>
              {words.counts.received(
                writeCount(overview.received, language),
                writeCount(overview.shown, language),
              )}
              .{' '}
              {words.counts.valid(
                writeCount(overview.valid, language),
                writeCount(overview.partial, language),
              )}
              .
            </li>
          )}
          <li>{words.method.form(words.choose[form])}</li>
          <li>{words.method.questionnaire(questionnaire.id, questionnaire.version)}</li>
        </ul>
        <DataTable
          caption={words.method.caption}
          columns={[
            words.method.figure,
            words.method.formsCol,
            words.method.answers,
            words.method.noOpinionCol,
            words.method.nEff,
          ]}
          rows={figures.map(([group, name, score]) => ({
            key: group,
            cells: [
              <button
                type="button"
                class="as-link"
                aria-label={words.method.passport(name)}
                onClick={() => openPassport(group, name)}
              >
                {name}
              </button>,
              ...('withheld' in score
                ? [words.withheld, '–', '–', '–']
                : [
                    writeCount(score.n, language),
                    writeCount(score.answers, language),
                    writeCount(score.noOpinion, language),
                    writeDecimal(score.nEff, language),
                  ]),
            ],
          }))}
        />
      </details>
    </section>
  );
}
