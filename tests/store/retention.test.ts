import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { retain, tidy } from '../../server/jobs/retain.ts';
import { note } from '../../server/store/audit.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { rebuildTallies, recount } from '../../server/store/recount.ts';
import { boundaryOn, setRetention } from '../../server/store/retention.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { enterFacetsNow } from '../../server/store/release-due.ts';
import { talliesAt } from '../../server/store/tallies.ts';
import { remarkHash } from '../../server/ingest/judge.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice } from '../fakes/office.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

test('submissions go when their report year has been closed for so many months', () => {
  expect(boundaryOn('2028-12-14', 24)).toBe('2025-12/1');
  expect(boundaryOn('2028-12-15', 24)).toBe('2026-12/1');
  expect(boundaryOn('2027-01-14', 1)).toBe('2025-12/1');
  expect(boundaryOn('2027-01-15', 1)).toBe('2026-12/1');
  expect(boundaryOn('2021-01-01', 24)).toBe('');
});

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let tablet: EnrolledTablet;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      office = await openOffice({ store });
      tablet = await office.enrol();
      onTestFinished(() => store.close());
    });
    const send = async (items: readonly object[]) => {
      const body = { ...batchOf(tablet, []), items };
      const response = await office.call('/api/v1/batches', { body, token: tablet.token });
      const { receipts } = (await response.json()) as Receipts;
      return receipts.map(([, kind]) => kind);
    };
    const some = (count: number, b: string) =>
      Array.from({ length: count }, () => ({ p: bytesOf(office, { b }) }));
    const entries = async () => {
      const rows = await office.store.read.selectFrom('entries').select('document').execute();
      return rows.map(({ document }) => (JSON.parse(document) as { facts: Record<string, unknown> }).facts);
    };
    /** The audit log has removals of its own: it knows of the enrolment. */
    const removals = async () => (await entries()).filter(({ what }) => what === 'submissions');
    const shapes = async () => shapeFor(await loadCatalogue(office.store.read));

    test('when submissions go, no tally changes, each removal is an entry, and nothing comes back', async () => {
      const old = [...some(13, '2026-11-20AM'), ...some(4, '2026-12-14PM')];
      await send(old.slice(0, 13));
      office.now = Date.parse('2026-12-20T09:00:00+07:00');
      await send([...old.slice(13), ...some(11, '2026-12-15AM')]);
      await enterFacetsNow(office.store);
      const before = await talliesAt(office.store.read, office.point);

      expect(await inEnglish(retain(office.store, '2028-12-15'))).toContain('17 submissions up to 2026-12/1');
      expect(await countSubmissions(office.store.read)).toBe(11);
      expect(await talliesAt(office.store.read, office.point)).toEqual(before);
      expect(await removals()).toMatchObject([{ what: 'submissions', boundary: '2026-12/1', count: 17 }]);
      expect((await recount(office.store.read, await shapes())).differences).toEqual([]);

      // a tablet that offers them again changes nothing, a rebuild keeps what is only tallied
      expect(new Set(await send(old))).toEqual(new Set(['dup']));
      await office.store.write(async (tx) => rebuildTallies(tx, await shapes()));
      expect(await talliesAt(office.store.read, office.point)).toEqual(before);
      expect(await inEnglish(retain(office.store, '2028-12-16'))).toContain('Removed by age: 0 submissions');
      expect(await removals()).toHaveLength(1);
    });

    test('what comes late into a half-month that is only tallied is counted once and goes the next night', async () => {
      await send(some(12, '2026-11-20AM'));
      await retain(office.store, '2028-12-15');
      const late = some(3, '2026-11-20AM');
      expect(await send(late)).toEqual(['stored', 'stored', 'stored']);
      await enterFacetsNow(office.store);
      const counted = await talliesAt(office.store.read, office.point);
      expect(await inEnglish(retain(office.store, '2028-12-16'))).toContain('3 submissions');
      expect(await talliesAt(office.store.read, office.point)).toEqual(counted);
      expect(new Set(await send(late))).toEqual(new Set(['dup']));
      expect((await recount(office.store.read, await shapes())).differences).toEqual([]);
    });

    test('a rule that is made longer brings nothing back, and removes no more', async () => {
      await send(some(12, '2026-11-20AM'));
      await office.store.write((tx) => setRetention(tx, 'retention.submission-months', 1));
      await retain(office.store, '2027-01-15');
      await office.store.write((tx) => setRetention(tx, 'retention.submission-months', 24));
      office.now = Date.parse('2027-02-03T09:00:00+07:00');
      await send(some(2, '2027-02-03AM'));
      expect(await inEnglish(retain(office.store, '2028-12-01'))).toContain('Removed by age: 0 submissions');
      expect(await countSubmissions(office.store.read)).toBe(2);
    });

    test('originals of remarks go 90 days after their half-month, quarantined ones too; masked texts stay', async () => {
      const remark = { salt: '00'.repeat(16), text: 'Cán bộ nhiệt tình' };
      const rh = remarkHash(remark.salt, remark.text);
      expect(await send([{ p: bytesOf(office, { rh }), remark }])).toEqual(['stored']);
      expect(await send([{ p: bytesOf(office, { rh, sp: 'nowhere' }), remark }])).toEqual(['held']);
      const left = async () => {
        const kept = await office.store.read
          .selectFrom('remarks')
          .select(['body', 'salt', 'masked'])
          .execute();
        const held = await office.store.read.selectFrom('quarantine').select('remark').execute();
        return [kept[0]!.body === '', kept[0]!.masked, held[0]!.remark === null];
      };
      // the first night finds out in which half-month the quarantined one came
      await retain(office.store, '2026-11-20');
      await retain(office.store, '2027-02-28');
      expect(await left()).toEqual([false, remark.text, false]);
      // 30 November is 90 days before 1 March, when its last day has passed
      expect(await inEnglish(retain(office.store, '2027-03-01'))).toContain('2 originals of remarks');
      expect(await left()).toEqual([true, remark.text, true]);
      expect(await inEnglish(retain(office.store, '2027-03-02'))).toContain('0 originals of remarks');
      expect(await entries()).toMatchObject([{ what: 'remarks', boundary: '2026-11/2', count: 2 }]);
    });

    test('the audit log stays a year, sessions, links and codes as long as anybody can use them', async () => {
      const line = { account: null, unit: office.unit, what: 'sign-in', subject: null, details: {} };
      const lines = [Date.parse('2025-10-31T12:00:00Z'), Date.parse('2025-11-01T12:00:00Z')];
      for (const at of lines) await office.store.write((tx) => note(tx, { ...line, id: `${at}`, at }));
      expect(await inEnglish(retain(office.store, '2026-11-20'))).toContain('1 lines of the audit log');
      await office.signIn();
      office.now += 9 * 3_600_000;
      await tidy(office.store, office.now);
      expect(await office.store.read.selectFrom('sessions').selectAll().execute()).toEqual([]);
      await tidy(office.store, office.now + 2 * 86_400_000);
      expect(await office.store.read.selectFrom('enrolment_codes').selectAll().execute()).toEqual([]);
    });
  });
}
