// The whole drill: a server with tablets, a backup, more data, the database gone, a restore, a new epoch; the tablets
// offer again what is not safe, and everything that can be counted is as it was.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyExport } from '../../server/cli/verify.ts';
import { leafOf } from '../../server/store/leaves.ts';
import { buildApp } from '../../server/app.ts';
import { readOverview } from '../../server/figures/read-overview.ts';
import { takeBackup } from '../../server/jobs/backup.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { makeRoot, writeRoot } from '../../server/jobs/nightly-root.ts';
import { restoreBackup } from '../../server/jobs/restore.ts';
import { newKeys } from '../../server/keys.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { recount } from '../../server/store/recount.ts';
import { rootFaults } from '../../server/store/roots.ts';
import { putSetting, SERVER_KEYS } from '../../server/store/settings.ts';
import { openSqlite, type Store } from '../../server/store/store.ts';
import { talliesAt } from '../../server/store/tallies.ts';
import { DAY_MS, readPeriod } from '../../shared/period.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { SealReceipts, SignedSeal } from '../../shared/wire/seal.ts';
import { batchOf, bytesOf, type EnrolledTablet, FRIDAY, type Office, openOffice } from '../fakes/office.ts';
import { seeded } from '../fakes/seeded.ts';
import { sealChain } from '../fakes/tablet-key.ts';
import { verdictInEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const keys = newKeys();

/** A tablet that keeps everything it has taken, and speaks to whichever server is there. */
function simulatedTablet(call: Office['call'], device: EnrolledTablet) {
  const chain = sealChain(device);
  const kept: { readonly p: string; seal: number; sent: boolean }[] = [];
  const seals: SignedSeal[] = [];
  let epoch = '';
  let safeSeal = 0;
  const { token } = device;
  const learn = (answer: { readonly epoch: string; readonly safeSeal: number }) => {
    safeSeal = answer.safeSeal;
    if (answer.epoch === epoch) return;
    epoch = answer.epoch;
    for (const entry of kept) if (entry.seal === 0 || entry.seal > safeSeal) entry.sent = false;
  };
  const postSeals = async () => {
    const body = { proto: 1, dev: device.id, seals };
    const answer = (await (await call('/api/v1/seals', { body, token })).json()) as SealReceipts;
    learn(answer);
    return answer;
  };
  return {
    kept,
    take(ps: readonly string[]) {
      kept.push(...ps.map((p) => ({ p, seal: 0, sent: false })));
    },
    seal() {
      const open = kept.filter((entry) => entry.seal === 0);
      seals.push(chain.seal(open.map(({ p }) => p)));
      for (const entry of open) entry.seal = seals.length;
    },
    safeSeal: () => safeSeal,
    /** One round: everything unsent, then the seals. Returns the kinds of receipts that came. */
    async round(): Promise<string[]> {
      const kinds: string[] = [];
      for (;;) {
        const entries = kept.filter(({ sent }) => !sent).slice(0, 50);
        if (entries.length === 0) break;
        const body = batchOf(
          device,
          entries.map(({ p }) => p),
        );
        const answer = (await (await call('/api/v1/batches', { body, token })).json()) as Receipts;
        learn(answer);
        for (const entry of entries) entry.sent = true;
        kinds.push(...answer.receipts.map(([, kind]) => kind));
      }
      if (seals.length > 0) await postSeals();
      return kinds;
    },
    postSeals,
  };
}

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('after a restore devices offer what is not safe', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sipas-restore-'));
      onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
      const backupCopyDir = join(dataDir, 'elsewhere');
      mkdirSync(backupCopyDir);
      const places = {
        dataDir,
        backupDir: join(dataDir, 'backups'),
        backupCopyDir,
        backupCopyIsElsewhere: true,
      };
      const place = join(dataDir, 'sipas.db');
      const opened = database.name === 'SQLite' ? undefined : await database.open();
      const office = await openOffice({ store: opened?.store ?? (await openSqlite(place)) });
      await office.store.write((tx) => putSetting(tx, SERVER_KEYS, JSON.stringify([keys.signPublic])));
      const enrolled = [await office.enrol('Một'), await office.enrol('Hai'), await office.enrol('Ba')];
      const tablets = enrolled.map((device) => simulatedTablet((...call) => office.call(...call), device));
      const some = (count: number) => Array.from({ length: count }, () => bytesOf(office));
      const phone = { proto: 1, code: office.code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] };
      await office.call('/api/v1/phone', { body: phone });

      // the first night: sealed, rooted, backed up on another machine; one tablet has sealed nothing yet
      for (const [i, tablet] of tablets.entries()) {
        tablet.take(some(20 + i));
        if (i < 2) tablet.seal();
        await tablet.round();
      }
      const mail = async (day: string) => {
        const root = await makeRoot(office.store, keys, { day, nowMs: office.now });
        return readFileSync(writeRoot(root, keys.signPublic, dataDir, undefined), 'utf8');
      };
      let mailed = await mail('2026-11-20');
      const { file, manifest } = await takeBackup(office.store, places, office.now);
      expect(manifest.seals).toEqual({ [enrolled[0]!.id]: 1, [enrolled[1]!.id]: 1, server: 1 });
      // the second night has not come: what follows is in no backup
      office.now = FRIDAY + 86_400_000;
      tablets[0]!.take(some(12));
      tablets[0]!.seal();
      tablets[1]!.take(some(11));
      for (const tablet of tablets) await tablet.round();
      mailed += await mail('2026-11-21');
      expect(tablets.map((tablet) => tablet.safeSeal())).toEqual([1, 1, 0]);
      await office.signIn();
      const before = await stateOf(office);
      expect(before.report).toMatchObject({ received: 87, shown: 87 });

      // the database is gone
      await office.store.close();
      if (database.name === 'SQLite') rmSync(place);
      const deps = { openFile: openSqlite, nowMs: office.now, random: seeded(77) };
      const empty = database.name === 'SQLite' ? undefined : await database.open();
      await empty?.store.close();
      const openServer = empty && (() => empty.reopen());
      await restoreBackup(file, place, { ...deps, openServer });
      const store: Store = empty ? await empty.reopen() : await openSqlite(place);
      onTestFinished(() => store.close());
      servedFrom(office, store);
      expect(await office.store.read.selectFrom('sessions').selectAll().execute()).toEqual([]);

      // The backup was taken before it was known to lie elsewhere: it calls nothing safe, and everything comes again.
      for (const tablet of tablets.slice(0, 2)) await tablet.postSeals();
      tablets[2]!.kept[0]!.sent = false;
      const kinds = [];
      for (const tablet of tablets) kinds.push(countKinds(await tablet.round()));
      expect(kinds).toEqual([{ dup: 20, stored: 12 }, { dup: 21, stored: 11 }, { dup: 22 }]);
      expect(tablets.map((tablet) => tablet.safeSeal())).toEqual([0, 0, 0]);

      expect(await stateOf(office)).toEqual(before);
      const shapes = shapeFor(await loadCatalogue(store.read));
      expect((await recount(store.read, shapes)).differences).toEqual([]);
      mailed += await mail('2026-11-22');
      expect(await rootFaults(store.read)).toEqual([]);
      await exportAudit(store, join(dataDir, 'export'), '2026-11-22');
      const verdict = await verdictInEnglish(verifyExport(join(dataDir, 'export'), mailed));
      expect(verdict.findings).toEqual([]);
      expect(verdict.notes).toContain('Root 2 of 2026-11-21 was taken back by the restore of 2026-11-21.');
      // the next backup makes all of it safe
      office.now += 86_400_000;
      await takeBackup(store, places, office.now);
      for (const tablet of tablets.slice(0, 2)) await tablet.postSeals();
      expect(tablets.map((tablet) => tablet.safeSeal())).toEqual([2, 1, 0]);
      expect(existsSync(`${place}.restoring`)).toBe(false);
    }, 120_000);
  });
}

function countKinds(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Leaves, tallies and the manager's page of the half-month, a month later, when everything is released. */
async function stateOf({ store, unit, point }: Office) {
  const clock = () => FRIDAY + 30 * DAY_MS;
  const asked = { unit, day: undefined, period: readPeriod('half-2026-11-2')!, form: 'express' } as const;
  // when a tablet last spoke is no figure
  const { devices: _, ...report } = await readOverview({ store, clock }, unit, asked);
  const rows = await store.read.selectFrom('submissions').select(['id', 'p']).execute();
  const leaves = rows.map((row) => leafOf(bytesOfStored(row))).sort();
  return { leaves, tallies: await talliesAt(store.read, point), report };
}

/** The same office, served from another database as after a restart. */
function servedFrom(office: Office, store: Store): void {
  const { random, logs } = office;
  const app = buildApp({
    store,
    clock: () => office.now,
    random,
    keys: office.keys,
    log: (line) => logs.push(line),
    assets: undefined,
    publicUrl: 'http://localhost:8080',
  });
  Object.assign(office, { store, app });
}
