import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { retain } from '../../server/jobs/retain.ts';
import { takeRecheck } from '../../server/store/rechecks.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import type { RecheckList } from '../../shared/wire/recheck-list.ts';
import { brought, openCalledOffice } from '../fakes/called-office.ts';
import { keepSignedIn } from '../fakes/office.ts';
import { databases } from './dialects.ts';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    /** Two hundred interviews by telephone, and nobody asked again yet. */
    async function interviewed() {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      const at = await openCalledOffice({ store });
      const { office } = at;
      await at.bring(Array.from({ length: 200 }, (_, i) => brought(`HS-${i}`)));
      await at.plan({ wanted: 200 });
      for (;;) {
        const { cases } = await at.calls(at.hoa);
        if (cases.length === 0) break;
        const outcomes = cases.map(({ id }) => ({ case: id, outcome: 'COMPLETE', consent: 'v1' }));
        await at.report(at.hoa, ...outcomes);
      }
      const rows = () => store.read.selectFrom('rechecks').selectAll().orderBy('id').execute();
      const rowOf = async (id: string) => (await rows()).find((row) => row.id === id)!;
      const list = async () => {
        await keepSignedIn(office);
        const answer = await office.call('/api/v1/rechecks', { cookie: at.manager });
        expect(answer.status).toBe(200);
        return (await answer.json()) as RecheckList;
      };
      const take = (id: string, outcome: string, time: string | null = null, way: string | null = null) =>
        office.call(`/api/v1/rechecks/${id}`, { cookie: at.manager, body: { outcome, time, way } });
      return { ...at, rows, rowOf, list, take };
    }

    test('about one interview of twenty is drawn; it keeps its dossier and number, and the case keeps neither', async () => {
      const { office, rows, list } = await interviewed();
      const drawn = await rows();
      expect(drawn.length).toBeGreaterThan(2);
      expect(drawn.length).toBeLessThan(25);
      expect(drawn[0]).toMatchObject({ interviewer: 'hoa', half_month: '2026-11/2', until: '2026-12-04' });
      expect(drawn.every(({ dossier, ended }) => dossier !== null && ended === null)).toBe(true);
      const cases = await office.store.read.selectFrom('call_cases').selectAll().execute();
      expect(cases.filter(({ dossier }) => dossier !== null)).toEqual([]);
      const { open, mayCall, all } = await list();
      expect([mayCall, open.length, all.ended]).toEqual([true, drawn.length, 0]);
      expect(open[0]!.number).toMatch(/^0912\d{6}$/);
      office.now = Date.parse('2026-11-20T12:30:00+07:00');
      const atNoon = await list();
      expect([atNoon.mayCall, atNoon.open[0]!.number]).toEqual([false, null]);
      expect(atNoon.nextHour).toBe(Date.parse('2026-11-20T14:00:00+07:00'));
    });

    test('it ends once, with whether, when and how, and without its dossier; a refusal takes the number away', async () => {
      const { office, list, take, rowOf } = await interviewed();
      const [first, second, third] = (await list()).open;
      expect((await take(first!.id, 'yes')).status).toBe(422);
      expect((await take(first!.id, 'yes', 'same', 'call')).status).toBe(200);
      expect(await rowOf(first!.id)).toMatchObject({
        dossier: null,
        ended: '2026-11-20',
        outcome: 'yes',
        said_time: 'same',
        said_way: 'call',
      });
      expect((await take(first!.id, 'no')).status).toBe(404);
      const phones = () => office.store.read.selectFrom('dossier_phones').selectAll().execute();
      const before = (await phones()).length;
      expect((await take(second!.id, 'refused')).status).toBe(200);
      expect(await phones()).toHaveLength(before - 1);
      // three calls that reach nobody leave it open, the fourth ends it
      for (const tries of [1, 2, 3, 4]) {
        expect((await take(third!.id, 'unreached')).status).toBe(200);
        expect(await rowOf(third!.id)).toMatchObject({ tries, ended: tries < 4 ? null : '2026-11-20' });
      }
      const { all } = await list();
      // one person who said something is too few to be told
      expect(all).toEqual({ who: null, ended: 3, answered: null, confirmed: null, not: null });
    });

    test('whoever interviewed cannot ask again, and after fourteen days nobody is asked any more', async () => {
      const { office, rows, list } = await interviewed();
      const { id } = (await rows())[0]!;
      const answer = { outcome: 'yes', time: 'same', way: 'call' } as const;
      const by = { account: 'hoa', day: '2026-11-20' };
      expect(await office.store.write((tx) => takeRecheck(tx, id, answer, by))).toBe(false);
      expect((await rows())[0]).toMatchObject({ ended: null });
      office.now += 14 * DAY_MS;
      await retain(office.store, localDay(office.now));
      expect((await list()).open.length).toBeGreaterThan(0);
      office.now += DAY_MS;
      expect((await list()).open).toEqual([]);
      await retain(office.store, localDay(office.now));
      const over = await rows();
      expect(over.every(({ dossier, outcome }) => dossier === null && outcome === 'unreached')).toBe(true);
    });
  });
}
