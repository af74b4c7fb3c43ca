import type { Cut, CutFigure, CutRow } from '../../shared/wire/cuts.ts';
import { axisFloor } from '../../shared/axis-floor.ts';
import { ChartOrTable } from '../parts/chart-or-table.tsx';
import { IntervalRuler } from '../parts/interval-ruler.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import { nameGroup } from '../text/name-group.ts';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useDetailWords } from '../text/use-detail-words.ts';
import { writeCount, writePercent } from '../text/write-number.ts';
import { nameRow } from './name-row.ts';
import { orderRows } from './order-rows.ts';

interface CutPanelProps {
  readonly cut: Cut;
  /** Values of the rows that are marked for a comparison. */
  readonly marked: readonly string[];
  readonly mark: (value: string) => void;
  readonly openPassport: (group: string, row: CutRow) => void;
}

/** The rows of a cut with their intervals on one axis, or as a table. */
export function CutPanel({ cut, marked, mark, openPassport }: CutPanelProps) {
  const spoken = useDetailWords();
  const { own, words, language } = spoken;
  const name = (row: CutRow) => nameRow(cut.by, row, spoken);
  const groups = cut.groups.map((group) => nameGroup(group, cut.factors, spoken));
  const { shown, hidden } = orderRows(cut.by, cut.rows);
  const floor = axisFloor(cut.rows.flatMap(({ figures }) => figures.map(({ score }) => score)));
  const isRanked = cut.totals.some(({ ranked }) => ranked > 0);
  const rankOf = ({ rank }: CutFigure, group: number) => {
    const of = writeCount(cut.totals[group]!.ranked, language);
    return rank && own.rank(writeCount(rank.best, language), writeCount(rank.worst, language), of);
  };
  const notes = [
    ...cut.totals.map(({ n, shown, withheld }, i) => {
      const said = writeCount(shown, language);
      return n === null || withheld === null
        ? own.totalsUntold(groups[i]!, said)
        : own.totals(groups[i]!, said, writeCount(withheld, language), writeCount(n, language));
    }),
    ...(isRanked ? [own.rankNote] : []),
    ...(cut.by === 'channel' ? [own.channels] : []),
    ...(cut.by === 'form' ? [own.mixed] : []),
    ...(cut.by === 'version' ? [own.versions] : []),
    ...(cut.received === cut.shown
      ? []
      : [own.received(writeCount(cut.received, language), writeCount(cut.shown, language))]),
    words.greyLegend,
  ];
  const after = (
    <ul class="note cut-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
  const chart = (
    <>
      <ul class={`cut-rows columns-${groups.length}`}>
        {shown.map((row) => (
          <li key={row.value} class="cut-row">
            <h3>
              <label class="mark-row">
                <input
                  type="checkbox"
                  checked={marked.includes(row.value)}
                  aria-label={own.compare.choose(name(row))}
                  onChange={() => mark(row.value)}
                />
                <span>
                  {row.under && <small>{spoken.say(row.under)}</small>}
                  {nameRow(cut.by, { ...row, under: null }, spoken)}
                </span>
              </label>
            </h3>
            {row.figures.map((figure, i) => (
              <div class="cut-figure" key={groups[i]}>
                <p class="cut-figure-name">{groups[i]}</p>
                <p>
                  <ScoreText score={figure.score} why />
                </p>
                {'withheld' in figure.score ? null : (
                  <>
                    <IntervalRuler figure={figure.score} target={null} floor={floor} />
                    <p class="cut-beside">
                      {rankOf(figure, i) && <b>{rankOf(figure, i)}</b>}
                      <span>{own.noOpinion(writePercent(figure.score.noOpinionPercent, language))}</span>
                      <button
                        type="button"
                        class="as-link"
                        aria-label={own.passportOf(`${name(row)}, ${groups[i]}`)}
                        onClick={() => openPassport(cut.groups[i]!, row)}
                      >
                        {own.passport}
                      </button>
                    </p>
                  </>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <details class="cut-hidden" open={shown.length === 0}>
          <summary>{own.hidden(writeCount(hidden.length, language))}</summary>
          <ul>
            {hidden.map((row) => (
              <li key={row.value}>{name(row)}</li>
            ))}
          </ul>
        </details>
      )}
      {after}
    </>
  );
  return (
    <ChartOrTable
      title={own.tableTitle(own.cuts[cut.by])}
      dates={nameDatedPeriod(cut.period, language)}
      chart={chart}
      after={after}
      columns={[
        own.row,
        ...groups.flatMap((group) => [group, own.noOpinionCol, ...(isRanked ? [own.rankCol] : [])]),
      ]}
      rows={[...shown, ...hidden].map((row) => ({
        key: row.value,
        cells: [
          name(row),
          ...row.figures.flatMap((figure, i) => [
            <ScoreText score={figure.score} />,
            'withheld' in figure.score ? '–' : writePercent(figure.score.noOpinionPercent, language),
            ...(isRanked ? [rankOf(figure, i) ?? '–'] : []),
          ]),
        ],
      }))}
    />
  );
}
