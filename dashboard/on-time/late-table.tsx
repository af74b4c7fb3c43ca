import type { BoardCounts } from '../../shared/wire/late-board.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import { useOnTimeWords } from '../text/use-on-time-words.ts';
import { writeCount, writePercent } from '../text/write-number.ts';

export interface LateRow {
  readonly key: string;
  readonly name: string;
  readonly counts: BoardCounts;
  /** Left out where every row has the same. */
  readonly source?: string;
}

interface LateTableProps {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly LateRow[];
}

/** Bars reach at least to here, so that 3 % does not look like all. */
const BAR_AT_LEAST = 12;

/** Rows as the server ordered them, each with its share late as a bar, in a number and by a mark in words. */
export function LateTable({ caption, first, rows }: LateTableProps) {
  const { own, language } = useOnTimeWords();
  const end = Math.max(BAR_AT_LEAST, ...rows.map(({ counts }) => counts.latePercent ?? 0));
  const hasSource = rows.some(({ source }) => source !== undefined);
  const count = (value: number | null) => (value === null ? own.unsaid : writeCount(value, language));
  const { columns } = own;
  return (
    <FiguresTable
      caption={caption}
      columns={[first, columns.share, columns.late, columns.overdue, ...(hasSource ? [columns.source] : [])]}
      rows={rows.map(({ key, name, counts, source }) => ({
        key,
        cells: [
          name,
          <LateShare key="share" counts={counts} end={end} />,
          own.of(count(counts.late), count(counts.returned)),
          count(counts.overdue),
          ...(hasSource ? [source ?? ''] : []),
        ],
      }))}
    />
  );
}

function LateShare({ counts, end }: { readonly counts: BoardCounts; readonly end: number }) {
  const { own, language } = useOnTimeWords();
  const { latePercent, mark, isFew, returned, late } = counts;
  if (latePercent === null || mark === null) {
    const isEmpty = returned === null && late === null;
    const why = returned === 0 ? own.nothingReturned : isEmpty ? own.unknown : own.unsaid;
    return <span class="muted">{why}</span>;
  }
  const at = (percent: number) => `${(100 * percent) / end}%`;
  return (
    <span class="late-share">
      <span class={`late-bar ${mark}`} aria-hidden="true">
        <span class="late-part" style={{ width: at(latePercent) }} />
        <span class="late-tick" style={{ left: at(5) }} />
        <span class="late-tick" style={{ left: at(10) }} />
      </span>
      <b>{writePercent(latePercent, language, 2)}</b>
      {mark !== 'none' && <span class={`late-mark ${mark}`}>{own.marks[mark]}</span>}
      {isFew && <span class="muted">{own.few}</span>}
    </span>
  );
}
