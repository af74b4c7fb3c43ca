import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { judgePlaces } from '../../server/jobs/judge-places.ts';
import { findingsSince } from '../../server/store/findings.ts';
import { countHalfDays } from '../../server/store/place-days.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import type { UnlikePlace } from '../../shared/wire/manage.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';
import { addServicePoint, servicePoints } from '../../server/store/organisation.ts';

/** What staff leave behind who tap quickly: all signs that a form of theirs can carry. */
const TAPPED: Partial<Submission> = { a: [5, 5, 5, 5, 5, 5, 5, 5], q: { ...NO_SIGNALS, dur: 1, line: 1 } };
const NIGHT = '2026-11-15';
const HONEST_DAYS = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-20', '2026-10-21', '2026-10-22'];
const JUDGED_DAYS = ['2026-11-03', '2026-11-04', '2026-11-05'];

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
    const take = async (count: number, day: string, change: Partial<Submission> = {}) => {
      const bytes = Array.from({ length: count }, () => bytesOf(office, { b: `${day}AM`, ...change }));
      await office.call('/api/v1/batches', { body: batchOf(tablet, bytes), token: tablet.token });
    };
    const honestly = async (days: readonly string[]) => {
      for (const day of days) await take(18, day);
    };
    const served = async () => {
      const cookie = await signInAs(office, 'manager');
      return (await (await office.call('/api/v1/findings', { cookie })).json()) as UnlikePlace[];
    };

    test('a half-month in which staff tapped on two days is served with its signs, and with no number', async () => {
      await honestly([...HONEST_DAYS, ...JUDGED_DAYS]);
      for (const day of JUDGED_DAYS.slice(1)) await take(7, day, TAPPED);
      expect(await inEnglish(judgePlaces(office.store, NIGHT))).toBe(
        'Half-months of service points judged: 2, unlike themselves: 1.',
      );
      const [found, ...others] = await served();
      expect(others).toEqual([]);
      expect(found).toMatchObject({
        point: { id: office.point },
        halfMonth: '2026-11/1',
        signs: ['tapped', 'fast', 'top'],
      });
      expect(Object.keys(found!).sort()).toEqual(['halfMonth', 'point', 'signs', 'unit']);
    });

    test('an ordinary half-month is not served, nor one of nine forms, nor one that is still open', async () => {
      await honestly([...HONEST_DAYS, ...JUDGED_DAYS]);
      await judgePlaces(office.store, NIGHT);
      expect(await served()).toEqual([]);
      await take(30, '2026-11-17', TAPPED);
      await judgePlaces(office.store, '2026-11-30');
      expect(await served()).toEqual([]);
      office.now = Date.parse('2026-12-02T21:00:00+07:00');
      await judgePlaces(office.store, '2026-12-02');
      expect((await served()).map(({ halfMonth }) => halfMonth)).toEqual(['2026-11/2']);
    });

    test('nine forms are no cell, ten are', async () => {
      await take(9, '2026-11-04', TAPPED);
      await judgePlaces(office.store, NIGHT);
      expect(await findingsSince(office.store.read, '')).toEqual([]);
      await take(1, '2026-11-04', TAPPED);
      await judgePlaces(office.store, NIGHT);
      expect(await served()).toHaveLength(1);
    });

    test('what comes late is judged anew when it is ten forms, and not before', async () => {
      await honestly([...HONEST_DAYS, ...JUDGED_DAYS]);
      await judgePlaces(office.store, NIGHT);
      await take(9, '2026-11-06', TAPPED);
      expect(await inEnglish(judgePlaces(office.store, NIGHT))).toContain('judged: 0');
      expect(await served()).toEqual([]);
      await take(1, '2026-11-06', TAPPED);
      expect(await inEnglish(judgePlaces(office.store, NIGHT))).toContain('judged: 1');
      expect(await served()).toHaveLength(1);
    });

    test('forms of a day on which the place is never open are a sign of their own', async () => {
      await honestly(HONEST_DAYS);
      // a Saturday
      await take(10, '2026-11-07');
      await judgePlaces(office.store, NIGHT);
      expect((await served()).map(({ signs }) => signs)).toEqual([['closed']]);
    });

    test('a counter without hours of its own is judged by those of its centre', async () => {
      await office.store.write(async (tx) => {
        const [point] = await servicePoints(tx);
        await addServicePoint(tx, { ...point!, id: 'p-centre' });
        const counter = { parent: 'p-centre', opening: '[]' };
        await tx.updateTable('service_points').set(counter).where('id', '=', office.point).execute();
      });
      await honestly(HONEST_DAYS);
      await take(10, '2026-11-07');
      await judgePlaces(office.store, NIGHT);
      expect((await served()).map(({ signs }) => signs)).toEqual([['closed']]);
    });

    test('counts follow the half-day and the channel, and leave out what is excluded', async () => {
      await take(3, '2026-11-04', TAPPED);
      await take(2, '2026-11-04');
      office.now = Date.parse('2026-11-20T14:00:00+07:00');
      const phone = {
        proto: 1,
        code: office.code,
        items: [{ p: bytesOf(office, { ch: 'qr', b: '2026-11-20PM' }) }],
      };
      await office.call('/api/v1/phone', { body: phone });
      await take(4, '2026-10-04');
      const counted = await countHalfDays(office.store.read, ['2026-11/1', '2026-11/2']);
      expect(
        counted.map(({ halfDay, channel, counts }) => [halfDay, channel, counts.forms, counts.tapped]),
      ).toEqual(
        expect.arrayContaining([
          ['2026-11-04AM', 'kiosk', 5, 3],
          ['2026-11-20PM', 'qr', 1, 0],
        ]),
      );
      expect(counted).toHaveLength(2);
      await office.store.write(async (tx) => {
        await tx
          .updateTable('submissions')
          .set({ standing: 'excluded' })
          .where('standing', '=', 'flagged')
          .execute();
      });
      const left = await countHalfDays(office.store.read, ['2026-11/1', '2026-11/2']);
      expect(left.find(({ channel }) => channel === 'kiosk')!.counts.forms).toBe(2);
    });

    test('a manager sees the findings of the own units only, and who may not review sees none', async () => {
      await take(10, '2026-11-04', TAPPED);
      await judgePlaces(office.store, NIGHT);
      expect(await served()).toHaveLength(1);
      const reader = await signInAs(office, 'reader');
      expect((await office.call('/api/v1/findings', { cookie: reader })).status).toBe(403);
      await office.store.write(async (tx) => {
        await tx.updateTable('findings').set({ half_month: '2024-11/1' }).execute();
      });
      expect(await served()).toEqual([]);
    });
  });
}
