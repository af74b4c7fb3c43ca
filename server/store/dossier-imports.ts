import type { FileKind } from '../../shared/wire/dossier-requests.ts';
import { dropLoosePhones } from './dossiers.ts';
import type { Reader, Tx } from './store.ts';

/** What was imported when, and how an office's files are read. */
export interface Import {
  readonly id: string;
  /** Unit of the account that imported. */
  readonly unit: string;
  readonly kind: FileKind;
  readonly day: string;
  readonly account: string | null;
  /** Of the file. */
  readonly sha256: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly left: number;
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly points: readonly string[];
}

export async function addImport(tx: Tx, one: Import): Promise<void> {
  const { left, covers, points, ...row } = one;
  await tx
    .insertInto('dossier_imports')
    .values({
      ...row,
      left_out: left,
      covers_from: covers?.from ?? null,
      covers_to: covers?.to ?? null,
      points: JSON.stringify(points),
    })
    .execute();
}

/** Counts are known when the last row has been written. */
export async function countImport(
  tx: Tx,
  id: string,
  counts: Pick<Import, 'added' | 'changed' | 'same'> & { readonly points: readonly string[] },
): Promise<void> {
  const { points, ...row } = counts;
  await tx
    .updateTable('dossier_imports')
    .set({ ...row, points: JSON.stringify(points) })
    .where('id', '=', id)
    .execute();
}

/** Those that accounts of these units made; newest day first. */
export async function importsOf(read: Reader, units: readonly string[]): Promise<Import[]> {
  const rows = await read
    .selectFrom('dossier_imports')
    .selectAll()
    .where('unit', 'in', [...units])
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ left_out, covers_from, covers_to, points, kind, ...row }) => ({
    ...row,
    kind: kind as FileKind,
    left: left_out,
    covers: covers_from !== null && covers_to !== null ? { from: covers_from, to: covers_to } : null,
    points: JSON.parse(points) as string[],
  }));
}

/** Rows of each import that stand as it left them. */
export async function rowsOfImports(read: Reader): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  for (const table of ['dossiers', 'dossier_counts'] as const) {
    const rows = await read
      .selectFrom(table)
      .select(['import', (eb) => eb.fn.countAll<number>().as('count')])
      .where('import', 'is not', null)
      .groupBy('import')
      .execute();
    for (const { import: id, count } of rows) counted.set(id!, (counted.get(id!) ?? 0) + count);
  }
  return counted;
}

/** One that turned out to change nothing leaves no trace. */
export async function dropEmptyImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('dossier_imports').where('id', '=', id).execute();
}

/** Takes away what stands as this import left it, and the import itself; how many rows. */
export async function removeImport(tx: Tx, id: string): Promise<number> {
  const dossiers = await tx.deleteFrom('dossiers').where('import', '=', id).returning('code').execute();
  await dropLoosePhones(tx);
  const counts = await tx.deleteFrom('dossier_counts').where('import', '=', id).returning('span').execute();
  await tx.deleteFrom('dossier_imports').where('id', '=', id).execute();
  return dossiers.length + counts.length;
}

export async function keptMapping(read: Reader, unit: string, headings: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('dossier_mappings')
    .select('mapping')
    .where('unit', '=', unit)
    .where('headings', '=', headings)
    .executeTakeFirst();
  return row?.mapping;
}

export async function keepMapping(tx: Tx, unit: string, headings: string, mapping: string): Promise<void> {
  await tx
    .insertInto('dossier_mappings')
    .values({ unit, headings, mapping })
    .onConflict((on) => on.columns(['unit', 'headings']).doUpdateSet({ mapping }))
    .execute();
}
