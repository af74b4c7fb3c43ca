import type { ImportedPoint, ImportedResults } from '../../shared/wire/imported-results.ts';
import type { Area } from '../../shared/trend-series.ts';
import { namePeriod } from '../text/name-period.ts';
import { useImportedTrendWords } from '../text/use-imported-trend-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount, writePercent } from '../text/write-number.ts';

/** How imported points are told in words: with their n, without an interval, and marked as what they are. */
export function useImportedSaid() {
  const { imported: own, words, language } = useImportedTrendWords();
  return {
    own,
    name: ({ period, formName }: ImportedPoint) =>
      own.name(namePeriod(period, language), own.formOf(formName)),
    say(point: ImportedPoint, area: Area): string {
      const score = point[area];
      if ('withheld' in score) return score.withheld === 'no-answers' ? '—' : words.withheld;
      const parts = [
        writePercent(score.percent, language),
        ...(point.forms === null ? [] : [own.forms(writeCount(point.forms, language))]),
        own.noInterval,
      ];
      return parts.join(', ');
    },
  };
}

/** What must be known of imported points: how they are drawn, why they have no interval, where they come from. */
export function ImportedNotes({ results }: { readonly results: ImportedResults }) {
  const { imported: own, language } = useImportedTrendWords();
  const { points, breaks } = results;
  if (points.length === 0) return null;
  const nameAt = (at: number) => (points[at] ? namePeriod(points[at].period, language) : '');
  const forms = new Map(points.map((point) => [`${point.version.id} ${point.version.version}`, point]));
  return (
    <>
      <p class="note">{own.note}</p>
      {breaks.map(({ at, policy, service }) => (
        <p class="note" key={at}>
          {own.change(nameAt(at - 1), nameAt(at), policy, service)}
        </p>
      ))}
      <details class="imported-sources">
        <summary>{own.sources}</summary>
        <p>{own.why}</p>
        <ul>
          {[...forms.values()].map(
            ({ now, formName, version }) =>
              now && (
                <li key={`${version.id} ${version.version}`}>
                  {own.now(own.formOf(formName), now.policy, now.service)}
                </li>
              ),
          )}
          {points.map(({ period, file, day, by, reason }) => (
            <li key={period}>
              {own.source(namePeriod(period, language), file, writeDate(day), by)}
              {reason !== null && ` ${own.replaced(reason)}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
