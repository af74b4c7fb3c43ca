import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import {
  addDays,
  halfMonthOf,
  daysOfHalfMonth,
  localDay,
  readPeriod,
  reportYearOf,
} from '../../shared/period.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { readOverview } from '../../server/figures/read-overview.ts';
import { hashSecret, newSecret } from '../../server/secrets.ts';
import { addOffice, prepareStore } from '../../server/set-up.ts';
import { openOwnKeys } from '../../server/start-checks.ts';
import { addAccount } from '../../server/store/accounts.ts';
import { addSession } from '../../server/store/sessions.ts';
import { allUnits } from '../../server/store/organisation.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { storeProvince } from './stored-province.ts';

/**
 * `node tests/load/restore-drill.ts [SUBMISSIONS or DATA FOLDER]`, after a build: a database of a million submissions is backed up by the
 * product's command and deleted, restored by the product's command and served by the product's server until that is ready and gives the
 * overview that the original gave; into SQLite, and into PostgreSQL. Prints the seconds of each step and the most memory that its process had.
 * A folder that `… keep FOLDER` made before saves the storing. It judges nothing.
 */
const [asked = '1000000', word, kept] = process.argv.slice(2);
const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'sipas-drill-'));
const random = (length: number) => new Uint8Array(randomBytes(length));
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const busy = () => `load ${loadavg()[0]!.toFixed(1)}`;
const PERIOD = readPeriod(`report-${reportYearOf(halfMonthOf(localDay(Date.now())))}-year`)!;

const data = join(home, 'data');
const backups = join(home, 'backups');
if (existsSync(join(asked, 'sipas.db'))) {
  await step('copying the database', async () => {
    rmSync(data, { recursive: true, force: true });
    await run('cp', ['-r', asked, data], {});
  });
} else {
  await step(`storing ${asked} submissions`, () => fill(Number(asked)));
  if (word === 'keep') await run('cp', ['-r', data, kept!], {});
}
const token = newSecret(random);
const before = await (async () => {
  const store = await openSqlite(join(data, 'sipas.db'));
  const unit = (await allUnits(store.read)).find(({ parent }) => parent === null)!.id;
  const figures = figuresOf(
    await readOverview({ store, clock: Date.now }, unit, {
      unit,
      day: undefined,
      period: PERIOD,
      form: 'express',
    }),
  );
  await store.close();
  return { unit, figures };
})();
await command('backup, verified', ['backup'], {});
const file = join(backups, readdirSync(backups).find((name) => name.endsWith('.db'))!);
console.log(
  `  backup of ${megabytes(statSync(file).size)} MB; the original had ${megabytes(statSync(join(data, 'sipas.db')).size)}`,
);
for (const part of ['', '-wal', '-shm']) rmSync(join(data, `sipas.db${part}`), { force: true });

console.log('SQLite:');
await restoreAndServe({});
const cluster = await startPostgres();
console.log('PostgreSQL:');
await restoreAndServe({ DATABASE_URL: cluster.url });
await cluster.stop();
rmSync(home, { recursive: true, force: true });

async function fill(submissions: number): Promise<void> {
  const store = await openSqlite(join(data, 'sipas.db'));
  await prepareStore(store, random);
  const keys = await openOwnKeys(store, join(data, 'keys.json'));
  // the last half-month that has closed
  const lastDay = addDays(daysOfHalfMonth(halfMonthOf(localDay(Date.now()))).from, -1);
  const name = { vi: 'Tỉnh Thử Nghiệm', en: 'Trial province' };
  const day = addDays(lastDay, -400);
  const { unit, campaign } = await store.write((tx) =>
    addOffice(tx, { unit: name, point: name, kind: 'tinh', day }, random),
  );
  await storeProvince({ store, keys, unit, campaign }, { submissions, communes: 124, points: 4, lastDay });
  await store.close();
}

async function restoreAndServe(env: Readonly<Record<string, string>>): Promise<void> {
  const started = performance.now();
  await command('  restore, verified', ['restore', file], env);
  await signIn(env['DATABASE_URL']);
  const served = performance.now();
  const port = '18765';
  const server = start(['server/main.ts'], { ...env, PORT: port, NODE_ENV: 'production' });
  const peak = watch(server);
  const address = `http://localhost:${port}`;
  await until(async () => (await fetch(`${address}/readyz`)).status === 200, server);
  console.log(`    ready after ${seconds(served)} s`);
  const asking = `${address}/api/v1/overview?unit=${before.unit}&period=${PERIOD.id}&form=express`;
  await until(async () => {
    const response = await fetch(asking, { headers: { cookie: `sipas=${token}` } });
    if (response.status !== 200) throw new Error(`the overview answered ${response.status}`);
    if (figuresOf((await response.json()) as Overview) !== before.figures)
      throw new Error('other figures than before');
    return true;
  }, server);
  console.log(`    the overview of before after ${seconds(served)} s; at most ${peak()} MB`);
  server.kill('SIGTERM');
  await once(server, 'exit');
  console.log(`  from the command to the first figure: ${seconds(started)} s, ${busy()}`);
}

/** What an overview says, without the instants at which it was read. */
function figuresOf(overview: Overview): string {
  const isInstant = (name: string) => name === 'asOf' || name === 'devices';
  return JSON.stringify(overview, (name, value: unknown) => (isInstant(name) ? undefined : value));
}

/** A restore ends all sessions: the manager's is put there. */
async function signIn(url: string | undefined): Promise<void> {
  const store: Store = url === undefined ? await openSqlite(join(data, 'sipas.db')) : await openPostgres(url);
  await store.write(async (tx) => {
    const account = {
      id: 'drill',
      login: 'drill',
      name: 'Drill',
      role: 'manager',
      unit: before.unit,
      password: null,
    } as const;
    await addAccount(tx, account);
    await addSession(tx, hashSecret(token), account.id, Date.now());
  });
  await store.close();
}

async function until(isSo: () => Promise<boolean>, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('the server ended');
    const answer = await isSo().catch((error: unknown) => {
      // not listening yet
      if ((error as { readonly cause?: unknown }).cause === undefined) throw error;
      return false;
    });
    if (answer) return;
    await wait(20);
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`${name}: ${seconds(started)} s, ${busy()}`);
}

async function command(
  name: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const started = performance.now();
  const peak = await run(process.execPath, ['server/cli/sipas.ts', ...words], env);
  console.log(`${name}: ${seconds(started)} s, at most ${peak} MB, ${busy()}`);
}

function start(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  program = process.execPath,
): ChildProcess {
  const places = { DATA_DIR: data, BACKUP_DIR: backups };
  return spawn(program, words, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...places, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Runs it to its end and returns the most memory that it had, in MB. */
async function run(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = start(words, env, program);
  const peak = watch(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return peak();
}

function watch({ pid }: ChildProcess): () => number {
  let most = 0;
  const look = setInterval(() => {
    try {
      most = Math.max(
        most,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
      );
    } catch {
      clearInterval(look);
    }
  }, 100).unref();
  return () => megabytes(1024 * most);
}
