import { useCallback } from 'preact/hooks';
import type { ComparedSide, Comparison, Cut } from '../../shared/wire/cuts.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import type { ServerLink } from '../server-link.ts';
import { nameGroup } from '../text/name-group.ts';
import { nameDatedPeriod, namePeriod } from '../text/name-period.ts';
import { useDetailWords } from '../text/use-detail-words.ts';
import { useFresh } from '../use-fresh.ts';
import { type DetailChoice } from './detail-choice.ts';
import { nameRow } from './name-row.ts';
import { sayComparison } from './say-comparison.ts';

/** What is compared stands still while somebody reads it. */
const EVERY_MS = 300_000;

interface ComparisonPanelProps {
  readonly server: ServerLink;
  readonly choice: DetailChoice;
  readonly factors: Cut['factors'];
  readonly group: string;
  /** Two rows of the cut, or another period. */
  readonly of: { readonly a: string; readonly b: string } | { readonly other: string };
  readonly ended: () => void;
}

/** Two figures side by side, and in one sentence whether they differ. */
export function ComparisonPanel({ server, choice, factors, group, of, ended }: ComparisonPanelProps) {
  const spoken = useDetailWords();
  const { own, words, language } = spoken;
  const { group: _, by, ...usual } = choice;
  const query = new URLSearchParams({ ...usual, group, ...('other' in of ? of : { by, ...of }) }).toString();
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<Comparison>('GET', `/api/v1/comparison?${query}`, undefined, signal),
    [server, query],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const found = fresh.value;
  const nameOf = (side: ComparedSide, at: Comparison) => {
    if (at.by !== 'period') return side.isRest ? own.compare.rest : nameRow(at.by, side, spoken);
    const period = nameDatedPeriod(side.period, language);
    return side.isRest ? own.compare.restOf(namePeriod(side.period.id, language)) : period;
  };
  return (
    <div class="comparison">
      <h3>{nameGroup(group, factors, spoken)}</h3>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {found && (
        <>
          <dl>
            {[found.a, found.b].map((side, i) => (
              <div key={i}>
                <dt>{nameOf(side, found)}</dt>
                <dd>
                  <ScoreText score={side.score} why />
                </dd>
              </div>
            ))}
          </dl>
          <p class={`verdict ${found.outcome ?? 'none'}`} role="status">
            {found.outcome && <span>{nameOf(found.a, found)}: </span>}
            <b>{sayComparison(found, own, language)}</b>
          </p>
          <p class="note">
            {own.compare.how} {found.by === 'channel' ? own.channels : words.limits}
          </p>
        </>
      )}
    </div>
  );
}
