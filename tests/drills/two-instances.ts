import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { runTypeScript } from '../../launch/node.mjs';
import { LEADER_LOCK } from '../../server/store/together.ts';
import { freePort, type RunningPostgres, servePostgres } from '../store/postgres-server.ts';
import { root } from './sources.ts';

/** Real server processes over one PostgreSQL, each with a folder of its own and the same keys. */
export interface Instance {
  readonly port: number;
  readonly folder: string;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  /** SIGKILL, and waits until it has gone. */
  kill(): Promise<void>;
  /** SIGTERM, and waits until it has ended by itself; its exit code. */
  end(): Promise<number | null>;
  /** Takes its folder away. */
  remove(): void;
}

/** `sources` is the project's folder, or a copy with a fault. */
export async function openInstance(databaseUrl: string, sources = root): Promise<Instance> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'sipas-instance-'));
  let child: ChildProcess | undefined;
  let words = '';
  const stop = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const gone = once(child, 'exit');
    child.kill(signal);
    return ((await gone) as [number | null])[0];
  };
  return {
    port,
    folder,
    async start() {
      child = spawn(process.execPath, [...runTypeScript, join(sources, 'server/main.ts')], {
        cwd: sources,
        env: environment(databaseUrl, folder, port),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr!.on('data', (text) => (words = `${words}${text}`.slice(-2_000)));
      const began = performance.now();
      while (!(await isReady(port))) {
        if (child.exitCode !== null || performance.now() - began > 60_000)
          throw new Error(`an instance did not start: ${words}`);
        await wait(50);
      }
    },
    kill: async () => void (await stop('SIGKILL')),
    end: () => stop('SIGTERM'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As an operator sets it; while it stops, the balancer has two seconds to hear of it. */
const environment = (databaseUrl: string, folder: string, port: number) => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  DATA_DIR: folder,
  DATABASE_URL: databaseUrl,
  DRAIN_SECONDS: '2',
});

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** All instances need the key file of the first. */
export const copyKeys = (from: Instance, to: Instance) =>
  copyFileSync(join(from.folder, 'keys.json'), join(to.folder, 'keys.json'));

/** A command of the operator's command line; what it says. Rejects when it fails. */
export async function sipas(databaseUrl: string, instance: Instance, ...words: string[]): Promise<string> {
  const env = environment(databaseUrl, instance.folder, instance.port);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // the record is in English
    [...runTypeScript, join(root, 'server/cli/sipas.ts'), ...words, '--lang', 'en'],
    { env },
  );
  return stdout.trim();
}

/** PostgreSQL stays away so long at least. */
const AWAY_MS = 1_000;

/** One row of the database, over a connection of the drill's own; undefined while there is none. */
export async function ask<T>(url: string, text: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows[0] as T | undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The port of the instance that leads, as PostgreSQL knows it. */
export async function leader(url: string): Promise<number | undefined> {
  const row = await ask<{ name: string }>(
    url,
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = ${LEADER_LOCK}`,
  ).catch(() => undefined);
  return row && Number(/:(\d+)$/.exec(row.name)?.[1]);
}

/** Stops PostgreSQL by a signal (SIGINT: fast, SIGQUIT: immediate, SIGKILL) and serves the same data again; how long it was away. */
export async function restartPostgres(
  running: RunningPostgres,
  signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
): Promise<{ readonly again: RunningPostgres; readonly awayMs: number }> {
  const began = performance.now();
  process.kill(running.pid, signal);
  while (existsSync(`/proc/${running.pid}`)) await wait(20);
  await wait(AWAY_MS);
  const port = Number(new URL(running.url).port);
  // processes that a killed server leaves behind end by themselves, and it does not start before
  for (let tried = 0; ; tried++) {
    try {
      const again = await servePostgres(running.place, port);
      return { again, awayMs: performance.now() - began };
    } catch (error) {
      if (tried === 20) throw error;
      await wait(300);
    }
  }
}
