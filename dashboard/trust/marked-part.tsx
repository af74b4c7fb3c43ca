import type { PointsChange } from '../../shared/compare.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import { FiguresTable } from '../parts/figures-table.tsx';

/** Figures with and without marked forms. */
export function MarkedPart({ trust }: { readonly trust: Trust }) {
  const { own, language } = useTrustWords();
  const { marked } = own;
  const { closed, forms, flagged, pairs } = trust;
  const count = (value: number) => writeCount(value, language);
  return (
    <section class="sheet" id="marked" aria-labelledby="marked-title">
      <h2 id="marked-title">{marked.title}</h2>
      <p class="lead">{marked.lead}</p>
      {closed === null ? (
        <p class="nothing">{own.notClosed}</p>
      ) : (
        <>
          <p class="trust-line">
            <b>
              {forms === null
                ? marked.countsNone
                : flagged === null
                  ? marked.countsFew(count(forms))
                  : marked.counts(count(flagged), count(forms))}
            </b>{' '}
            {own.closed(writeDate(closed.from), writeDate(closed.to))}
          </p>
          <FiguresTable
            caption={marked.title}
            columns={marked.columns}
            rows={pairs.map(({ group, full, without, change }) => ({
              key: group,
              cells: [
                own.groups[group],
                <ScoreText key="full" score={full} />,
                <ScoreText key="without" score={without} />,
                <ChangeText key="change" change={change} />,
              ],
            }))}
          />
          <p class="note">{marked.note}</p>
        </>
      )}
    </section>
  );
}

/** Satisfaction with late dossiers beside that with dossiers on time. */
export function LatePart({ trust }: { readonly trust: Trust }) {
  const { own } = useTrustWords();
  const { late } = own;
  const { closed } = trust;
  const rows = trust.late.filter(
    ({ onTime, late: tardy }) => !('withheld' in onTime) || !('withheld' in tardy),
  );
  return (
    <section class="sheet" aria-labelledby="late-title">
      <h2 id="late-title">{late.title}</h2>
      <p class="lead">{late.lead}</p>
      {closed === null ? (
        <p class="nothing">{own.notClosed}</p>
      ) : rows.length === 0 ? (
        <p class="nothing">{late.none}</p>
      ) : (
        <>
          <p class="trust-line">{own.closed(writeDate(closed.from), writeDate(closed.to))}</p>
          <FiguresTable
            caption={late.title}
            columns={late.columns}
            rows={rows.map(({ group, onTime, late: tardy, change }) => ({
              key: group,
              cells: [
                own.groups[group],
                <ScoreText key="on" score={onTime} />,
                <ScoreText key="late" score={tardy} />,
                <ChangeText key="change" change={change} />,
              ],
            }))}
          />
        </>
      )}
    </section>
  );
}

/** A difference in points with what the test says of it. */
export function ChangeText({ change }: { readonly change: PointsChange | null }) {
  const { own, language } = useTrustWords();
  if (!change) return <span class="score withheld">{own.few}</span>;
  const sign = change.points > 0 ? '+' : change.points < 0 ? '−' : '';
  return (
    <span class={`points ${change.state}`}>
      <b>{own.points(`${sign}${writeDecimal(Math.abs(change.points), language)}`)}</b>{' '}
      <span>{own.change[change.state]}</span>
    </span>
  );
}
