import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Receipts } from '../../shared/wire/batch.ts';
import { runTypeScript } from '../../launch/node.mjs';
import { batchOf, bytesOf, type Office } from '../fakes/office.ts';

/** A server in a process of its own, and clients that send one submission after another and write down receipts. */
export interface Load {
  readonly server: ChildProcess;
  /** Ids for which a receipt has come. */
  readonly receipted: Set<string>;
  /** No more requests; those under way end or fail. */
  stop(): Promise<void>;
}

const CLIENTS = 8;

/** `sources` is the project's folder, or a copy with a fault; each start over the same database has its own seed. */
export async function startLoad(sources: string, database: string, seed = 1): Promise<Load> {
  const script = join(sources, 'tests/drills/served-office.ts');
  const server = spawn(process.execPath, [...runTypeScript, script, database, String(seed)], {
    cwd: sources,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(server, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
  ])) as [string];
  const { port, id, token, ...names } = JSON.parse(line) as Record<string, string>;
  const office = {
    ...names,
    random: (length: number) => new Uint8Array(randomBytes(length)),
  } as unknown as Office;
  const receipted = new Set<string>();
  const load = { isOver: false };

  async function sendOne(): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(batchOf({ id: id! }, [bytesOf(office)])),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.status !== 200) throw new Error(`the server answers ${answer.status}`);
    for (const [named, kind] of ((await answer.json()) as Receipts).receipts) {
      if (kind === 'stored') receipted.add(named);
    }
  }
  async function client(): Promise<void> {
    while (!load.isOver) {
      try {
        await sendOne();
      } catch (error) {
        // A server that is being killed breaks off; before that every answer must be a good one.
        if (!load.isOver) throw error;
      }
    }
  }
  const all = Promise.all(Array.from({ length: CLIENTS }, client));
  all.catch(() => {});
  return {
    server,
    receipted,
    async stop() {
      load.isOver = true;
      server.kill('SIGKILL');
      await all;
    },
  };
}
