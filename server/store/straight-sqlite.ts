import type { Statement } from 'better-sqlite3';
import type { Reader } from './store.ts';

/**
 * The way of a transaction's statement straight to SQLite, which answers at once. Kysely's way hands it from promise to promise
 * and takes longer than most of the statements that accept a form. Must end with its transaction: later a statement
 * would fall into whatever transaction is under way on its connection.
 */
export interface Prepares {
  prepare(text: string): Statement;
}

const databases = new WeakMap<object, Prepares>();

/** Until `endStraight`: a statement that comes later goes Kysely's way, which refuses it. */
export function goStraight(tx: Reader, database: Prepares): void {
  databases.set(tx, database);
}
export const endStraight = (tx: Reader): void => void databases.delete(tx);

/** The database of a transaction; undefined where statements go Kysely's way. */
export const straightTo = (read: Reader): Prepares | undefined => databases.get(read);

/** A statement with the values of each of these rows; what it answers, if anything, one after the other. */
export function carryOut<R>(database: Prepares, text: string, rows: readonly (readonly unknown[])[]): R[] {
  const statement = database.prepare(text);
  if (statement.reader) return rows.flatMap((values) => statement.all(values) as R[]);
  for (const values of rows) statement.run(values);
  return [];
}
