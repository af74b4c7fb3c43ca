import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isHalfDayDue, judgeScores } from '../../server/alerts/judge-scores.ts';
import { mailAlerts } from '../../server/alerts/mail-alerts.ts';
import { retain } from '../../server/jobs/retain.ts';
import { setEmail } from '../../server/store/accounts.ts';
import { writeRule } from '../../server/store/written-rules.ts';
import { alertsOf } from '../../server/store/raised-alerts.ts';
import { newDevice } from '../../server/set-up.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { writeDay } from '../../server/store/days-off.ts';
import type { AlertRule } from '../../shared/alert-rule.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Submission } from '../../shared/submission.ts';
import type { AlertList, AlertSettings } from '../../shared/wire/alert-list.ts';
import {
  batchOf,
  bytesOf,
  type EnrolledTablet,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../fakes/office.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const GOOD: Partial<Submission> = { a: [5, 5, 4, 4, 5, 4, 4, 5] };
const BAD: Partial<Submission> = { a: [2, 2, 1, 2, 1, 2, 1, 2] };
const RULE: AlertRule = { isOn: true, line: 80, measure: 'overall', mail: 'unit' };

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let tablet: EnrolledTablet;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store });
      tablet = await office.enrol();
    });
    const take = async (halfDay: string, count: number, change: Partial<Submission>) => {
      office.now = Date.parse(`${halfDay.slice(0, 10)}T${halfDay.endsWith('AM') ? '11' : '16'}:00:00+07:00`);
      const bytes = Array.from({ length: count }, () => bytesOf(office, { ...change, b: halfDay }));
      await office.call('/api/v1/batches', { body: batchOf(tablet, bytes), token: tablet.token });
      office.now += 2.5 * 3_600_000;
    };
    const judge = () => {
      const { store, random } = office;
      const clock = () => office.now;
      return judgeScores(
        { store, clock, random },
        mailAlerts({ publicUrl: 'https://khaosat.example.vn', clock }),
      );
    };
    const alerts = () => alertsOf(office.store.read, [office.point]);
    const cookieWithEmail = async (email: string) => {
      const cookie = await signInAs(office, 'manager');
      const answer = await office.call('/api/v1/alerts/address', { method: 'PUT', cookie, body: { email } });
      expect(answer.status).toBe(200);
      return cookie;
    };
    const queued = () => office.store.read.selectFrom('mails').selectAll().execute();

    test('one alert for each crossing, over half-days, restarts and days that were missed', async () => {
      await take('2026-11-19AM', 12, GOOD);
      await judge();
      expect(await alerts()).toEqual([]);
      await take('2026-11-19PM', 4, BAD);
      await take('2026-11-20AM', 8, BAD);
      expect(await isHalfDayDue(office.store.read, office.now)).toBe(true);
      expect(await inEnglish(judge())).toBe('Half-day 2026-11-20AM: 1 alerts of low scores raised, 0 ended.');
      // somebody follows it up: where and when, and no share
      const cases = await office.store.read.selectFrom('cases').selectAll().execute();
      expect(cases).toMatchObject([
        { kind: 'alert', service_point: office.point, half_day: '2026-11-20AM', words: null, state: 'new' },
      ]);
      expect(await isHalfDayDue(office.store.read, office.now)).toBe(false);
      await judge();
      await take('2026-11-20PM', 3, BAD);
      await judge();
      const [alert, ...others] = await alerts();
      expect(others).toEqual([]);
      expect(alert).toMatchObject({
        point: office.point,
        halfDay: '2026-11-20AM',
        measure: 'overall',
        line: 80,
        ended: null,
        seen: null,
      });
      // good answers beside the bad ones end nothing; ten that are all newer do
      await take('2026-11-23AM', 9, GOOD);
      await judge();
      expect((await alerts())[0]!.ended).toBe(null);
      await take('2026-11-23PM', 5, GOOD);
      await judge();
      expect((await alerts())[0]!.ended).toEqual({ halfDay: '2026-11-23PM', why: 'above' });
      await take('2026-11-26AM', 11, BAD);
      await judge();
      expect(await alerts()).toHaveLength(2);
    });

    test('fewer than ten answers, a closed day and a rule that is off raise nothing', async () => {
      await take('2026-11-20AM', 9, BAD);
      await judge();
      expect(await alerts()).toEqual([]);
      // a Saturday afternoon: nobody is there, and what came then counts on no other day
      await take('2026-11-21PM', 10, BAD);
      await judge();
      await office.store.write((tx) =>
        writeDay(tx, {
          unit: office.unit,
          day: '2026-11-23',
          kind: 'off',
          like: 1,
          name: { vi: 'Nghỉ', en: 'Off' },
        }),
      );
      await take('2026-11-23AM', 10, BAD);
      await judge();
      expect(await alerts()).toEqual([]);
      await office.store.write((tx) => writeRule(tx, office.unit, { ...RULE, isOn: false }));
      await take('2026-11-24AM', 12, BAD);
      await judge();
      expect(await alerts()).toEqual([]);
      await office.store.write((tx) => writeRule(tx, office.unit, RULE));
      await take('2026-11-24PM', 1, BAD);
      await judge();
      expect(await alerts()).toHaveLength(1);
      await office.store.write((tx) => writeRule(tx, office.unit, { ...RULE, isOn: false }));
      await take('2026-11-25AM', 1, BAD);
      await judge();
      expect((await alerts())[0]!.ended).toMatchObject({ why: 'off' });
    });

    test('a counter counts with its service point, and the service alone can be looked at', async () => {
      await office.store.write((tx) =>
        addServicePoint(tx, {
          id: 'counter',
          unit: office.unit,
          parent: office.point,
          name: { vi: 'Quầy 1', en: 'Counter 1' },
          opening: [],
          fields: [],
          validFrom: '2025-12-01',
          validTo: null,
        }),
      );
      const bytes = (sp: string) =>
        Array.from({ length: 6 }, () => bytesOf(office, { ...GOOD, sp, a: [5, 5, 5, 2, 1, 2, 5, 5] }));
      const body = batchOf(tablet, [...bytes(office.point), ...bytes('counter')]);
      await office.call('/api/v1/batches', { body, token: tablet.token });
      office.now = Date.parse('2026-11-20T13:00:00+07:00');
      await judge();
      expect(await alerts()).toEqual([]);
      await office.store.write((tx) => writeRule(tx, office.unit, { ...RULE, measure: 'service' }));
      office.now = Date.parse('2026-11-20T19:00:00+07:00');
      await judge();
      expect(await alerts()).toMatchObject([{ point: office.point, measure: 'service' }]);
      expect(await alertsOf(office.store.read, ['counter'])).toEqual([]);
    });

    test('managers of the place get one digest for the half-day, of several places too; nobody else gets one', async () => {
      await cookieWithEmail('lan@lamkhe.gov.vn');
      const staff = await signInAs(office, 'staff');
      expect(staff).not.toBe('');
      const all = await office.store.read.selectFrom('accounts').select(['id', 'role']).execute();
      await office.store.write((tx) =>
        setEmail(tx, all.find(({ role }) => role === 'staff')!.id, 'quay@lamkhe.gov.vn'),
      );
      await take('2026-11-20AM', 12, BAD);
      await judge();
      const [mail, ...others] = await queued();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ half_day: '2026-11-20AM', tries: 0, failed: null });
      expect(mail!.body).toContain('Trung tâm Phục vụ hành chính công xã Thử Nghiệm');
      expect(mail!.body).not.toContain('lan@lamkhe.gov.vn');
    });

    test('a unit without an address is told about by the nearest above it, and "nobody" by nobody', async () => {
      await cookieWithEmail('lan@lamkhe.gov.vn');
      const name = { vi: 'Xã dưới', en: 'Below' };
      await office.store.write(async (tx) => {
        const since = { validFrom: '2025-07-01', validTo: null };
        await addUnit(tx, { id: 'below', parent: office.unit, tree: 'real', kind: 'xa', name, ...since });
        await addServicePoint(tx, { id: 'p-below', unit: 'below', name, opening: [], fields: [], ...since });
      });
      const { store, random, now } = office;
      const at = now - 30 * DAY_MS;
      const device = await store.write((tx) =>
        newDevice(tx, { name: 'Máy', servicePoint: 'p-below', at }, random),
      );
      const { id, token } = await office.enrolAgain(device);
      const bytes = Array.from({ length: 12 }, () => bytesOf(office, { ...BAD, sp: 'p-below' }));
      await office.call('/api/v1/batches', { body: batchOf({ id }, bytes), token });
      office.now = Date.parse('2026-11-20T13:00:00+07:00');
      await office.store.write((tx) => writeRule(tx, 'below', { ...RULE, mail: 'nobody' }));
      await judge();
      expect(await queued()).toEqual([]);
      await office.store.write(async (tx) => {
        await tx.deleteFrom('alerts').execute();
        await writeRule(tx, 'below', null);
      });
      office.now = Date.parse('2026-11-20T19:00:00+07:00');
      await judge();
      expect(await alertsOf(office.store.read, ['p-below'])).toHaveLength(1);
      expect(await queued()).toMatchObject([{ half_day: '2026-11-20PM' }]);
    });

    test('a manager reads alerts without share and count, and has seen one once; rules come from above', async () => {
      await take('2026-11-20AM', 12, BAD);
      await judge();
      const cookie = await signInAs(office, 'manager');
      await keepSignedIn(office);
      const list = (await (await office.call('/api/v1/alerts', { cookie })).json()) as AlertList;
      expect(list.alerts).toHaveLength(1);
      expect(Object.keys(list.alerts[0]!).sort()).toEqual(
        ['ended', 'halfDay', 'id', 'line', 'measure', 'point', 'seen', 'unit'].sort(),
      );
      const path = `/api/v1/alerts/${list.alerts[0]!.id}/seen`;
      for (let i = 0; i < 2; i++) {
        const seen = (await (await office.call(path, { cookie, body: {} })).json()) as AlertList;
        expect(seen.alerts[0]!.seen).toEqual({ day: '2026-11-20', name: 'manager' });
      }
      const lines = await office.store.read
        .selectFrom('audit')
        .select('what')
        .where('what', '=', 'alert-seen')
        .execute();
      expect(lines).toHaveLength(1);
      const body = { unit: office.unit, rule: { ...RULE, line: 70 } };
      const set = (await (
        await office.call('/api/v1/alerts/rules', { cookie, body })
      ).json()) as AlertSettings;
      expect(set.rules[0]).toMatchObject({ rule: { line: 70 }, from: { id: office.unit } });
      for (const line of [10, 49, 100])
        expect(
          (await office.call('/api/v1/alerts/rules', { cookie, body: { ...body, rule: { ...RULE, line } } }))
            .status,
        ).toBe(422);
    });

    test('alerts that are over go after a year, and with a demo all of them', async () => {
      await office.store.write(async (tx) => {
        await tx.updateTable('units').set({ tree: 'demo' }).where('id', '=', office.unit).execute();
        await writeRule(tx, office.unit, RULE);
      });
      await cookieWithEmail('lan@lamkhe.gov.vn');
      await take('2026-11-20AM', 12, BAD);
      await judge();
      await take('2026-11-23AM', 12, GOOD);
      await judge();
      await take('2026-11-25AM', 12, BAD);
      await judge();
      expect(await alerts()).toHaveLength(2);
      await retain(office.store, '2027-11-24');
      expect(await alerts()).toMatchObject([{ halfDay: '2026-11-25AM' }]);
      await office.store.write((tx) => removeTree(tx, 'demo', '2027-11-24'));
      expect([await alerts(), await queued()]).toEqual([[], []]);
    });
  });
}
