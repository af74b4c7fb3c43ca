import { CompiledQuery, PostgresAdapter } from 'kysely';
import { invariant } from '../../shared/assert.ts';
import { type ColumnType, listOf, type Value } from './postgres-lists.ts';
import { Sent, sentOn } from './sent-statements.ts';
import type { Reader, Tx } from './store.ts';
import { carryOut, straightTo } from './straight-sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Statements over many rows or keys, whose text is the same for every number of them: it is neither built nor prepared anew,
 * which took longer than the work itself. PostgreSQL gets a list for each column, SQLite keys as one list in JSON. What
 * changes rows is carried out for each row on SQLite: a statement that changes several copies every page before it does, to be
 * able to take back a half of itself, and takes three times as long.
 */
type Row = Readonly<Record<string, Value>>;

const isPostgres = (read: Reader) => read.getExecutor().adapter instanceof PostgresAdapter;

async function run<R>(read: Reader, text: string, values: readonly unknown[]): Promise<R[]> {
  const database = straightTo(read);
  if (database) return carryOut<R>(database, text, [values]);
  const { rows } = await read.executeQuery(CompiledQuery.raw(text, [...values]));
  const [sent] = rows;
  if (!(sent instanceof Sent)) return rows as R[];
  return isAnswered(text) ? ((await sent.rows) as R[]) : [];
}

/** Of SQLite: the same statement with each of these. */
async function runEach<R>(tx: Tx, text: string, rows: readonly (readonly unknown[])[]): Promise<R[]> {
  const database = straightTo(tx);
  if (database) return carryOut<R>(database, text, rows);
  const found: R[][] = [];
  for (const values of rows) found.push(await run<R>(tx, text, values));
  return found.flat();
}

const isAnswered = (text: string) => /^select | returning /.test(text);

/** Rows in one statement of PostgreSQL. */
const POSTGRES_MOST = 5_000;

/**
 * An insert of any number of rows; `end` stands behind the rows (`on conflict …`, `returning …`). With `do update` no two rows
 * may have the same key.
 */
export function insertMany<C extends Readonly<Record<string, ColumnType>>>(
  table: keyof Tables,
  columns: C,
  end = '',
): (tx: Tx, rows: readonly { readonly [name in keyof C]: Value }[]) => Promise<Row[]> {
  const names: (keyof C & string)[] = Object.keys(columns);
  const into = `insert into ${table} (${names.join(', ')})`;
  const lists = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  // `where true`: else SQLite's and PostgreSQL's grammar alike could take "on conflict" for a join
  const ofPostgres = sentOn(`${into} select * from unnest(${lists.join(', ')}) where true ${end}`);
  const ofSqlite = `${into} values (${names.map(() => '?').join(', ')}) ${end}`;
  return async (tx, rows) => {
    const valuesOf = (row: (typeof rows)[number]) => names.map((name) => row[name]);
    if (!isPostgres(tx)) return runEach<Row>(tx, ofSqlite, rows.map(valuesOf));
    const found: Row[][] = [];
    for (let i = 0; i < rows.length; i += POSTGRES_MOST) {
      const part = rows.slice(i, i + POSTGRES_MOST);
      const list = (name: (typeof names)[number]) =>
        listOf(
          columns[name]!,
          part.map((each) => each[name]),
        );
      found.push(await run<Row>(tx, ofPostgres, names.map(list)));
    }
    return found.flat();
  };
}

/** A statement without values. */
export function always<R>(text: string): (read: Reader) => Promise<R[]> {
  sentOn(text);
  return (read) => run<R>(read, text, []);
}

/** The rows of a table whose column (text, bytes in hex, or an id as it is written) is one of the keys. */
export function selectMany<R>(
  table: keyof Tables,
  columns: readonly string[],
  key: string,
  type: 'text' | 'bytea' | 'uuid' = 'text',
): (read: Reader, keys: readonly string[]) => Promise<R[]> {
  const from = `select ${columns.join(', ')} from ${table} where ${key}`;
  const value = type === 'bytea' ? 'unhex(value)' : 'value';
  const ofSqlite = `${from} in (select ${value} from json_each(?))`;
  const ofPostgres = sentOn(`${from} = any($1::${type}[])`);
  const valueOf = (key: string) => (type === 'bytea' ? Buffer.from(key, 'hex') : key);
  return async (read, keys) => {
    if (keys.length === 0) return [];
    return isPostgres(read)
      ? run<R>(read, ofPostgres, [listOf(type, keys.map(valueOf))])
      : run<R>(read, ofSqlite, [JSON.stringify(keys)]);
  };
}

/** A statement over a list of rows of text, `g`, whose columns are c1, c2, …: `text` is what stands around it. */
export function overRows<R>(
  width: number,
  text: (rows: string) => string,
): (read: Reader, rows: readonly (readonly string[])[]) => Promise<R[]> {
  const list = Array.from({ length: width }, (_, i) => `value ->> ${i} as c${i + 1}`).join(', ');
  const ofSqlite = text(`(select ${list} from json_each(?)) g`);
  const ofPostgres = sentOn(text(rowsOfLists(width)));
  return async (read, rows) => {
    if (rows.length === 0) return [];
    return isPostgres(read)
      ? run<R>(read, ofPostgres, listsOf(width, rows))
      : run<R>(read, ofSqlite, [JSON.stringify(rows)]);
  };
}

/**
 * A change by each row of a list. `text` gets what stands for the row's texts, each to be named once and in their order, and the
 * clause that brings the rows, which begins with the word that it is given.
 */
export function changeByRows(
  width: number,
  text: (row: readonly string[], rows: (word: 'from' | 'using') => string) => string,
): (tx: Tx, rows: readonly (readonly string[])[]) => Promise<void> {
  const columns = Array.from({ length: width }, (_, i) => `g.c${i + 1}`);
  const ofOne = text(columns, () => '');
  const named = ofOne.match(/g\.c\d+/g);
  invariant(named?.join() === columns.join(), 'each column once and in their order');
  const ofSqlite = ofOne.replaceAll(/g\.c\d+/g, '?');
  const ofPostgres = sentOn(text(columns, (word) => `${word} ${rowsOfLists(width)}`));
  return async (tx, rows) => {
    if (rows.length === 0) return;
    if (isPostgres(tx)) await run(tx, ofPostgres, listsOf(width, rows));
    else await runEach(tx, ofSqlite, rows);
  };
}

function rowsOfLists(width: number): string {
  const numbers = Array.from({ length: width }, (_, i) => i + 1);
  const lists = numbers.map((i) => `$${i}::text[]`).join(', ');
  return `unnest(${lists}) g (${numbers.map((i) => `c${i}`).join(', ')})`;
}

const listsOf = (width: number, rows: readonly (readonly string[])[]) =>
  Array.from({ length: width }, (_, i) =>
    listOf(
      'text',
      rows.map((row) => row[i]!),
    ),
  );
