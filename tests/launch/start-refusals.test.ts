// Starts that are refused because something would go wrong later: each names the next step, and that step works.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { RELEASE } from '../../server/release.ts';
import { acceptClock } from '../../server/store/newest-half-day.ts';
import { openSqlite } from '../../server/store/store.ts';
import { emptyFolder, runNode, start } from './launched.ts';

const environment = (folder: string) => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: folder,
});
/** A clock that stands at an instant, put in before the program begins. */
const clockAt = (instant: string) => [
  '--import',
  `data:text/javascript,Date.now = () => ${Date.parse(instant)};`,
];

const refused = (folder: string, node: readonly string[] = []) =>
  runNode([...runTypeScript, ...node, 'server/main.ts'], { env: environment(folder) });
const sipas = (folder: string, ...words: string[]) =>
  runNode([...runTypeScript, 'server/cli/sipas.ts', ...words], { env: environment(folder) });

/** Starts a server and hands it to the work; ends it by a signal, or at once as a power cut would. */
async function whileRunning(
  folder: string,
  work: () => Promise<void>,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
) {
  const server = start(process.execPath, [...runTypeScript, 'server/main.ts'], { env: environment(folder) });
  await server.until('is running');
  await work();
  server.child.kill(signal);
  await server.end;
}
const nothing = async () => {};

test('a clock before the release of the program is refused', async () => {
  const { code, err } = await refused(emptyFolder(), clockAt('2019-03-01T08:00:00Z'));
  expect(err).toContain('2019-03-01');
  expect(err).toContain(RELEASE.day);
  expect(err).toContain('Set the clock');
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
});

test('a clock before the newest stored half-day is refused, until the operator says that it is right', async () => {
  const folder = emptyFolder();
  const store = await openSqlite(join(folder, 'sipas.db'));
  await store.write((tx) => acceptClock(tx, '2199-01-02AM'));
  await store.close();
  const { code, err } = await refused(folder);
  expect(err).toContain('answers of 2199-01-02AM');
  expect(err).toContain('npm run sipas -- clock accept');
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
  expect((await sipas(folder, 'clock', 'accept')).code).toBe(0);
  await whileRunning(folder, nothing);
});

test('a key file that is missing or another one is refused; put back or given up, the server starts', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'keys.json');
  await whileRunning(folder, nothing);
  const saved = readFileSync(file);
  renameSync(file, join(folder, 'saved.json'));
  const missing = await refused(folder);
  expect(missing.err).toContain(`The key file ${file} is missing`);
  expect(missing.err).toContain('Put the saved copy of it back');
  expect([missing.code, existsSync(file)]).toEqual([1, false]);

  const foreign = emptyFolder();
  await whileRunning(foreign, nothing);
  writeFileSync(file, readFileSync(join(foreign, 'keys.json')));
  const other = await refused(folder);
  expect(other.err).toContain('is not the one that this database was used with');
  expect(other.code).toBe(1);

  writeFileSync(file, saved);
  await whileRunning(folder, nothing);
  rmSync(file);
  expect((await sipas(folder, 'keys', 'renew')).out).toContain('Save this file');
  await whileRunning(folder, nothing);
});

test('a damaged key file is named and left as it is', async () => {
  const folder = emptyFolder();
  await whileRunning(folder, nothing);
  writeFileSync(join(folder, 'keys.json'), '{"v":1');
  const { code, err } = await refused(folder);
  expect(err).toContain('cannot be read');
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{"v":1');
  expect(code).toBe(1);
});

test('a restore is refused while the server runs, and not after it was killed', async () => {
  const folder = emptyFolder();
  expect((await sipas(folder, 'office', 'Ủy ban nhân dân xã A', 'Bộ phận Một cửa xã A')).code).toBe(0);
  const taken = await sipas(folder, 'backup');
  expect(taken.out).toContain('Backup taken and verified');
  expect(taken.out).toContain('keys.json');
  const file = /verified: (\S+\.db)/.exec(taken.out)![1]!;
  await whileRunning(
    folder,
    async () => {
      const busy = await sipas(folder, 'restore', file);
      expect([busy.code, busy.err]).toEqual([1, expect.stringContaining('Stop the server')]);
    },
    'SIGKILL',
  );
  expect((await sipas(folder, 'drill')).out).toContain('The newest backup restores');
  const restored = await sipas(folder, 'restore', file);
  expect([restored.code, restored.err]).toEqual([0, '']);
  expect(restored.out).toContain('Nothing was deleted');
  expect(restored.out).toContain('send again');
  await whileRunning(folder, nothing);
  // what was restored can be exported and proven
  const day = await sipas(folder, 'root');
  const roots = /Send (\S+) to/.exec(day.out)![1]!;
  const audit = join(folder, 'audit');
  expect((await sipas(folder, 'export-audit', audit)).code).toBe(0);
  const verdict = await sipas(folder, 'verify', audit, '--roots', roots);
  expect([verdict.code, verdict.out]).toEqual([0, expect.stringContaining('Nothing was changed')]);
  const alone = await runNode([...runTypeScript, 'server/cli/verify.ts', audit, roots]);
  expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('Nothing was changed')]);
}, 240_000);
