/** Rows as every reader gives them, numbered as a spreadsheet shows them. */
export interface SheetCell {
  readonly text: string;
  /** Where the file holds a number. */
  readonly number?: number;
  /** A number that the file shows as a day, or a day itself: `2026-11-20`. */
  readonly day?: string;
  readonly is?: 'formula' | 'error';
}
export interface SheetRow {
  readonly row: number;
  /** With holes where a cell is empty. */
  readonly cells: readonly (SheetCell | undefined)[];
}
/** Cells that are one: first and last row and column, all inside. */
export interface Merge {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}
export interface Sheet {
  /** Null: the file has one sheet only and no name for it. */
  readonly name: string | null;
  /** Rows that hold anything, in pieces. */
  readonly rows: AsyncIterable<readonly SheetRow[]>;
  /** Whole when the rows have been read. */
  readonly merges: readonly Merge[];
}

/** Columns beyond are not read. */
export const COLUMNS_MOST = 256;

/** A day by its number in a spreadsheet; those of before 2000 and after 2099 are no days of dossiers. */
export function dayOfSerial(serial: number, from1904 = false): string | undefined {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0);
  // 1 January 2000 and 31 December 2099
  if (!(days >= 36_526 && days <= 73_050)) return undefined;
  const known = KNOWN.get(days);
  if (known) return known;
  const day = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  KNOWN.set(days, day);
  return day;
}
/** A file says few days many times; there are 36,525 at most. */
const KNOWN = new Map<number, string>();
