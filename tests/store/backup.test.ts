// Backups, restores and drills on both databases: whatever is live, a backup is one SQLite file that restores into either.
import {
  copyFileSync,
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
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type BackupPlaces, takeBackup } from '../../server/jobs/backup.ts';
import { drill } from '../../server/jobs/drill.ts';
import { manifestOf } from '../../server/jobs/manifest.ts';
import { makeRoot } from '../../server/jobs/nightly-root.ts';
import { restoreBackup } from '../../server/jobs/restore.ts';
import { newKeys } from '../../server/keys.ts';
import { allBackups, confirmOffMachine } from '../../server/store/backups.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { openCopy } from '../../server/store/copy-database.ts';
import { inspectCopy } from '../../server/store/inspect-copy.ts';
import { rootFaults } from '../../server/store/roots.ts';
import { recount } from '../../server/store/recount.ts';
import { setting } from '../../server/store/settings.ts';
import { openSqlite, type Store } from '../../server/store/store.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { TABLES_IN_ORDER } from '../../server/store/tables-in-order.ts';
import { enterFacetsNow } from '../../server/store/release-due.ts';
import { batchOf, bytesOf, FRIDAY, type Office, openOffice } from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const keys = newKeys();
const night = { day: '2026-11-20', nowMs: FRIDAY };

function folders(): BackupPlaces {
  const dataDir = mkdtempSync(join(tmpdir(), 'sipas-backup-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const backupCopyDir = join(dataDir, 'elsewhere');
  mkdirSync(backupCopyDir);
  return { dataDir, backupDir: join(dataDir, 'backups'), backupCopyDir, backupCopyIsElsewhere: true };
}

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let device: { readonly id: string; readonly token: string };
    let places: BackupPlaces;

    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      office = await openOffice({ store: (await database.open()).store });
      device = await office.enrol();
      places = folders();
      const { store } = office;
      onTestFinished(() => store.close());
    });

    const take = async (count: number) => {
      const ps = Array.from({ length: count }, () => bytesOf(office));
      const body = batchOf(device, ps);
      expect((await office.call('/api/v1/batches', { body, token: device.token })).status).toBe(200);
      return ps;
    };
    const back = () => takeBackup(office.store, places, office.now);
    const rehearse = () =>
      inEnglish(drill(office.store, places, { openFile: openSqlite, clock: () => office.now }));
    /** Restores into a new place of the same kind of database. */
    const restore = async (file: string): Promise<Store> => {
      const deps = { openFile: openSqlite, nowMs: office.now, random: seeded(9) };
      const place = join(places.dataDir, 'restored.db');
      if (database.name === 'SQLite') {
        await restoreBackup(file, place, { ...deps, openServer: undefined });
        return openSqlite(place);
      }
      const empty = await database.open();
      await empty.store.close();
      await restoreBackup(file, place, { ...deps, openServer: () => empty.reopen() });
      return empty.reopen();
    };

    test('every table of the schema is copied, by its own key', async () => {
      const file = join(places.dataDir, 'schema.db');
      const store = await openSqlite(file);
      const { rows } = await sql<{ name: string }>`
        select name from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'
      `.execute(store.read);
      expect(TABLES_IN_ORDER.map(([table]) => table).toSorted()).toEqual(rows.map(({ name }) => name).sort());
      for (const [table, key] of TABLES_IN_ORDER) {
        const { rows: columns } = await sql<{ name: string; pk: number }>`
          select name, pk from pragma_table_info(${table}) where pk > 0 order by pk
        `.execute(store.read);
        expect([table, columns.map(({ name }) => name).sort()]).toEqual([table, key.toSorted()]);
      }
      await store.close();
    });

    test('two backups within a minute lie beside each other, and the newer one is restored for trial', async () => {
      const first = await back();
      await take(1);
      office.now += 1;
      const second = await back();
      expect(second.file).toBe(first.file.replace('.db', '-2.db'));
      expect(await rehearse()).toContain('1 submissions, tallies and roots equal');
    });

    test("last night's backup restores", async () => {
      await take(23);
      await makeRoot(office.store, keys, night);
      const taken = await back();
      expect(taken.manifest).toMatchObject({ submissions: 23, recounted: 'all', root: { n: 1 } });
      await take(4);
      expect(await rehearse()).toContain('23 submissions, tallies and roots equal');

      const restored = await restore(taken.file);
      expect(await countSubmissions(restored.read)).toBe(23);
      const shapes = shapeFor(await loadCatalogue(restored.read));
      expect((await recount(restored.read, shapes)).differences).toEqual([]);
      expect(await rootFaults(restored.read)).toEqual([]);
      const epochs = await Promise.all([restored, office.store].map((store) => setting(store.read, 'epoch')));
      expect(new Set(epochs).size).toBe(2);
      await restored.close();
    });

    test('a restored database holds every row of every table that it should', async () => {
      await take(40);
      await makeRoot(office.store, keys, night);
      const { file } = await back();
      const before = await rowsOf(office.store);
      const restored = await restore(file);
      const after = await rowsOf(restored);
      const changed = new Set([
        'settings',
        'sessions',
        'links',
        'api_tokens',
        'enrolment_codes',
        'entries',
        'backups',
        'audit',
      ]);
      for (const [table] of TABLES_IN_ORDER)
        if (!changed.has(table)) expect([table, after[table]]).toEqual([table, before[table]]);
      for (const table of ['entries', 'audit']) expect(after[table]!.length).toBe(before[table]!.length + 1);
      await restored.close();
    });

    test('a backup with one damaged byte is found by the drill and refused by a restore', async () => {
      await take(12);
      const { file } = await back();
      expect(await rehearse()).toContain('restores');
      for (const damaged of [file, join(places.backupCopyDir!, file.slice(places.backupDir.length + 1))]) {
        const bytes = readFileSync(damaged);
        bytes[Math.floor(bytes.length / 2)]! ^= 1;
        writeFileSync(damaged, bytes);
      }
      await expect(rehearse()).rejects.toThrow('is damaged');
      await expect(restore(file)).rejects.toThrow('is damaged');
    });

    test('a backup whose tallies, seals or rows do not agree is not kept, and says why', async () => {
      await take(12);
      await enterFacetsNow(office.store);
      const language = office.store.write((tx) =>
        tx
          .updateTable('tallies')
          .set({ vector: Buffer.from([1, 3, 1, 1, 1]) })
          .where('facet', '=', 'language')
          .execute(),
      );
      await language;
      await expect(back()).rejects.toThrow('a tally differs from a recount');
      expect(readdirSync(places.backupDir)).toEqual([]);
      expect(await allBackups(office.store.read)).toEqual([]);
    });

    test('above a size tallies are recounted by sample, and the manifest says which', async () => {
      await take(12);
      const copy = openCopy((await back()).file);
      const { recounted, faults } = await inspectCopy(copy.read, 0, 5);
      await copy.close();
      expect([recounted, faults]).toEqual([['2026-11/2'], []]);
    });

    test('a backup on the same disk moves no safe seal until the operator confirms it', async () => {
      await take(3);
      places = { ...places, backupCopyIsElsewhere: false };
      const { copied, manifest } = await back();
      expect(copied.kind).toBe('same-disk');
      expect((await allBackups(office.store.read))[0]!.offMachine).toBe(false);
      expect(await office.store.write((tx) => confirmOffMachine(tx, '0'.repeat(64)))).toBe(false);
      expect(await office.store.write((tx) => confirmOffMachine(tx, manifest.sha256))).toBe(true);
      expect((await allBackups(office.store.read))[0]!.offMachine).toBe(true);
    });

    test('a folder on another machine that is not mounted is said, and the backup stays', async () => {
      await take(3);
      places = { ...places, backupCopyDir: join(places.dataDir, 'not-mounted') };
      const { copied, file } = await back();
      expect(copied.kind === 'failed' && (await inEnglish(copied.why))).toContain('not-mounted');
      expect([existsSync(file), existsSync(places.backupCopyDir!)]).toEqual([true, false]);
    });

    test('fourteen days of backups stay, and an old one goes only when newer ones are there', async () => {
      await take(2);
      const files: string[] = [];
      for (let day = 0; day < 17; day++) {
        files.push((await back()).file);
        office.now += 86_400_000;
      }
      expect(files.map((file) => existsSync(file))).toEqual(files.map((_, day) => day >= 3));
      expect(existsSync(manifestOf(files[0]!))).toBe(false);
      // the newer ones lost: the one that is left must stay
      for (const file of files.slice(4)) rmSync(file);
      await back();
      expect(existsSync(files[3]!)).toBe(true);
    });

    test('a restore never deletes what was there and is refused while anybody holds the database', async () => {
      await take(5);
      const { file } = await back();
      const deps = { openFile: openSqlite, nowMs: office.now, random: seeded(9) };
      const place = join(places.dataDir, 'live.db');
      if (database.name === 'PostgreSQL') {
        const { store, reopen } = await database.open();
        await expect(
          restoreBackup(file, place, { ...deps, openServer: (how) => reopen(how) }),
        ).rejects.toThrow('Stop the server');
        await store.close();
        const full = { ...deps, openServer: async () => office.store };
        await expect(restoreBackup(file, place, full)).rejects.toThrow('is not empty');
        return;
      }
      copyFileSync(file, place);
      const held = await openSqlite(place);
      const target = { ...deps, openServer: undefined };
      await expect(restoreBackup(file, place, target)).rejects.toThrow('Stop the server');
      await held.close();
      const old = readFileSync(place);
      const { aside } = await restoreBackup(file, place, target);
      expect(readFileSync(join(aside!, 'live.db')).equals(old)).toBe(true);
      await (await openSqlite(place)).close();
    });
  });
}

async function rowsOf({ read }: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const [table, key] of TABLES_IN_ORDER) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(read);
    const nameOf = (row: Record<string, unknown>) => key.map((name) => String(row[name])).join('\n');
    all[table] = rows.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
  return all;
}
