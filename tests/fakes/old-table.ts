import { FORMER_HEADINGS } from '../../shared/former-headings.ts';
import { TABLE_COLUMNS } from '../../shared/wire/imported-results.ts';
import type { Office } from './office.ts';

/** Counts of an item as a table of a former year has them: levels 1 to 5, and "no opinion" where it is told. */
export interface OldItem {
  readonly item: number;
  readonly levels: readonly number[];
  readonly noOpinion?: number;
}
interface OldTable {
  readonly unit: string;
  readonly period?: string;
  readonly form?: string;
  readonly forms?: number;
  readonly items: readonly OldItem[];
}

/** A small table of the form of 2022, worked out by hand in the tests: I 50.0 %, II 254 of 365 answers. */
export const TABLE_2022: readonly OldItem[] = [
  ...Array.from({ length: 14 }, (_, i) => ({ item: i + 1, levels: [0, 0, 10, 5, 5] })),
  ...Array.from({ length: 18 }, (_, i) => ({ item: i + 15, levels: [1, 1, 4, 10, 4] })),
  { item: 33, levels: [0, 0, 3, 1, 1], noOpinion: 15 },
];
/** Of today's form: 39 items that are all alike. */
export const alike39 = (levels: readonly number[]): readonly OldItem[] =>
  Array.from({ length: 39 }, (_, i) => ({ item: i + 1, levels }));

export function rowsOfTable(table: OldTable): string[][] {
  const { unit, period = 'Năm 2022', form = 'sp33 1', forms = 20, items } = table;
  return items.map(({ item, levels, noOpinion }) => {
    const texts = [unit, '', period, form, item, '', ...levels, noOpinion ?? '', forms];
    return texts.map(String);
  });
}

export const csvOfTables = (...tables: readonly OldTable[]): string => csvOfRows(tables.flatMap(rowsOfTable));

export const csvOfRows = (rows: readonly (readonly string[])[]): string =>
  [TABLE_COLUMNS.map((column) => FORMER_HEADINGS[column]), ...rows].map((row) => row.join(';')).join('\r\n');

/** Sends a file as the page does. */
export function takeTables(
  { call }: Office,
  cookie: string,
  file: string | Uint8Array,
  { write = true, reason = null }: { readonly write?: boolean; readonly reason?: string | null } = {},
): Promise<Response> {
  const body = { file: Buffer.from(file).toString('base64'), write, reason };
  return call('/api/v1/imported-results', { cookie, body });
}
