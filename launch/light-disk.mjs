// Where the tests write: a folder in memory where the machine has room for one. What they write is thrown away, and
// flushing it to a disk cost a quarter of the store's processor time and half of its duration.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux keeps files here in memory; a container may have made it small, or refuse programs there. */
const IN_MEMORY = '/dev/shm';

/** All databases, profiles and copies of a whole run take 2 GiB at most; the browsers want memory too. */
const ROOM = 4 * 2 ** 30;
const FREE_MEMORY = 8 * 2 ** 30;

/**
 * A folder in memory as the environment that names it, gone when this program ends; nothing where there is none, it is
 * too small, it cannot hold programs, or somebody has named a folder.
 * @returns {Record<string, string>}
 */
export function lightDisk(where = IN_MEMORY) {
  if (process.platform !== 'linux' || process.env.TMPDIR) return {};
  try {
    const { bavail, bsize } = statfsSync(where);
    if (bavail * bsize < ROOM || process.availableMemory() < FREE_MEMORY) return {};
    const folder = mkdtempSync(join(where, 'sipas-test-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
    chmodSync(folder, 0o1777); // PostgreSQL and some tests of the launch are other users
    const program = join(folder, 'tried');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    return { TMPDIR: folder };
  } catch {
    return {};
  }
}
