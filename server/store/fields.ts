import type { Text } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { columnsOf, textOf } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Fields and procedures, one list for each tree. A code means one thing for ever: a row is corrected or ends, and never
 * goes, because stored submissions name fields by their codes.
 */

export interface Dates {
  readonly validFrom: string;
  readonly validTo: string | null;
}
export interface Field extends Dates {
  readonly tree: Tree;
  readonly code: string;
  readonly name: Text;
}
export interface Procedure extends Field {
  readonly field: string;
  /** Unit that decides; null = the one that receives the citizen. */
  readonly authority: string | null;
}

/** Both days belong to it. */
export const isValidOn = ({ validFrom, validTo }: Dates, day: string) =>
  validFrom <= day && (validTo === null || day <= validTo);

export async function allFields(read: Reader): Promise<Field[]> {
  const rows = await read.selectFrom('fields').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    tree: row.tree as Tree,
    code: row.code,
    name: textOf(row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function fieldsOf(read: Reader, tree: Tree): Promise<Field[]> {
  return (await allFields(read)).filter((field) => field.tree === tree);
}

export async function proceduresOf(read: Reader, tree: Tree): Promise<Procedure[]> {
  const rows = await read
    .selectFrom('procedures')
    .selectAll()
    .where('tree', '=', tree)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    tree,
    code: row.code,
    name: textOf(row),
    field: row.field,
    authority: row.authority,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

const rowOf = ({ name, validFrom, validTo }: Pick<Field, 'name'> & Dates) => ({
  ...columnsOf(name),
  valid_from: validFrom,
  valid_to: validTo,
});

/** Adds a field, or gives the one of that code these words and dates. */
export async function putField(tx: Tx, field: Field): Promise<void> {
  const { tree, code } = field;
  await tx
    .insertInto('fields')
    .values({ tree, code, ...rowOf(field) })
    .onConflict((on) => on.columns(['tree', 'code']).doUpdateSet(rowOf(field)))
    .execute();
}

/** The same for a procedure. Its field must be there. */
export async function putProcedure(tx: Tx, procedure: Procedure): Promise<void> {
  const { tree, code, field, authority } = procedure;
  const row = { ...rowOf(procedure), field, authority };
  await tx
    .insertInto('procedures')
    .values({ tree, code, ...row })
    .onConflict((on) => on.columns(['tree', 'code']).doUpdateSet(row))
    .execute();
}

/** Ends the procedures of a field that would outlive it; how many. */
export async function endProceduresOf(tx: Tx, field: Field, lastDay: string): Promise<number> {
  const ended = await tx
    .updateTable('procedures')
    .set({ valid_to: lastDay })
    .where('tree', '=', field.tree)
    .where('field', '=', field.code)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .returning('code')
    .execute();
  return ended.length;
}
