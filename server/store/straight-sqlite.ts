import type { Statement } from 'better-sqlite3';
import { invariant } from '../../shared/assert.ts';
import type { Reader } from './store.ts';

/**
 * The way of a transaction's statement straight to SQLite, which answers at once. Kysely's way hands it from promise to promise
 * and takes longer than most of the statements that accept a form. Must be of transactions alone: beside one, a statement
 * would fall into whatever transaction is under way on its connection.
 */
export interface Prepares {
  prepare(text: string): Statement;
  isInTransaction(): boolean;
}

const databases = new WeakMap<object, Prepares>();

/** All transactions of one Kysely have its adapter. */
const adapterOf = (db: Reader): object => db.getExecutor().adapter;

export function goStraight(writer: Reader, database: Prepares): void {
  databases.set(adapterOf(writer), database);
}

/** The database of a transaction; undefined where statements go Kysely's way. */
export const straightTo = (read: Reader): Prepares | undefined =>
  read.isTransaction ? databases.get(adapterOf(read)) : undefined;

export function carryOut<R>(database: Prepares, text: string, values: readonly unknown[]): R[] {
  invariant(database.isInTransaction(), 'a statement of a transaction comes before its end');
  const statement = database.prepare(text);
  if (statement.reader) return statement.all(values) as R[];
  statement.run(values);
  return [];
}
