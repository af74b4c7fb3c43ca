import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { batchOf, bytesOf, type Office, openOffice } from '../../tests/fakes/office.ts';
import { allBackups } from '../store/backups.ts';
import { allEntries } from '../store/entries.ts';
import { openSqlite } from '../store/store.ts';
import { drill } from './drill.ts';
import {
  isNightDue,
  JOB_NAMES,
  lastResult,
  type NightDeps,
  nightFaults,
  nightOf,
  runNight,
} from './night.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);
let office: Office;
let deps: NightDeps;
let dataDir: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sipas-night-'));
  const backupCopyDir = join(dataDir, 'elsewhere');
  mkdirSync(backupCopyDir);
  office = await openOffice({ store: await openSqlite(join(dataDir, 'sipas.db')) });
  const places = { dataDir, backupDir: join(dataDir, 'backups'), backupCopyDir, backupCopyIsElsewhere: true };
  deps = {
    store: office.store,
    keys: office.keys,
    places,
    openFile: openSqlite,
    clock: () => office.now,
    random: office.random,
  };
  onTestFinished(async () => {
    await office.store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const tablet = await office.enrol();
  const body = batchOf(
    tablet,
    Array.from({ length: 12 }, () => bytesOf(office)),
  );
  await office.call('/api/v1/batches', { body, token: tablet.token });
  const phone = { proto: 1, code: office.code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] };
  await office.call('/api/v1/phone', { body: phone });
});

test('a night begins at 20:00 in Viet Nam, and one that was missed is made up', async () => {
  expect(nightOf(at('2026-11-20T19:59'))).toBe('2026-11-19');
  expect(nightOf(at('2026-11-20T20:00'))).toBe('2026-11-20');
  // a new database waits for its first evening
  expect(await isNightDue(office.store, at('2026-11-20T09:00'))).toBe(false);
  expect(await isNightDue(office.store, at('2026-11-20T19:00'))).toBe(false);
  expect(await isNightDue(office.store, at('2026-11-20T20:00'))).toBe(true);
  office.now = at('2026-11-20T20:00');
  expect(await runNight(deps)).toBe(true);
  expect(await isNightDue(office.store, at('2026-11-21T07:00'))).toBe(false);
  expect(await isNightDue(office.store, at('2026-11-23T07:00'))).toBe(true);
});

test('a night seals own phones, signs a root, takes a backup and restores it for trial, and says each result', async () => {
  office.now = at('2026-11-20T20:00');
  const said: string[] = [];
  await runNight(deps, (job, result) => said.push(`${job} ${result.ok}`));
  expect(said).toEqual(JOB_NAMES.map((job) => `${job} true`));
  const seals = await office.store.read.selectFrom('seals').select(['device', 'total', 'root']).execute();
  expect(seals).toEqual([{ device: 'server', total: 1, root: 1 }]);
  expect(await office.store.read.selectFrom('phone_leaves').selectAll().execute()).toEqual([]);
  const text = readFileSync(join(dataDir, 'roots', 'root-2026-11-20.txt'), 'utf8');
  expect(text).toMatch(/^sipas-root 1 2026-11-20 [0-9a-f]{64}$/m);
  expect(readFileSync(join(dataDir, 'elsewhere', 'roots', 'root-2026-11-20.txt'), 'utf8')).toBe(text);
  expect((await allBackups(office.store.read))[0]).toMatchObject({ submissions: 13, offMachine: true });
  expect((await lastResult(office.store, 'drill'))!.said).toEqual({
    vi: expect.stringContaining('Đã khôi phục thử được bản mới nhất'),
    en: expect.stringContaining('The newest backup restores'),
  });
  expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.includes('drill'))).toEqual([]);
});

test('what failed is said and done again, and what was done is not', async () => {
  office.now = at('2026-11-20T20:00');
  // the folder of backups is a file: no backup, and so nothing to restore for trial
  writeFileSync(deps.places.backupDir, '');
  expect(await runNight(deps)).toBe(false);
  expect((await lastResult(office.store, 'backup'))!.ok).toBe(false);
  expect((await lastResult(office.store, 'root'))!.ok).toBe(true);
  const faults = await nightFaults(office.store, 'en');
  expect(faults.map((fault) => fault.slice(0, 42))).toEqual([
    'Last night (2026-11-20) backup failed: It ',
    'Last night (2026-11-20) drill failed: Ther',
  ]);
  rmSync(deps.places.backupDir);
  const said: string[] = [];
  expect(await runNight(deps, (job) => said.push(job))).toBe(true);
  expect(said).toEqual(['backup', 'drill']);
  expect(await office.store.read.selectFrom('roots').select('n').execute()).toHaveLength(1);
  expect(await allEntries(office.store.read)).toEqual([]);
  expect(existsSync(join(dataDir, 'roots', 'root-2026-11-20-2.txt'))).toBe(false);
});

test('a backup that was damaged since is found the next night', async () => {
  office.now = at('2026-11-20T20:00');
  await runNight(deps);
  const [backup] = await allBackups(office.store.read);
  const file = join(dataDir, 'elsewhere', backup!.file);
  const bytes = readFileSync(file);
  bytes[5_000]! ^= 1;
  writeFileSync(file, bytes);
  await expect(drill(office.store, deps.places, deps)).rejects.toThrow('is damaged');
});
