import { CompiledQuery, PostgresAdapter } from 'kysely';
import { type ColumnType, listOf, type Value } from './postgres-lists.ts';
import { Sent, sentOn } from './sent-statements.ts';
import type { Reader, Tx } from './store.ts';
import { carryOut, straightTo } from './straight-sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Statements over many rows or keys, whose text is the same for every number of them: it is neither built nor prepared anew,
 * which took longer than the work itself. PostgreSQL gets a list for each column; SQLite rows in parts of fixed sizes, and keys
 * as one list in JSON.
 */
type Row = Readonly<Record<string, Value>>;

const isPostgres = (read: Reader) => read.getExecutor().adapter instanceof PostgresAdapter;

async function run<R>(read: Reader, text: string, values: readonly unknown[]): Promise<R[]> {
  const database = straightTo(read);
  if (database) return carryOut<R>(database, text, values);
  const { rows } = await read.executeQuery(CompiledQuery.raw(text, [...values]));
  const [sent] = rows;
  if (!(sent instanceof Sent)) return rows as R[];
  return isAnswered(text) ? ((await sent.rows) as R[]) : [];
}

const isAnswered = (text: string) => /^select | returning /.test(text);

/** Rows in one statement of PostgreSQL. */
const POSTGRES_MOST = 5_000;
/** Of SQLite: a list is made of these, the largest first. */
const SQLITE_SIZES = [64, 32, 16, 8, 4, 2, 1] as const;

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
  const row = `(${names.map(() => '?').join(', ')})`;
  const ofSqlite = new Map<number, string>(
    SQLITE_SIZES.map((size) => [size, `${into} values ${Array<string>(size).fill(row).join(', ')} ${end}`]),
  );
  return async (tx, rows) => {
    const found: Row[] = [];
    const keep = (more: readonly Row[]) => {
      for (const each of more) found.push(each);
    };
    if (isPostgres(tx)) {
      for (let i = 0; i < rows.length; i += POSTGRES_MOST) {
        const part = rows.slice(i, i + POSTGRES_MOST);
        keep(
          await run<Row>(
            tx,
            ofPostgres,
            names.map((name) =>
              listOf(
                columns[name]!,
                part.map((each) => each[name]),
              ),
            ),
          ),
        );
      }
      return found;
    }
    for (let i = 0; i < rows.length; ) {
      const size = SQLITE_SIZES.find((each) => each <= rows.length - i)!;
      const values: unknown[] = [];
      for (const each of rows.slice(i, i + size)) for (const name of names) values.push(each[name]);
      keep(await run<Row>(tx, ofSqlite.get(size)!, values));
      i += size;
    }
    return found;
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
  const columns = Array.from({ length: width }, (_, i) => i);
  const ofSqlite = text(
    `(select ${columns.map((i) => `value ->> ${i} as c${i + 1}`).join(', ')} from json_each(?)) g`,
  );
  const ofPostgres = sentOn(
    text(
      `unnest(${columns.map((i) => `$${i + 1}::text[]`).join(', ')}) g (${columns.map((i) => `c${i + 1}`).join(', ')})`,
    ),
  );
  return async (read, rows) => {
    if (rows.length === 0) return [];
    if (!isPostgres(read)) return run<R>(read, ofSqlite, [JSON.stringify(rows)]);
    return run<R>(
      read,
      ofPostgres,
      columns.map((i) =>
        listOf(
          'text',
          rows.map((row) => row[i]!),
        ),
      ),
    );
  };
}
