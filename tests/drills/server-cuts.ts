import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { invariant } from '../../shared/assert.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { recount } from '../../server/store/recount.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { servePostgres, startCluster } from '../store/postgres-server.ts';
import { type Disk, makeDisk } from './image.ts';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import { root, SOURCES } from './sources.ts';
import { signalAll } from './stand-still.ts';
import { startLoad } from './server-load.ts';

/** Power cuts of the server: every receipt's submission must be in what the disk holds. */
export interface Outcome {
  readonly cuts: number;
  /** Receipts that had come before the cuts, over all cuts. */
  readonly receipts: number;
  readonly lost: number;
}

const childrenOf = (pid: number) =>
  execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);

/** Copies of the disk while the load goes on; what runs stands still while one is made, as in a cut. */
async function cutAgainAndAgain(
  disk: Disk,
  cuts: number,
  receipted: ReadonlySet<string>,
  pids: () => readonly number[],
): Promise<{ readonly image: string; readonly receipts: ReadonlySet<string> }[]> {
  const taken = [];
  for (let i = 0; i < cuts; i++) {
    // Never at the same place of a commit, and with enough new receipts to lose.
    const enough = receipted.size + 60;
    for (let waited = 0; receipted.size < enough && waited < 5_000; waited += 50) await wait(50);
    await wait((i * 97) % 400);
    const running = pids();
    signalAll(running, 'SIGSTOP');
    const receipts = new Set(receipted);
    taken.push({ image: disk.cut(), receipts });
    signalAll(running, 'SIGCONT');
  }
  return taken;
}

async function missing(store: Store, receipts: ReadonlySet<string>): Promise<number> {
  try {
    const rows = await store.read.selectFrom('submissions').select('id').execute();
    const there = new Set(rows.map(({ id }) => id));
    const { differences } = await recount(store.read, shapeFor(await loadCatalogue(store.read)));
    invariant(differences.length === 0, 'tallies equal a recount after a cut');
    return [...receipts].filter((id) => !there.has(id)).length;
  } finally {
    await store.close();
  }
}

export async function cutSqlite(cuts: number, faults: readonly Patch[] = []): Promise<Outcome> {
  const copy = faults.length > 0 ? patchedCopy(SOURCES, faults) : undefined;
  const disk = makeDisk(96);
  try {
    const load = await startLoad(copy?.folder ?? root, join(disk.folder, 'sipas.db'));
    const taken = await cutAgainAndAgain(disk, cuts, load.receipted, () => [load.server.pid!]);
    await load.stop();
    let [lost, all] = [0, 0];
    for (const { image, receipts } of taken) {
      lost += await missing(await openSqlite(join(disk.mountCut(image), 'sipas.db')), receipts);
      all += receipts.size;
      disk.forget(image);
    }
    return { cuts, receipts: all, lost };
  } finally {
    disk.remove();
    copy?.remove();
  }
}

/**
 * Without synchronous commits a writer flushes what lies there, five times a second by default: seldom anything is
 * lost, and a drill may miss the fault. Here it comes every ten seconds, with the fault and without.
 */
async function slowDownWriter(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("alter system set wal_writer_delay = '10s'");
  await client.query("alter system set wal_writer_flush_after = '1GB'");
  await client.query('select pg_reload_conf()');
  await client.end();
}

export async function cutPostgres(cuts: number, faults: readonly Patch[] = []): Promise<Outcome> {
  const copy = faults.length > 0 ? patchedCopy(SOURCES, faults) : undefined;
  const disk = makeDisk(512);
  const before = process.env['TMPDIR'];
  try {
    process.env['TMPDIR'] = disk.folder;
    execFileSync('chmod', ['777', disk.folder]);
    const cluster = await startCluster();
    await slowDownWriter(cluster.url);
    execFileSync('sync', ['-f', disk.folder]);
    const load = await startLoad(copy?.folder ?? root, cluster.url);
    const pids = () => [load.server.pid!, cluster.pid, ...childrenOf(cluster.pid)];
    const taken = await cutAgainAndAgain(disk, cuts, load.receipted, pids);
    await load.stop();
    let [lost, all] = [0, 0];
    for (const { image, receipts } of taken) {
      const home = join(disk.mountCut(image), basename(cluster.place.home));
      execFileSync('rm', ['-f', join(home, 'data/postmaster.pid')]);
      const how = { ...cluster.place.how, cwd: home, env: { ...cluster.place.how.env, HOME: home } };
      const again = await servePostgres({ bin: cluster.place.bin, home, how });
      lost += await missing(await openPostgres(again.url), receipts);
      all += receipts.size;
      await again.stop();
      disk.forget(image);
    }
    await cluster.stop();
    return { cuts, receipts: all, lost };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    disk.remove();
    copy?.remove();
  }
}

/** Kills of the server under load, on one database: each start must still hold every receipt of all before. */
export async function killSqlite(kills: number): Promise<Outcome> {
  const home = mkdtempSync(join(tmpdir(), 'sipas-kills-'));
  const file = join(home, 'sipas.db');
  const all = new Set<string>();
  try {
    for (let i = 0; i < kills; i++) {
      const load = await startLoad(root, file, i + 1);
      const enough = 30 + i;
      for (let waited = 0; load.receipted.size < enough && waited < 5_000; waited += 20) await wait(20);
      await load.stop();
      for (const id of load.receipted) all.add(id);
    }
    return { cuts: kills, receipts: all.size, lost: await missing(await openSqlite(file), all) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
