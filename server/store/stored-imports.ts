import type { Reader, Tx } from './store.ts';

/** Counts of an item; null: the table does not say how many had no opinion. `name`: as the file names it, if it does. */
export interface StoredItem {
  readonly number: number;
  readonly name: string | null;
  readonly levels: readonly number[];
  readonly noOpinion: number | null;
}

/** How many forms a table speaks of: valid ones, and those that surely answered in each area. */
export interface TableSize {
  readonly unit: string;
  readonly period: string;
  readonly forms: number;
  readonly policy: number;
  readonly service: number;
}
/** What a table says; two that say the same are the same. */
export interface TableSaid extends TableSize {
  readonly questionnaire: string;
  readonly version: number;
  readonly items: readonly StoredItem[];
}
/** Where it comes from. */
export interface TableSource {
  readonly file: string;
  readonly day: string;
  readonly account: string;
  readonly reason: string | null;
}
export type StoredTable = TableSaid & TableSource;

/** Tables of these units, by unit and period. */
export async function importedOf(read: Reader, units: readonly string[]): Promise<StoredTable[]> {
  const rows = await read
    .selectFrom('imported_results')
    .selectAll()
    .where('unit', 'in', [...units])
    .orderBy('unit')
    .orderBy('period')
    .execute();
  return rows.map(({ policy_n, service_n, items, ...row }) => ({
    ...row,
    policy: policy_n,
    service: service_n,
    items: JSON.parse(items) as StoredItem[],
  }));
}

/** The same without what they count: enough to say what there is. */
export async function importedMarks(
  read: Reader,
  units: readonly string[],
): Promise<Omit<StoredTable, 'items'>[]> {
  return read
    .selectFrom('imported_results')
    .select([
      'unit',
      'period',
      'questionnaire',
      'version',
      'forms',
      'policy_n as policy',
      'service_n as service',
    ])
    .select(['file', 'day', 'account', 'reason'])
    .where('unit', 'in', [...units])
    .orderBy('unit')
    .orderBy('period')
    .execute();
}

/** Of every unit that has a table of these periods: what is beside a unit decides what may be told of it. */
export async function sizesIn(read: Reader, periods: readonly string[]): Promise<TableSize[]> {
  if (periods.length === 0) return [];
  return read
    .selectFrom('imported_results')
    .select(['unit', 'period', 'forms', 'policy_n as policy', 'service_n as service'])
    .where('period', 'in', [...periods])
    .orderBy('period')
    .orderBy('unit')
    .execute();
}

/** Puts a table in the place of the one that was there. */
export async function putImported(tx: Tx, table: StoredTable): Promise<void> {
  const { policy, service, items, ...row } = table;
  const values = { ...row, policy_n: policy, service_n: service, items: JSON.stringify(items) };
  await tx
    .insertInto('imported_results')
    .values(values)
    .onConflict((on) => on.columns(['unit', 'period']).doUpdateSet(values))
    .execute();
}

/** Takes away what stands as a file left it, of these units; how many tables. */
export async function removeImported(tx: Tx, file: string, units: readonly string[]): Promise<number> {
  const rows = await tx
    .deleteFrom('imported_results')
    .where('file', '=', file)
    .where('unit', 'in', [...units])
    .returning('period')
    .execute();
  return rows.length;
}
