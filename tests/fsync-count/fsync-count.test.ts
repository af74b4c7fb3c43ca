import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localDay } from '../../shared/period.ts';
import { batchOf, bytesOf } from '../fakes/office.ts';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import { setUp, startServer } from './served-by-main.ts';

const root = join(import.meta.dirname, '..', '..');
const RECEIPTS = 120;
const NORMAL: Patch = {
  file: 'server/store/store.ts',
  from: "database.pragma('synchronous = FULL');",
  to: "database.pragma('synchronous = NORMAL');",
};

function findStrace(): boolean {
  const isThere = () => existsSync('/usr/bin/strace');
  if (!isThere() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      execFileSync('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'strace'], {
        stdio: 'ignore',
      });
    } catch {
      return false;
    }
  }
  return isThere();
}

/** Flushes of the real server while it gives receipts one by one, each for a commit of its own. */
async function flushesIn(tree: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sipas-fsync-'));
  const trace = join(dataDir, 'trace');
  const { office, device } = await setUp(dataDir);
  const strace = ['/usr/bin/strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace];
  const server = await startServer(tree, dataDir, strace);
  const count = () => readFileSync(trace, 'utf8').match(/f(?:data)?sync\(/g)?.length ?? 0;
  try {
    const before = count();
    for (let i = 0; i < RECEIPTS; i++) {
      const p = bytesOf(office, { b: `${localDay(Date.now())}AM` });
      const response = await fetch(`${server.url}/api/v1/batches`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
        body: JSON.stringify(batchOf(device, [p])),
      });
      const { receipts } = (await response.json()) as { receipts: (readonly [string, string])[] };
      expect(receipts[0]?.[1]).toBe('stored');
    }
    return count() - before;
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const hasStrace = findStrace();

// Without strace nothing can count flushes: the list of tests then says that this count did not run.
test.skipIf(!hasStrace)('the server flushes at least once for each receipt that stands alone', async () => {
  expect(await flushesIn(root)).toBeGreaterThanOrEqual(RECEIPTS);
});

// The same count on a copy that does not flush: only the log's own checkpoints are left, every thousand pages.
test.skipIf(!hasStrace)('with synchronous=NORMAL the same count finds next to no flush', async () => {
  const copy = patchedCopy(['server', 'shared'], [NORMAL]);
  try {
    expect(await flushesIn(copy.folder)).toBeLessThan(RECEIPTS / 4);
  } finally {
    copy.remove();
  }
});
