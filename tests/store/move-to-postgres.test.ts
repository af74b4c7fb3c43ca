// An office moves from SQLite to PostgreSQL by one command: all of it, compared, or nothing; and nobody notices.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { buildApp } from '../../server/app.ts';
import { verifyExport } from '../../server/cli/verify.ts';
import { remarkHash } from '../../server/ingest/judge.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { movedInWords, moveToPostgres } from '../../server/jobs/move-to-postgres.ts';
import { makeRoot, writeRoot } from '../../server/jobs/nightly-root.ts';
import { isEmpty } from '../../server/store/begin-anew.ts';
import { movedFile } from '../../server/store/in-use.ts';
import { putSetting, SERVER_KEYS } from '../../server/store/settings.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, keepSignedIn, type Office, openOffice } from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';
import { sealChain } from '../fakes/tablet-key.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { startPostgres } from './postgres-server.ts';

const root = join(import.meta.dirname, '../..');
const SALT = '00112233445566778899aabbccddeeff';
const HALF = 'period=half-2026-11-2';
const pathsOf = ({ unit, campaign }: Office) => [
  'session',
  'units',
  `overview?unit=${unit}&${HALF}`,
  `overview?unit=${unit}&period=report-2026-year`,
  `trust?unit=${unit}&${HALF}`,
  `campaigns/${campaign}/progress`,
  'devices',
  'points',
  'cases',
];

/** An office on SQLite with everything that a move must not change, a while later, when its figures are released. */
async function filledOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-move-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'sipas.db');
  const office = await openOffice({ store: await openSqlite(file) });
  await office.store.write((tx) => putSetting(tx, SERVER_KEYS, JSON.stringify([office.keys.signPublic])));
  const tablet = await office.enrol();
  const text = 'Cảm ơn anh chị, số của tôi là 0912 345 678';
  const ps = Array.from({ length: 24 }, () => bytesOf(office));
  ps.push(bytesOf(office, { rh: remarkHash(SALT, text) }));
  const body = batchOf(tablet, ps);
  const items = body.items.map((item) =>
    item.p === ps.at(-1) ? { ...item, remark: { salt: SALT, text } } : item,
  );
  const parcel = { ...body, items };
  const sent = await office.call('/api/v1/batches', { body: parcel, token: tablet.token });
  const { epoch } = (await sent.json()) as Receipts;
  const seals = [sealChain(tablet).seal(ps)];
  await office.call('/api/v1/seals', { body: { proto: 1, dev: tablet.id, seals }, token: tablet.token });
  const phone = { proto: 1, code: office.code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] };
  await office.call('/api/v1/phone', { body: phone });
  const signed = await makeRoot(office.store, office.keys, { day: '2026-11-20', nowMs: office.now });
  const mailed = readFileSync(writeRoot(signed, office.keys.signPublic, folder, undefined), 'utf8');
  const cookie = await office.signIn();
  office.now += 12 * DAY_MS;
  await keepSignedIn(office);
  return { folder, file, office, tablet, parcel, epoch, mailed, cookie };
}

async function answers(office: Office, cookie: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const path of pathsOf(office)) {
    const answer = await office.call(`/api/v1/${path}`, { cookie });
    expect([path, answer.status]).toEqual([path, 200]);
    all[path] = await answer.json();
  }
  return all;
}

/** The same office, served from another database as after a restart. */
function servedFrom(office: Office, store: Store): Office {
  const { random, logs, keys } = office;
  const clock = () => office.now;
  const log = (line: (typeof logs)[number]) => void logs.push(line);
  const app = buildApp({
    store,
    clock,
    random,
    keys,
    log,
    assets: undefined,
    publicUrl: 'http://localhost:8080',
  });
  return Object.assign(office, { store, app });
}

describe('PostgreSQL', () => {
  let server = '';
  let made = 0;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  /** Of a role that owns nothing else. */
  const emptyDatabase = async () => {
    const name = `move_${process.pid}_${++made}`;
    const role = `${name}_${Date.now()}`;
    await admin(`create role ${role} login password 'secret'`);
    await admin(`create database ${name} owner ${role} template template0 encoding 'UTF8'`);
    const url = Object.assign(new URL(server), {
      pathname: `/${name}`,
      username: role,
      password: 'secret',
    }).href;
    return { name, url };
  };
  const mover = (url: string, office: Office) => ({
    openServer: (hold: 'alone') => openPostgres(url, { hold, work: 'jobs' }),
    clock: () => office.now,
    random: seeded(5),
    tell: () => {},
  });
  beforeAll(async () => {
    server = (await startPostgres()).url;
  });

  test('after a move every answer is the same, tablets and people go on, and the old database is as it was', async () => {
    const { folder, file, office, tablet, parcel, epoch, mailed, cookie } = await filledOffice();
    const { url } = await emptyDatabase();
    const before = await answers(office, cookie);
    expect(before[`overview?unit=${office.unit}&${HALF}`]).toMatchObject({ received: 26, shown: 26 });
    await expect(moveToPostgres(file, mover(url, office))).rejects.toThrow(
      `has ${file} open. Stop the server`,
    );
    await office.store.close();
    const bytes = () => createHash('sha256').update(readFileSync(file)).digest('hex');
    const was = bytes();

    const moved = await moveToPostgres(file, mover(url, office));
    expect(moved.found).toMatchObject({ submissions: 26, recounted: 'all', root: { n: 1 }, faults: [] });
    expect(await inEnglish(movedInWords(moved, file))).toMatch(
      /^Moved: 26 submissions, \d+ rows of \d+ tables, each compared; all tallies/,
    );
    expect(bytes()).toBe(was);
    await expect(openSqlite(file)).rejects.toThrow(
      'was moved to PostgreSQL. Name that database in DATABASE_URL',
    );
    await expect(moveToPostgres(file, mover(url, office))).rejects.toThrow('is not empty');

    const store = await openPostgres(url);
    onTestFinished(() => store.close());
    servedFrom(office, store);
    expect(await answers(office, cookie)).toEqual(before);
    // no new epoch: nothing is offered again, and what is comes to nothing
    const answer = await office.call('/api/v1/batches', { body: parcel, token: tablet.token });
    const again = (await answer.json()) as Receipts;
    expect(new Set(again.receipts.map(([, kind]) => kind))).toEqual(new Set(['dup']));
    expect(again.epoch).toBe(epoch);
    await exportAudit(store, join(folder, 'export'), '2026-12-02');
    expect((await verifyExport(join(folder, 'export'), mailed)).findings).toEqual([]);
    const line = await store.read
      .selectFrom('audit')
      .selectAll()
      .where('what', '=', 'moved-database')
      .execute();
    expect(line).toMatchObject([{ account: null, unit: office.unit }]);
  });

  test('a move that is killed half-way leaves the new database empty, and can be made again', async () => {
    const { folder, file, office } = await filledOffice();
    await office.store.close();
    const { name, url } = await emptyDatabase();
    await (await openPostgres(url)).close();
    // the last table to be copied is taken, so that the move stands still with all others copied
    const taken = new pg.Client({ connectionString: url });
    await taken.connect();
    await taken.query('begin; lock table sessions in access exclusive mode');
    const run = () => command('move', { DATA_DIR: folder, DATABASE_URL: url });
    const killed = run();
    const waiting = () =>
      admin(
        `select 1 from pg_stat_activity where datname = '${name}' and wait_event_type = 'Lock' and query like 'insert%'`,
      );
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000, interval: 50 }).toBe(1);
    killed.child.kill('SIGKILL');
    await killed.end;
    await taken.end();
    const others = () => admin(`select 1 from pg_stat_activity where datname = '${name}'`);
    await expect.poll(async () => (await others()).length, { timeout: 10_000 }).toBe(0);
    const half = await openPostgres(url);
    expect(await half.write(isEmpty)).toBe(true);
    await half.close();
    // nothing was said of a move, so the office goes on where it was
    await (await openSqlite(file)).close();

    // killed between its last word and the commit it keeps the old database from being served, and is made again too
    writeFileSync(movedFile(file), '');
    await expect(openSqlite(file)).rejects.toThrow(`or remove ${movedFile(file)} to go on here`);
    const { code, said } = await run().end;
    expect([code, said]).toEqual([0, expect.stringContaining('Moved: 26 submissions')]);
    expect(said).toContain('Nobody has to do anything');
  });

  test('what does not arrive as it was is found, and nothing is moved', async () => {
    const { file, office } = await filledOffice();
    await office.store.close();
    const { url } = await emptyDatabase();
    const target = await openPostgres(url);
    await target.write(async (tx) => {
      await sql`create function spoil() returns trigger language plpgsql as 'begin new.body := new.body || ''!''; return new; end'`.execute(
        tx,
      );
      await sql`create trigger spoil before insert on remarks for each row execute function spoil()`.execute(
        tx,
      );
    });
    const move = moveToPostgres(file, { ...mover(url, office), openServer: async () => target });
    await expect(move).rejects.toThrow('remarks: 1 rows in place of 1, or not the same ones');
    const again = await openPostgres(url);
    onTestFinished(() => again.close());
    expect(await again.write(isEmpty)).toBe(true);
    expect(existsSync(movedFile(file))).toBe(false);
    await (await openSqlite(file)).close();
  });
});

function command(name: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(
    process.execPath,
    [...runTypeScript, 'server/cli/sipas.ts', name, '--lang', 'en'],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += text));
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  return { child, end };
}
