import type { TakeUpRow } from '../../shared/wire/against-dossiers.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import type { AgainstWords } from '../text/against-vi.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';

interface TakeUpTableProps {
  readonly own: AgainstWords;
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly TakeUpRow[];
}

/** Bars against the largest of them; the number stands beside each. */
export function TakeUpTable({ own, caption, first, rows }: TakeUpTableProps) {
  const { language, say } = useWords();
  if (rows.length === 0) return null;
  const end = Math.max(1, ...rows.map(({ per100 }) => per100 ?? 0));
  const sorted = rows.toSorted(
    (a, b) => (b.per100 ?? -1) - (a.per100 ?? -1) || say(a.name).localeCompare(say(b.name), language),
  );
  const count = (value: number | null, none: string) => (value === null ? none : writeCount(value, language));
  return (
    <div class="take-up-table">
      <FiguresTable
        caption={caption}
        columns={[first, own.columns.per100, own.columns.of]}
        rows={sorted.map(({ value, name, forms, returned, per100 }) => ({
          key: value,
          cells: [
            say(name),
            per100 === null ? (
              <span class="muted">{returned === null ? own.unknown : own.few}</span>
            ) : (
              <span class="take-up">
                <span class="take-up-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * per100) / end}%` }} />
                </span>
                <b>{writeDecimal(per100, language)}</b>
              </span>
            ),
            own.of(count(forms, own.few), count(returned, own.unknown)),
          ],
        }))}
      />
    </div>
  );
}
