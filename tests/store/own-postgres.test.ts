// What only a PostgreSQL of one's own can show: it crashes and comes back, and it is set as it must not be.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { isAway } from '../../server/store/database-away.ts';
import { dangers, postgresFacts } from '../../server/store/postgres-facts.ts';
import { NO_WAITS, openPool } from '../../server/store/postgres-pool.ts';
import { recount } from '../../server/store/recount.ts';
import { checkDatabase } from '../../server/start-checks.ts';
import { setting, settingOnce } from '../../server/store/settings.ts';
import { openPostgres } from '../../server/store/store.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { startServer } from '../fsync-count/served-by-main.ts';
import { hasPrograms, type RunningPostgres, servePostgres, startCluster } from './postgres-server.ts';

const root = join(import.meta.dirname, '../..');

// where only TEST_DATABASE_URL is given: that server is not ours to crash
describe.skipIf(!hasPrograms)('PostgreSQL that crashes and is set wrongly', () => {
  let server: RunningPostgres;
  const admin = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const newDatabase = async (name: string) => {
    await admin(`create database ${name} template template0`);
    return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  };
  const comeBack = async () => {
    server = await servePostgres(server.place, Number(new URL(server.url).port));
  };
  beforeAll(async () => {
    server = await startCluster('--no-data-checksums');
  });
  afterAll(() => server.stop());

  test('works under way fail when it crashes, nobody repeats them, and the next ones go on', async () => {
    const url = await newDatabase('crashes');
    const store = await openPostgres(url, { pool: 2 });
    onTestFinished(() => store.close());
    const office = await openOffice({ store });
    const { token, id } = await office.enrol();
    let runs = 0;
    const works = [
      store.write(async (tx) => {
        runs++;
        await settingOnce(tx, 'half', 'done');
        await server.crash();
        // nobody listens to the connection now: what it says must end no process
        await pause(100);
        await settingOnce(tx, 'whole', 'done');
      }),
      store.write((tx) => settingOnce(tx, 'after', 'done').then(() => void runs++)),
    ];
    const results = await Promise.allSettled(works);
    expect(results.map((result) => result.status === 'rejected' && isAway(result.reason))).toEqual([
      true,
      true,
    ]);
    expect(runs).toBe(1);

    const body = batchOf({ id }, [bytesOf(office)]);
    const refused = await office.call('/api/v1/batches', { body, token });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'not-ready', retryAfterSeconds: 5 });
    expect((await office.call('/readyz')).status).toBe(503);
    // the log says why, and nothing of what was sent
    expect(office.logs).toContainEqual({ level: 'error', what: 'database-away', why: 'ECONNREFUSED' });

    await comeBack();
    const answer = await office.call('/api/v1/batches', { body, token });
    expect(((await answer.json()) as Receipts).receipts.map(([, kind]) => kind)).toEqual(['stored']);
    expect([await setting(store.read, 'half'), await setting(store.read, 'after')]).toEqual([
      undefined,
      undefined,
    ]);
    // and it is held again, so that no restore meets it
    await expect.poll(() => held(store.read), { timeout: 10_000 }).toBe(1);
    await expect(openPostgres(url, { hold: 'alone' })).rejects.toThrow('has this PostgreSQL database open');
  });

  test('a lock that was held alone and broke lets nothing be committed', async () => {
    const store = await openPostgres(await newDatabase('alone'), { hold: 'alone' });
    onTestFinished(() => store.close());
    const work = store.write(async (tx) => {
      await settingOnce(tx, 'filled', 'half');
      await admin(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and mode = 'ExclusiveLock' and objid = 5149042",
      );
      await pause(100);
    });
    await expect(work).rejects.toThrow('Nothing was written');
    expect(await setting(store.read, 'filled')).toBeUndefined();
  });

  test('the real server goes on over a crash under load: no receipt without a row, no row twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sipas-away-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const url = await newDatabase('load');
    const store = await openPostgres(url);
    onTestFinished(() => store.close());
    const office = await openOffice({ store });
    office.now = Date.now();
    const { token, id } = await office.enrol();
    const main = await startServer(root, folder, [], { DATABASE_URL: url, DATABASE_POOL: '3' });
    onTestFinished(() => main.kill());

    const seen = new Set<number>();
    const receipted: string[] = [];
    const offered: string[] = [];
    const over = new AbortController();
    /** As a tablet does: what has no receipt is offered again. */
    const client = async () => {
      while (!over.signal.aborted) {
        const ps = [bytesOf(office), bytesOf(office)];
        offered.push(...ps);
        for (let kept = ps.length; kept > 0; ) {
          const answer = await fetch(`${main.url}/api/v1/batches`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify(batchOf({ id }, ps)),
          });
          seen.add(answer.status);
          if (answer.status !== 200) {
            await answer.text();
            await pause(50);
            continue;
          }
          const { receipts } = (await answer.json()) as Receipts;
          receipted.push(...receipts.map(([name]) => name));
          kept -= receipts.length;
        }
      }
    };
    const clients = [client(), client(), client()];
    await expect.poll(() => receipted.length, { timeout: 20_000 }).toBeGreaterThan(20);
    await server.crash();
    await pause(300);
    await comeBack();
    const before = receipted.length;
    await expect.poll(() => receipted.length, { timeout: 20_000 }).toBeGreaterThan(before + 20);
    over.abort();
    await Promise.all(clients);
    expect(seen).toEqual(new Set([200, 503]));
    expect(main.process.exitCode).toBe(null);
    const rows = await store.read.selectFrom('submissions').select('id').execute();
    expect(rows.map((row) => row.id).sort()).toEqual(receipted.toSorted());
    expect(rows).toHaveLength(offered.length);
    expect((await recount(store.read, shapeFor(await loadCatalogue(store.read)))).differences).toEqual([]);
  }, 90_000);

  test('a connection that does not answer in time is thrown away, and the next is new', async () => {
    const waits = { ...NO_WAITS, answerMs: 100 };
    const db = new Kysely({
      dialect: new PostgresDialect({ pool: openPool(server.url, { max: 1, waits }) }),
    });
    onTestFinished(() => db.destroy());
    const late = await sql`select pg_sleep(3)`.execute(db).catch((error: unknown) => error);
    expect(isAway(late)).toBe(true);
    const started = performance.now();
    await sql`select 1`.execute(db);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('production refuses a server that can lose what was committed; otherwise it is said loudly', async () => {
    const store = await openPostgres(await newDatabase('unsafe'));
    onTestFinished(() => store.close());
    const check = async (production: boolean) =>
      Promise.all((await checkDatabase(store, { production, databasePool: 200 })).map(inEnglish));
    const said = await check(true);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^WARNING: data checksums are off .* pg_checksums --enable/);
    expect(said[1]).toMatch(/^WARNING: the role of DATABASE_URL is a superuser/);
    expect(said[2]).toMatch(/^WARNING: this server may open 207 connections and PostgreSQL lets in 97/);
    const faults = {
      'fsync = off': 'fsync is off',
      'full_page_writes = off': 'full_page_writes is off',
      'log_min_duration_statement = 1000': 'This PostgreSQL server logs statements with their values',
    };
    for (const [change, sentence] of Object.entries(faults)) {
      await admin(`alter system set ${change}`, 'select pg_reload_conf()');
      await expect.poll(() => check(false).then((lines) => lines[0])).toMatch(`WARNING: ${sentence}`);
      await expect(check(true)).rejects.toThrow(sentence);
      await admin(`alter system reset ${change.split(' ')[0]}`, 'select pg_reload_conf()');
      await expect.poll(() => check(false).then((lines) => lines.length)).toBe(3);
    }
    const facts = await postgresFacts(store.read);
    expect(dangers(facts)).toEqual([]);
    expect(await Promise.all(dangers({ ...facts, commitTimes: 'on' }).map(inEnglish))).toEqual([
      expect.stringContaining('it keeps the second of every answer'),
    ]);
  });
});

/** How many programs share the lock on the database. */
async function held(read: Parameters<typeof setting>[0]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from pg_locks
    where locktype = 'advisory' and mode = 'ShareLock' and granted and objid = 5149042
    and database = (select oid from pg_database where datname = current_database())`.execute(read);
  return rows[0]!.count;
}
