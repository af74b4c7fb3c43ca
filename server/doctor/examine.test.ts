import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { FRIDAY } from '../../tests/fakes/office.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { DAY_MS } from '../../shared/period.ts';
import { NAMED_BY_DOCTOR } from '../../shared/wire/seen-request.ts';
import { readConfig } from '../config.ts';
import { openKeys } from '../keys.ts';
import { addOffice, prepareStore } from '../set-up.ts';
import { openOwnKeys } from '../start-checks.ts';
import { addBackup, type Backup } from '../store/backups.ts';
import { addDevice, activateDevice } from '../store/devices.ts';
import { lookInto } from '../store/look-into.ts';
import { acceptClock } from '../store/newest-half-day.ts';
import { putSetting } from '../store/settings.ts';
import { openSqlite, type Tx } from '../store/store.ts';
import type { FoundDatabase, Machine } from './checked-ground.ts';
import { examine, inWords } from './examine.ts';

/** A sound office on a sound machine, on real files; each test breaks one thing. */
const random = seeded(1);
const NOW = FRIDAY;
let folder = mkdtempSync(join(tmpdir(), 'sipas-doctor-'));
const template = folder;
let config: ReturnType<typeof readConfig>;
beforeAll(async () => {
  config = settings({});
  await change(async (tx) => {
    const names = { unit: { vi: 'Xã A', en: 'A' }, point: { vi: 'Quầy', en: 'Counter' } };
    await addOffice(tx, { ...names, kind: 'xa', day: '2026-11-02' }, random);
    await addBackup(tx, backup(0.6));
    await putSetting(tx, 'night', '2026-11-19');
    const drill = { night: '2026-11-19', at: NOW - DAY_MS / 2, ok: true, said: '' };
    await putSetting(tx, 'job.drill', JSON.stringify(drill));
  });
  mkdirSync(config.backupDir);
  mkdirSync(config.backupCopyDir!);
  writeFileSync(join(config.backupDir, backup(0.6).file), '');
});
// migrations take longer than everything else here
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sipas-doctor-'));
  cpSync(template, folder, { recursive: true });
  config = settings({});
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

const settings = (more: Record<string, string>) =>
  readConfig({
    NODE_ENV: 'production',
    DATA_DIR: folder,
    BACKUP_COPY_DIR: join(folder, 'elsewhere'),
    PUBLIC_URL: 'https://khaosat.example',
    ...more,
  });

const backup = (days: number, more: Partial<Backup> = {}): Backup => ({
  sha256: String(days).padEnd(64, '0'),
  at: NOW - days * DAY_MS,
  file: `sipas-${days}.db`,
  sizeBytes: 1e6,
  submissions: 0,
  root: null,
  seals: {},
  offMachine: true,
  ...more,
});

/** Changes the database as the server would, keys and all. */
async function change(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const store = await openSqlite(join(folder, 'sipas.db'));
  await prepareStore(store, random);
  await openOwnKeys(store, join(folder, 'keys.json'));
  await store.write(work);
  await store.close();
}

const certificate = { fromMs: NOW - 30 * DAY_MS, toMs: NOW + 60 * DAY_MS, distrust: undefined };
const refusal = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
type Answers = Readonly<Record<string, { readonly status: number; readonly body?: unknown }>>;
const answers =
  (more: Answers = {}): Machine['ask'] =>
  async (url, headers) => {
    const path = new URL(url).pathname;
    if (path === '/seen') expect(headers).toEqual({ 'x-forwarded-for': NAMED_BY_DOCTOR });
    const seen = { host: true, forwarded: true, believed: false };
    const all: Answers = {
      '/readyz': { status: 200 },
      '/seen': { status: 200, body: seen },
      '/metrics': { status: 404 },
      ...more,
    };
    return { body: undefined, ...all[path]! };
  };

const sound: Machine = {
  node: '24.1.0',
  memory: { totalBytes: 4e9, availableBytes: 2e9 },
  disk: () => ({ freeBytes: 40e9, device: 1 }),
  rights: (path) => ({ mode: path.endsWith('keys.json') ? 0o600 : 0o700, isOwn: true, canWrite: true }),
  isClockKept: async () => true,
  ask: answers(),
  certificate: async () => certificate,
};

/** What is not right, as `level check`. */
async function wrong(
  more: {
    readonly machine?: Partial<Machine>;
    readonly config?: typeof config;
    readonly nowMs?: number;
    readonly database?: FoundDatabase;
  } = {},
): Promise<string[]> {
  const looked = await lookInto({ file: join(folder, 'sipas.db'), url: undefined });
  const found = await examine({
    config: more.config ?? config,
    machine: { ...sound, ...more.machine },
    nowMs: more.nowMs ?? NOW,
    database: more.database ?? (looked ? { kind: 'open', looked } : { kind: 'none' }),
  });
  await looked?.close();
  for (const { said, next, level } of found) {
    expect([said.vi, said.en].every((sentence) => sentence.length > 3)).toBe(true);
    if (level !== 'ok') expect(next).toBeDefined();
  }
  return found.filter(({ level }) => level !== 'ok').map(({ level, check }) => `${level} ${check}`);
}

test('where everything is well nothing is found', async () => {
  expect(await wrong()).toEqual([]);
});

test.each<[string, Partial<Machine>, string]>([
  ['an old Node', { node: '20.19.0' }, 'fault node'],
  ['little memory', { memory: { totalBytes: 1e9, availableBytes: 5e8 } }, 'warn memory'],
  ['memory that is used up', { memory: { totalBytes: 4e9, availableBytes: 1e8 } }, 'warn memory'],
  ['a clock that nobody keeps', { isClockKept: async () => false }, 'warn clock'],
  ['a disk that is nearly full', { disk: () => ({ freeBytes: 3e8, device: 1 }) }, 'fault disk'],
  ['no room for a backup', { disk: () => ({ freeBytes: 2e7, device: 1 }) }, 'fault disk'],
  [
    'a key file for everybody',
    { rights: () => ({ mode: 0o640, isOwn: true, canWrite: true }) },
    'fault keys-rights',
  ],
  [
    'a data folder for everybody',
    { rights: (path) => ({ mode: path.endsWith('json') ? 0o600 : 0o755, isOwn: true, canWrite: true }) },
    'warn data-folder',
  ],
  [
    'a data folder that is only read',
    { rights: () => ({ mode: 0o600, isOwn: true, canWrite: false }) },
    'fault data-folder',
  ],
  [
    "another one's database",
    { rights: () => ({ mode: 0o600, isOwn: false, canWrite: true }) },
    'warn data-folder',
  ],
  ['a server that stands still', { ask: refusal('ECONNREFUSED') }, 'fault server'],
  [
    'a server that cannot write',
    { ask: answers({ '/readyz': { status: 503, body: { reasons: ['database'] } } }) },
    'fault server',
  ],
  [
    'a certificate that has run out',
    { certificate: async () => ({ ...certificate, toMs: NOW - 1 }) },
    'fault certificate',
  ],
  [
    'a certificate that is not renewed',
    { certificate: async () => ({ ...certificate, toMs: NOW + 7 * DAY_MS }) },
    'warn certificate',
  ],
  [
    'a certificate of a stranger',
    { certificate: async () => ({ ...certificate, distrust: 'SELF_SIGNED_CERT_IN_CHAIN' }) },
    'fault certificate',
  ],
  ['a name that nobody knows', { certificate: refusal('ENOTFOUND') }, 'fault address'],
  ['no proxy', { certificate: refusal('ECONNREFUSED') }, 'fault address'],
  [
    'a proxy that changes Host',
    { ask: answers({ '/seen': { status: 200, body: { host: false, forwarded: true, believed: false } } }) },
    'fault proxy',
  ],
  [
    'a proxy that names no sender',
    { ask: answers({ '/seen': { status: 200, body: { host: true, forwarded: false, believed: false } } }) },
    'fault proxy',
  ],
  [
    'a proxy that believes senders',
    { ask: answers({ '/seen': { status: 200, body: { host: true, forwarded: true, believed: true } } }) },
    'fault proxy',
  ],
  [
    'another program at the address',
    { ask: answers({ '/seen': { status: 200, body: '<html>' } }) },
    'fault proxy',
  ],
  ['metrics for everybody', { ask: answers({ '/metrics': { status: 200 } }) }, 'fault proxy'],
])('%s', async (_name, machine, found) => {
  expect(await wrong({ machine })).toContain(found);
});

test.each<[string, Record<string, string>, string]>([
  ['an address without TLS', { PUBLIC_URL: 'http://khaosat.example' }, 'fault address'],
  ['an address of this machine', { PUBLIC_URL: 'http://localhost:8080' }, 'warn address'],
  ['a server that runs for trial', { NODE_ENV: '' }, 'warn production'],
  [
    'a folder elsewhere that is not mounted',
    { BACKUP_COPY_DIR: '/no/such/folder' },
    'fault backup-elsewhere',
  ],
])('%s', async (_name, more, found) => {
  expect(await wrong({ config: settings(more) })).toEqual([found]);
});

test.each<[string, (tx: Tx) => Promise<unknown>, string[]]>([
  ['a backup that is gone', (tx) => addBackup(tx, backup(0.1)), ['fault backup']],
  [
    'a night that failed',
    (tx) =>
      putSetting(
        tx,
        'job.root',
        JSON.stringify({ night: '2026-11-19', at: NOW, ok: false, said: 'It failed.' }),
      ),
    ['fault night'],
  ],
  ['a night that nobody did', (tx) => putSetting(tx, 'night', '2026-11-15'), ['fault night']],
  [
    'a restore that was tried long ago',
    (tx) =>
      putSetting(
        tx,
        'job.drill',
        JSON.stringify({ night: '2026-11-01', at: NOW - 19 * DAY_MS, ok: true, said: '' }),
      ),
    ['warn drill'],
  ],
  [
    'a newer version',
    (tx) =>
      tx
        .insertInto('kysely_migration' as 'settings')
        .values({ name: '9999-later', timestamp: '' } as never)
        .execute(),
    ['fault database'],
  ],
  [
    'an older version',
    (tx) =>
      tx
        .deleteFrom('kysely_migration' as 'settings')
        .where('name', '>', '0003')
        .execute(),
    ['warn database'],
  ],
  ['answers of the future', (tx) => acceptClock(tx, '2199-01-02AM'), ['fault clock-and-data']],
  ['no office', (tx) => tx.updateTable('units').set({ tree: 'demo' }).execute(), ['warn office']],
])('%s', async (_name, work, found) => {
  await change(work);
  expect(await wrong()).toEqual(found);
});

test('backups that stay away are a warning, then a fault', async () => {
  expect(await wrong({ nowMs: NOW + DAY_MS })).toContain('warn backup');
  expect(await wrong({ nowMs: NOW + 4 * DAY_MS })).toContain('fault backup');
  await change(async (tx) => tx.deleteFrom('backups').execute());
  expect(await wrong()).toEqual(['warn backup', 'warn backup-elsewhere']);
});

test('a disk that fills is told before it is full', async () => {
  await change(async (tx) => {
    await addBackup(tx, backup(20.6, { sizeBytes: 5e5 }));
    await addBackup(tx, backup(0.5, { sizeBytes: 1e9 }));
  });
  writeFileSync(join(config.backupDir, backup(0.5).file), '');
  expect(await wrong({ machine: { disk: () => ({ freeBytes: 10e9, device: 1 }) } })).toEqual(['warn disk']);
  expect(await wrong({ machine: { disk: () => ({ freeBytes: 200e9, device: 1 }) } })).toEqual([]);
});

test('a key file that is missing, another one, damaged or beside the backups', async () => {
  const file = join(folder, 'keys.json');
  copyFileSync(file, join(config.backupDir, 'keys.json'));
  expect(await wrong()).toEqual(['fault keys-beside-backups']);
  rmSync(join(config.backupDir, 'keys.json'));
  writeFileSync(file, '{');
  expect(await wrong()).toEqual(['fault keys']);
  rmSync(file);
  expect(await wrong()).toEqual(['fault keys']);
  openKeys(file);
  expect(await wrong()).toEqual(['fault keys']);
});

test('a damaged database, one that cannot be opened, and none yet', async () => {
  expect(await wrong({ database: { kind: 'closed', code: 'SQLITE_NOTADB' } })).toContain('fault database');
  expect(await wrong({ database: { kind: 'closed', code: 'SQLITE_CANTOPEN' } })).toContain('fault database');
  const url = { config: settings({ DATABASE_URL: 'postgres://x/y' }) };
  expect(await wrong({ ...url, database: { kind: 'closed', code: 'ECONNREFUSED' } })).toContain(
    'fault database',
  );
  rmSync(join(folder, 'keys.json'));
  expect(await wrong({ database: { kind: 'none' } })).toEqual(['warn database']);
  writeFileSync(
    join(folder, 'sipas.db'),
    'no database at all, but more than a page of something'.repeat(200),
  );
  await expect(lookInto({ file: join(folder, 'sipas.db'), url: undefined })).rejects.toMatchObject({
    code: 'SQLITE_NOTADB',
  });
});

test('a tablet that is silent, and mail that does not leave', async () => {
  await change(async (tx) => {
    const { id: point } = await tx.selectFrom('service_points').select('id').executeTakeFirstOrThrow();
    const { id: campaign } = await tx.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
    const at = NOW - 9 * DAY_MS;
    await addDevice(tx, {
      id: 'd1',
      name: 'Máy 1',
      campaign,
      at,
      assignment: { servicePoint: point, starts: '2026-11-02', ends: null },
    });
    await activateDevice(tx, 'd1', 'x'.repeat(64), at);
    await putSetting(tx, 'mail-state', JSON.stringify({ at, trouble: 'ECONNREFUSED' }));
  });
  const withMail = settings({ MAIL_HOST: 'mail.example', MAIL_FROM: 'a@khaosat.example' });
  expect(await wrong({ config: withMail })).toEqual(['warn devices', 'fault mail']);
});

test('a check that breaks is a finding, and the others go on', async () => {
  const found = await examine(
    { config, machine: sound, nowMs: NOW, database: { kind: 'none' } },
    { broken: () => Promise.reject(new Error('x')), fine: () => [] },
  );
  expect(found).toMatchObject([{ check: 'broken', level: 'fault' }]);
});

test('it is said line by line in either language, with what to do', () => {
  const said = { vi: 'Sai.', en: 'Wrong.' };
  const next = { vi: 'Chạy: sipas backup', en: 'Run: sipas backup' };
  const found = [
    { check: 'a', level: 'ok', said: { vi: 'Tốt.', en: 'Fine.' } },
    { check: 'b', level: 'fault', said, next },
  ] as const;
  expect(inWords(found, 'vi')).toMatch(
    /^✓ Tốt\.\n✗ Sai\.\n {4}→ Chạy: sipas backup\n\nLỗi: 1\. Cần để ý: 0\.\n/,
  );
  expect(inWords(found, 'en')).toContain('✗ Wrong.\n    → Run: sipas backup\n\nFaults: 1. To watch: 0.');
});
