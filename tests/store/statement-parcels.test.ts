// What connections to PostgreSQL are told in parcels, partly without waiting: its order, its faults and its lists.
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { insertMany, overRows } from '../../server/store/many.ts';
import { type ColumnType, listOf, type Value } from '../../server/store/postgres-lists.ts';
import { openPool, WAITS } from '../../server/store/postgres-pool.ts';
import { putSetting, setting } from '../../server/store/settings.ts';
import { openPostgres, type Reader, type Store, type Tx } from '../../server/store/store.ts';
import { tellPostgres } from '../load/tell-postgres.ts';
import { databases } from './dialects.ts';

const SETTING = 'x';
const database = databases.map((make) => make()).find(({ name }) => name === 'PostgreSQL')!;
async function newStore(): Promise<{ readonly store: Store; readonly url: string }> {
  const { store, url } = await database.open();
  onTestFinished(() => store.close());
  return { store, url: url! };
}

describe('PostgreSQL', () => {
  beforeAll(() => database.start(), 60_000);
  afterAll(() => database.stop());

  test('what fails unheard fails what is behind it and the commit, with its own fault, and nothing of it stays', async () => {
    const { store } = await newStore();
    const put = insertMany('settings', { name: 'text', value: 'text' });
    const twice = async (tx: Tx) => {
      for (const value of ['first', 'second']) await put(tx, [{ name: 'unheard', value }]);
    };
    const fault = { code: '23505' };
    await expect(store.write(twice)).rejects.toMatchObject(fault);
    const andReads = store.write((tx) => twice(tx).then(() => setting(tx, 'unheard')));
    await expect(andReads).rejects.toMatchObject(fault);
    // whoever catches it does not get a commit either
    await expect(
      store.write((tx) => twice(tx).then(() => setting(tx, 'x').catch(() => {}))),
    ).rejects.toMatchObject(fault);
    expect(await setting(store.read, 'unheard')).toBeUndefined();
    const together = [store.write(twice), store.write((tx) => put(tx, [{ name: 'heard', value: 'yes' }]))];
    const settled = await Promise.allSettled(together);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await setting(store.read, 'heard')).toBe('yes');
    // PostgreSQL has prepared what failed at its first use, and nothing of what stood behind it
    const first = insertMany('settings', { name: 'text', value: 'text' }, 'returning name');
    const behind = insertMany('settings', { name: 'text', value: 'text' }, 'returning value');
    const rows = (name: string) => [{ name, value: 'again' }];
    const both = (tx: Tx, name: string) =>
      Promise.all([first(tx, rows(name)), behind(tx, rows(`${name} 2`))]);
    await expect(store.write((tx) => both(tx, 'heard'))).rejects.toMatchObject(fault);
    await expect(store.write((tx) => both(tx, 'new'))).resolves.toEqual([
      [{ name: 'new' }],
      [{ value: 'again' }],
    ]);
  });

  test('lists come back as they were sent', async () => {
    const { store } = await newStore();
    const list = async (type: ColumnType, values: readonly Value[]) => {
      const text = `select unnest($1::${type}[]) as value`;
      const { rows } = await store.read.executeQuery<{ value: Value }>(
        CompiledQuery.raw(text, [listOf(type, values)]),
      );
      return rows.map(({ value }) => value);
    };
    const [texts, bytes] = [
      ['Ông "Bà"', 'a\\b, {c}', '', 'NULL', null, '😀'],
      [0, 92, 255],
    ];
    expect(await list('text', texts)).toEqual(texts);
    expect(await list('bytea', [Uint8Array.from(bytes), null, new Uint8Array(0)])).toEqual([
      Buffer.from(bytes),
      null,
      Buffer.alloc(0),
    ]);
    const id = '7466934f-7458-4458-8f5f-a2f050a3b1c0';
    expect(await list('uuid', [id, null])).toEqual([id, null]);
    for (const [type, most] of [
      ['smallint', 2 ** 15 - 1],
      ['integer', 2 ** 31 - 1],
      ['bigint', 2 ** 53 - 1],
    ] as const) {
      expect(await list(type, [most, 0, -most, null])).toEqual([most, 0, -most, null]);
    }
    expect(await list('text', [])).toEqual([]);
    // where PostgreSQL could not see it any more
    for (const [type, wrong] of [
      ['integer', 1.5],
      ['smallint', Number.NaN],
      ['uuid', 'no id'],
      ['text', undefined as unknown as Value],
    ] as const) {
      expect(() => listOf(type, [wrong])).toThrow();
    }
  });

  test('what is no value of SQL fails its own statement; an answer outside of a transaction comes behind its commit', async () => {
    const { store } = await newStore();
    const ask = (text: string, values: unknown[]) =>
      store.read.executeQuery(CompiledQuery.raw(text, values)).then(({ rows }) => rows);
    await expect(ask('select $1::timestamptz', [new Date()])).rejects.toThrow('a value of SQL');
    await expect(ask('-- nothing', [])).resolves.toEqual([]);
    await expect(ask('select 1 as one', [])).resolves.toEqual([{ one: 1 }]);
    const pool = openPool((await newStore()).url, { max: 1, waits: WAITS.requests });
    const line = await pool.connect();
    onTestFinished(async () => {
      line.release();
      await pool.end();
    });
    await line.query('create table a (id int primary key)', []);
    await line.query('create table b (a int references a (id) deferrable initially deferred)', []);
    await expect(line.query('insert into b values ($1)', [7])).rejects.toMatchObject({ code: '23503' });
  });

  test('a snapshot that fails in its first statement ends there, and its connection is used again', async () => {
    const { store: filled, url } = await newStore();
    const store = await openPostgres(url, { pool: 1 });
    onTestFinished(() => store.close());
    const ask = (read: Reader, text: string) =>
      read.executeQuery<{ n: number }>(CompiledQuery.raw(text)).then(({ rows: [row] }) => row!.n);
    const line = 'select pg_backend_pid() as n';
    const before = await ask(store.read, line);
    const forms = "select count(*)::int as n from settings where name = 'x'";
    await expect(
      store.snapshot(async (read) => {
        await ask(read, 'select 1 / 0 as n').catch(() => {});
        return ask(read, forms);
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await ask(store.read, line)).toBe(before);
    const seen = await store.snapshot(async (read) => {
      const first = await ask(read, forms);
      await filled.write((tx) => putSetting(tx, SETTING, 'y'));
      return [first, await ask(read, forms)];
    });
    expect([...seen, await ask(store.read, forms)]).toEqual([0, 0, 1]);
  });

  test('a table that gains a column is read again after one fault', async () => {
    const { store, url } = await newStore();
    const rows = overRows<object>(
      1,
      (names) => `select s.* from ${names} cross join settings s where s.name = g.c1`,
    );
    const read = () => store.write((tx) => rows(tx, [[SETTING]]));
    await store.write((tx) => putSetting(tx, SETTING, 'y'));
    expect(await read()).toEqual([{ name: SETTING, value: 'y' }]);
    await tellPostgres(url, 'alter table settings add column more text');
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect(await read()).toEqual([{ name: SETTING, value: 'y', more: null }]);
  });
});
