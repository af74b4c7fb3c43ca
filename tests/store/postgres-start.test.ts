// How a start meets PostgreSQL: several at once, an older program, a role with least rights, and each fault as a sentence.
import pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CompiledQuery, sql } from 'kysely';
import { prepareStore } from '../../server/set-up.ts';
import { checkDatabase } from '../../server/start-checks.ts';
import { databaseBytes, lookInto } from '../../server/store/look-into.ts';
import { insertMany, overRows } from '../../server/store/many.ts';
import { migrations } from '../../server/store/migrations.ts';
import { type ColumnType, listOf, type Value } from '../../server/store/postgres-lists.ts';
import { postgresFacts, type PostgresFacts, refuseUnfit } from '../../server/store/postgres-facts.ts';
import { openPool, WAITS } from '../../server/store/postgres-pool.ts';
import { putSetting, setting } from '../../server/store/settings.ts';
import { openPostgres, StoreFault, type Tx } from '../../server/store/store.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { startPostgres } from './postgres-server.ts';

const SETTING = 'x';
let server = '';
let made = 0;
const admin = async (statement: string, database = 'postgres') => {
  const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
/** An empty database; `more` as in `create database`. */
async function newDatabase(more = ''): Promise<{ readonly name: string; readonly url: string }> {
  const name = `start_${process.pid}_${++made}`;
  await admin(`create database ${name} template template0 ${more}`);
  return { name, url: Object.assign(new URL(server), { pathname: `/${name}` }).href };
}
const faultOf = (url: string) =>
  openPostgres(url).then(
    (store) => store.close().then(() => 'it opened'),
    (error: unknown) => (error instanceof StoreFault ? error.message : error),
  );

describe('PostgreSQL', () => {
  beforeAll(async () => {
    server = (await startPostgres()).url;
  });

  test('several that start at once on an empty database migrate it once, and have one epoch', async () => {
    const { url } = await newDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url, { pool: 1 })));
    await Promise.all(stores.map((store, i) => prepareStore(store, seeded(i + 1))));
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      stores[0]!.read,
    );
    const ours = Object.keys(await migrations('postgres').getMigrations());
    expect(rows.map(({ name }) => name)).toEqual(ours);
    const epochs = await stores[3]!.read
      .selectFrom('settings')
      .selectAll()
      .where('name', '=', 'epoch')
      .execute();
    expect(epochs).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('an older program refuses a newer database with a sentence, and leaves it as it is', async () => {
    const { url } = await newDatabase();
    const store = await openPostgres(url);
    await store.write((tx) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(
        tx,
      ),
    );
    await store.close();
    expect(await faultOf(url)).toMatch(/used with a newer version of this program.*Install that version/);
  });

  test('a role that owns its database and nothing else is enough, and one without it is told what to do', async () => {
    const role = `least_${process.pid}_${Date.now()}`;
    await admin(`create role ${role} login nosuperuser nocreatedb nocreaterole noinherit password 'secret'`);
    const { name, url } = await newDatabase();
    const asRole = Object.assign(new URL(url), { username: role, password: 'secret' }).href;
    expect(await faultOf(asRole)).toMatch(
      'Make it the owner of the database: alter database NAME owner to ROLE',
    );
    await admin(`alter database ${name} owner to ${role}`);
    await admin(`revoke connect, temporary on database ${name} from public`);
    const store = await openPostgres(asRole);
    onTestFinished(() => store.close());
    const office = await openOffice({ store });
    const { token, id } = await office.enrol();
    const answer = await office.call('/api/v1/batches', { body: batchOf({ id }, [bytesOf(office)]), token });
    expect(((await answer.json()) as Receipts).receipts.map(([, kind]) => kind)).toEqual(['stored']);
    const said = await checkDatabase(store, { production: true, databasePool: 10 });
    const lines = await Promise.all(said.map(inEnglish));
    expect(lines.filter((line) => line.includes('superuser'))).toEqual([]);
  });

  test('each way in which it cannot be opened has its sentence', async () => {
    const address = (change: Partial<URL>) => Object.assign(new URL(server), change).href;
    expect(await faultOf(address({ pathname: '/nowhere' }))).toMatch('does not exist. Make it (createdb)');
    expect(await faultOf(address({ port: '1' }))).toMatch(
      /does not answer. Start PostgreSQL, .* \(ECONNREFUSED\)/,
    );
    expect(await faultOf(address({ search: '?options=-c%20synchronous_commit=off' }))).toMatch(
      'Remove that option',
    );
    const latin = await newDatabase("encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
    expect(await faultOf(latin.url)).toMatch('encoded in LATIN1, which cannot hold every name');
    const still = await newDatabase();
    await admin(`alter database ${still.name} set default_transaction_read_only = on`);
    expect(await faultOf(still.url)).toMatch('is set to be read only');
    // what this machine has no server for
    const good = {
      version: 180_004,
      encoding: 'UTF8',
      isStandby: false,
      isReadOnly: false,
      synchronousCommit: 'on',
    };
    const refused = (change: Partial<PostgresFacts>) => () =>
      refuseUnfit({ ...good, ...change } as PostgresFacts);
    expect(refused({})).not.toThrow();
    expect(refused({ version: 140_013 })).toThrow('PostgreSQL 14 is too old');
    expect(refused({ isStandby: true })).toThrow('is a standby');
  });

  test('statements of requests end by themselves, those of jobs do not, and who reads cannot write', async () => {
    const { url } = await newDatabase();
    const settings = async (work: 'requests' | 'jobs') => {
      const store = await openPostgres(url, { work });
      onTestFinished(() => store.close());
      const { rows } = await sql<{
        name: string;
        setting: string;
      }>`select name, setting from pg_settings where name in
        ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'synchronous_commit')`.execute(
        store.read,
      );
      return { store, ...Object.fromEntries(rows.map(({ name, setting }) => [name, setting])) };
    };
    const requests = await settings('requests');
    expect(requests).toMatchObject({
      statement_timeout: '30000',
      lock_timeout: '20000',
      idle_in_transaction_session_timeout: '60000',
      synchronous_commit: 'on',
    });
    expect(await settings('jobs')).toMatchObject({ statement_timeout: '0', lock_timeout: '300000' });
    const write = requests.store.read.insertInto('settings').values({ name: 'x', value: 'y' }).execute();
    await expect(write).rejects.toMatchObject({ code: '25006' });
    expect((await postgresFacts(requests.store.read)).version).toBeGreaterThan(150_000);
  });

  test('what fails unheard fails what is behind it and the commit, with its own fault, and nothing of it stays', async () => {
    const store = await openPostgres((await newDatabase()).url);
    onTestFinished(() => store.close());
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
    const store = await openPostgres((await newDatabase()).url);
    onTestFinished(() => store.close());
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
    const store = await openPostgres((await newDatabase()).url);
    onTestFinished(() => store.close());
    const ask = (text: string, values: unknown[]) =>
      store.read.executeQuery(CompiledQuery.raw(text, values)).then(({ rows }) => rows);
    await expect(ask('select $1::timestamptz', [new Date()])).rejects.toThrow('a value of SQL');
    await expect(ask('-- nothing', [])).resolves.toEqual([]);
    await expect(ask('select 1 as one', [])).resolves.toEqual([{ one: 1 }]);
    const pool = openPool((await newDatabase()).url, { max: 1, waits: WAITS.requests });
    const line = await pool.connect();
    onTestFinished(async () => {
      line.release();
      await pool.end();
    });
    await line.query('create table a (id int primary key)', []);
    await line.query('create table b (a int references a (id) deferrable initially deferred)', []);
    await expect(line.query('insert into b values ($1)', [7])).rejects.toMatchObject({ code: '23503' });
  });

  test('a table that gains a column is read again after one fault', async () => {
    const { name, url } = await newDatabase();
    const store = await openPostgres(url);
    onTestFinished(() => store.close());
    const rows = overRows<object>(
      1,
      (names) => `select s.* from ${names} cross join settings s where s.name = g.c1`,
    );
    const read = () => store.write((tx) => rows(tx, [[SETTING]]));
    await store.write((tx) => putSetting(tx, SETTING, 'y'));
    expect(await read()).toEqual([{ name: SETTING, value: 'y' }]);
    await admin('alter table settings add column more text', name);
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect(await read()).toEqual([{ name: SETTING, value: 'y', more: null }]);
  });

  test('whoever looks into a database for doctor changes nothing in it, and learns what it lacks', async () => {
    const { url } = await newDatabase();
    const look = async () => {
      const looked = (await lookInto({ file: '', url }))!;
      await expect(sql`create table x (y int)`.execute(looked.read)).rejects.toThrow('read-only');
      const bytes = await databaseBytes(looked);
      await looked.close();
      return { lacks: looked.missing.length, unknown: looked.unknown, isSized: bytes > 0 };
    };
    const all = Object.keys(await migrations('postgres').getMigrations()).length;
    expect(await look()).toEqual({ lacks: all, unknown: [], isSized: true });
    await (await openPostgres(url)).close();
    expect(await look()).toEqual({ lacks: 0, unknown: [], isSized: true });
  });
});
