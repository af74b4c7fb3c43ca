// How a start meets PostgreSQL: several at once, an older program, a role with least rights, and each fault as a sentence.
import pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { sql } from 'kysely';
import { prepareStore } from '../../server/set-up.ts';
import { checkDatabase } from '../../server/start-checks.ts';
import { databaseBytes, lookInto } from '../../server/store/look-into.ts';
import { migrations } from '../../server/store/migrations.ts';
import { postgresFacts, type PostgresFacts, refuseUnfit } from '../../server/store/postgres-facts.ts';
import { openPostgres, StoreFault } from '../../server/store/store.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { startPostgres } from './postgres-server.ts';

let server = '';
let made = 0;
const admin = async (statement: string) => {
  const client = new pg.Client({ connectionString: server });
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
