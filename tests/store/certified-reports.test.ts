// What was certified is kept word for word: by the database, and by `verify` against whoever goes around it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyExport } from '../../server/cli/verify.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { makeRoot } from '../../server/jobs/nightly-root.ts';
import { certifiedMarks } from '../../server/store/certified-reports.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { putSetting } from '../../server/store/settings.ts';
import type { Tx } from '../../server/store/store.ts';
import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { batchOf, bytesOf, keepSignedIn, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { verdictInEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const AFTER_YEAR = Date.parse('2026-12-16T09:00:00+07:00');
const REASON = 'Phiếu gửi muộn do mất mạng ở điểm tiếp nhận';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    /** An office that has certified its year, and corrected it. */
    async function openCertified(tree: Tree = 'real'): Promise<Office> {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      const office = await openOffice({ store, tree });
      const tablet = await office.enrol();
      const cookie = await signInAs(office, 'manager');
      const send = (count: number) => {
        const bytes = Array.from({ length: count }, () => bytesOf(office, { b: '2026-11-03AM' }));
        return office.call('/api/v1/batches', { body: batchOf(tablet, bytes), token: tablet.token });
      };
      const asked = { unit: office.unit, period: 'report-2026-year', form: 'express' };
      const certify = async (version: number, reason: string | null) => {
        const answer = await office.call(`/api/v1/certified?${new URLSearchParams(asked)}`, { cookie });
        const { seen } = (await answer.json()) as CertifiedReports;
        const body = { ...asked, version, seen, reason };
        expect((await office.call('/api/v1/certified', { body, cookie })).status).toBe(200);
      };
      await send(30);
      office.now = AFTER_YEAR;
      await keepSignedIn(office);
      await certify(1, null);
      await send(11);
      await certify(2, REASON);
      return office;
    }
    const tampered = async ({ store }: Office, change: (tx: Tx) => Promise<unknown>) => {
      const names =
        store.dialect === 'sqlite'
          ? ['certified_reports_stay', 'certified_reports_remain']
          : ['certified_reports_stay'];
      const on = sql.raw(store.dialect === 'sqlite' ? '' : 'on certified_reports');
      await store.write(async (tx) => {
        for (const name of names) await sql`drop trigger ${sql.ref(name)} ${on}`.execute(tx);
        await change(tx);
      });
    };
    const findings = async (office: Office) => {
      const folder = mkdtempSync(join(tmpdir(), 'sipas-certified-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      await exportAudit(office.store, join(folder, 'export'), '2026-12-16');
      return (await verdictInEnglish(verifyExport(join(folder, 'export')))).findings;
    };
    const sign = async ({ store, keys, now }: Office) => {
      await store.write((tx) => putSetting(tx, 'server-keys', JSON.stringify([keys.signPublic])));
      await makeRoot(store, keys, { day: '2026-12-16', nowMs: now });
    };

    test('the database refuses to change or delete a certified report, and both versions stay', async () => {
      const { store, unit } = await openCertified();
      const before = await store.read.selectFrom('certified_reports').selectAll().execute();
      expect(before.map(({ version }) => version)).toEqual([1, 2]);
      for (const statement of [
        sql`update certified_reports set document = '{}'`,
        sql`update certified_reports set day = '2026-12-17' where version = 2`,
        sql`delete from certified_reports where version = 1`,
      ])
        await expect(store.write((tx) => statement.execute(tx))).rejects.toThrow('never changed');
      expect(await store.read.selectFrom('certified_reports').selectAll().execute()).toEqual(before);
      expect(await certifiedMarks(store.read)).toMatchObject([{ unit, version: 2, form: 'express' }]);
    });

    test('`verify` proves what was certified, and names what somebody changed, removed or inserted behind the database', async () => {
      const office = await openCertified();
      await sign(office);
      const named = (version: number) =>
        `Certified report ${office.unit}, report-2026-year, express, version ${version}`;
      expect(await findings(office)).toEqual([]);
      await tampered(office, (tx) =>
        sql`update certified_reports set document = replace(document, '"n":30', '"n":80') where version = 1`.execute(
          tx,
        ),
      );
      expect(await findings(office)).toEqual([`${named(1)} was changed.`]);
      await office.store.write((tx) => sql`delete from certified_reports where version = 1`.execute(tx));
      expect(await findings(office)).toEqual([
        `${named(2)} does not follow version 0: one was removed or replaced.`,
        `${named(1)} was removed or replaced.`,
      ]);
    });

    test('a demonstration goes with what was certified of it', async () => {
      const { store } = await openCertified('demo');
      await store.write((tx) => removeTree(tx, 'demo', '2026-12-16'));
      expect(await certifiedMarks(store.read)).toEqual([]);
    });

    test('a database of the version before goes on, and keeps what is certified from then on', async () => {
      const { db, reopen } = await database.openFirst('0025-cases');
      const unit = { id: 'u1', parent: null, tree: 'real', kind: 'xa', name_vi: 'Xã', name_en: 'Commune' };
      await db
        .insertInto('units')
        .values({ ...unit, valid_from: '2025-07-01', valid_to: null })
        .execute();
      await db.destroy();
      const store = await reopen();
      onTestFinished(() => store.close());
      const row = { unit: 'u1', period: 'report-2026-q1', form: 'full', version: 1, day: '2026-03-16' };
      await store.write((tx) =>
        tx
          .insertInto('certified_reports')
          .values({ ...row, account: 'a', hash: 'h', document: '{}' })
          .execute(),
      );
      await expect(
        store.write((tx) => sql`update certified_reports set hash = 'x'`.execute(tx)),
      ).rejects.toThrow('never changed');
    });
  });
}
