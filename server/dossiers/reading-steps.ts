import type { FaultyRow, FileFault, FileLook, Mapping } from '../../shared/wire/dossier-requests.ts';
import { FileRefused } from '../sheets/file-refused.ts';
import { headingsIn, textsOf } from './headings.ts';
import { readFile } from '../sheets/read-file.ts';
import type { Merge, SheetRow } from '../sheets/sheet-rows.ts';
import { createUnderstanding, type Ground, type ListRow, type StatisticsRow } from './understand-rows.ts';

/** The two steps that read a whole file: a look at what it is, and the understanding of every row. */

export type ReadingAsk =
  | { readonly step: 'look' }
  | {
      readonly step: 'understand';
      readonly headerRow: number;
      readonly mapping: Mapping;
      readonly ground: Ground;
    };
/** What the reading says while it goes on; `looked`, `understood` or `refused` comes last. */
export type ReadingSaid =
  | { readonly is: 'read'; readonly rows: number }
  | { readonly is: 'rows'; readonly list: ListRow[]; readonly statistics: StatisticsRow[] }
  | { readonly is: 'looked'; readonly look: FileLook }
  | ({ readonly is: 'understood' } & UnderstoodFile)
  | { readonly is: 'refused'; readonly why: FileFault };
export interface UnderstoodFile {
  readonly rows: number;
  readonly faults: readonly FaultyRow[];
  readonly notes: readonly FaultyRow[];
  readonly unknown: Readonly<Record<'field' | 'place', readonly (readonly [string, number])[]>>;
}

const FIRST_ROWS = 30;
const SAMPLES = 2;
const WORDS_MOST = 100;

export async function readStep(
  bytes: Uint8Array,
  ask: ReadingAsk,
  say: (said: ReadingSaid) => void,
): Promise<void> {
  try {
    if (ask.step === 'look') say({ is: 'looked', look: await lookAt(bytes, say) });
    else say({ is: 'understood', ...(await understand(bytes, ask, say)) });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    say({ is: 'refused', why: error.why });
  }
}

async function lookAt(bytes: Uint8Array, say: (said: ReadingSaid) => void): Promise<FileLook> {
  const sheet = await readFile(bytes);
  const first: SheetRow[] = [];
  let count = 0;
  for await (const rows of sheet.rows) {
    first.push(...rows.slice(0, Math.max(0, FIRST_ROWS - first.length)));
    count += rows.length;
    say({ is: 'read', rows: count });
  }
  const headings = headingsIn(first);
  const below = headings ? first.filter(({ row }) => row > headings.row) : [];
  if (!headings || below.length === 0) throw new FileRefused('no-rows');
  const isNumbering = isColumnNumbers(below[0]!);
  const above = first.indexOf(headings) + 1 + (isNumbering ? 1 : 0);
  return {
    sheet: sheet.name,
    headerRow: isNumbering ? below[0]!.row : headings.row,
    headers: textsOf(headings),
    sample: below.slice(isNumbering ? 1 : 0, SAMPLES + (isNumbering ? 1 : 0)).map((row) => sampleOf(row)),
    rows: count - above,
  };
}

/** The line "(1) (2) (3)" that official tables have below their headings. */
const isColumnNumbers = ({ cells }: SheetRow) =>
  cells.filter(Boolean).length >= 3 &&
  cells.every((cell) => !cell || /^\(?[0-9a-z]{1,2}\)?$/i.test(cell.text));

/** Enough to know a column again; of a long number only its end. */
const sampleOf = (row: SheetRow) =>
  row.cells.length === 0
    ? []
    : Array.from(row.cells, (cell) =>
        (cell?.day ?? cell?.text ?? '').replace(/\+?\d[\d .()-]{6,}\d/g, shortened).slice(0, 60),
      );

/** Nine digits and more may be a telephone or an identity. */
const shortened = (found: string) => (found.replace(/\D/g, '').length >= 9 ? `… ${found.slice(-3)}` : found);

async function understand(
  bytes: Uint8Array,
  { headerRow, mapping, ground }: Extract<ReadingAsk, { step: 'understand' }>,
  say: (said: ReadingSaid) => void,
): Promise<UnderstoodFile> {
  const sheet = await readFile(bytes);
  const words = { field: new Map<string, number>(), place: new Map<string, number>() };
  const understandRow = createUnderstanding(mapping, ground, (what, word) =>
    words[what].set(word, (words[what].get(word) ?? 0) + 1),
  );
  const faults: FaultyRow[] = [];
  const notes: FaultyRow[] = [];
  let count = 0;
  for await (const rows of sheet.rows) {
    const list: ListRow[] = [];
    const statistics: StatisticsRow[] = [];
    for (const row of rows) {
      if (row.row <= headerRow) continue;
      count++;
      const understood = understandRow(row);
      if (understood.fault) faults.push(understood.fault);
      if (understood.list) list.push(understood.list);
      if (understood.statistics) statistics.push(understood.statistics);
      notes.push(...understood.notes);
    }
    say({ is: 'rows', list, statistics });
  }
  const columns = Object.values(mapping.columns);
  const mostly = (map: ReadonlyMap<string, number>) =>
    [...map].sort(([, a], [, b]) => b - a).slice(0, WORDS_MOST);
  return {
    rows: count,
    faults: withMerged(
      faults,
      sheet.merges.filter((merge) => touches(merge, columns)),
      headerRow,
    ),
    notes,
    unknown: { field: mostly(words.field), place: mostly(words.place) },
  };
}

const touches = ({ columns: [from, to] }: Merge, columns: readonly number[]) =>
  columns.some((column) => column >= from && column <= to);

/** Merged cells leave all rows but one empty: that is what is said of each of them, whatever else is wrong. */
function withMerged(faults: readonly FaultyRow[], merges: readonly Merge[], headerRow: number): FaultyRow[] {
  const merged = new Set<number>();
  for (const { rows } of merges)
    for (let row = Math.max(rows[0], headerRow + 1); row <= Math.min(rows[1], rows[0] + 100_000); row++)
      merged.add(row);
  const others = faults.filter(({ row, why }) => !merged.has(row) || why === 'totals');
  const named = new Set(others.map(({ row }) => row));
  const said = [...merged]
    .filter((row) => !named.has(row))
    .map((row): FaultyRow => ({ row, column: null, why: 'merged' }));
  return [...others, ...said].sort((a, b) => a.row - b.row);
}
