import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { drawOrder } from '../../server/calls/draw-sample.ts';
import { retain } from '../../server/jobs/retain.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import { brought, openCalledOffice, type CalledOffice } from '../fakes/called-office.ts';
import { databases } from './dialects.ts';

/** Plans of calls on both databases, asked for as telephones and managers do. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let at: CalledOffice;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      at = await openCalledOffice({ store });
      onTestFinished(() => store.close());
    });
    const some = (count: number, from = 0) =>
      Array.from({ length: count }, (_, i) => brought(`HS-${from + i}`));
    const rows = (table: 'call_cases' | 'call_attempts' | 'dossiers' | 'dossier_phones' | 'call_leases') =>
      at.office.store.read.selectFrom(table).selectAll().execute();
    const caseOf = async (id: string) =>
      at.office.store.read
        .selectFrom('call_cases')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    const setClock = (text: string) => (at.office.now = Date.parse(`${text}:00+07:00`));
    const first = async (): Promise<CallCase> => (await at.calls(at.hoa)).cases[0]!;

    test('a sample is drawn by its seed, says who could not be drawn, and draws nobody twice', async () => {
      await at.bring([...some(12), brought('HS-90', '2026-11-09', null)]);
      const plan = await at.plan();
      expect(plan.strata).toMatchObject([{ population: 13, noNumber: 1, drawnBefore: 0, drawn: 5 }]);
      const codes = some(12).map(({ code }) => code);
      const order = (code: string) => drawOrder(plan.seed!, { point: at.office.point, code });
      const expected = codes.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, 5);
      const drawn = (await rows('call_cases')).map(({ dossier }) => dossier!);
      expect(drawn.toSorted()).toEqual(expected.toSorted());
      const more = await at.plan({ wanted: 100 });
      expect(more.strata).toMatchObject([{ drawnBefore: 5, drawn: 7 }]);
      expect((await at.ask('', { unit: at.office.unit, queue: 'late', wanted: null })).status).toBe(422);
    });

    test('a telephone holds twenty cases until the end of the day after, another one gets others', async () => {
      await at.bring(some(50));
      await at.plan({ wanted: 45 });
      const own = (await at.calls(at.hoa)).cases;
      expect(own).toHaveLength(20);
      expect(own[0]).toMatchObject({
        queue: 'sample',
        onTime: 'early',
        counter: 'Quầy 2',
        until: '2026-11-21',
      });
      expect(own[0]!.number).toMatch(/^0912\d{6}$/);
      const again = (await at.calls(at.hoa)).cases.map(({ id }) => id);
      expect(again).toEqual(own.map(({ id }) => id));
      const others = (await at.calls(at.binh)).cases.map(({ id }) => id);
      expect(others.filter((id) => again.includes(id))).toEqual([]);
      // nobody called: on the third day all of it is on the list again
      at.office.now += 2 * DAY_MS;
      expect((await at.report(at.hoa)).done.toSorted()).toEqual(again.toSorted());
      const free = (await at.calls(at.binh)).cases.map(({ id }) => id);
      expect(free).toHaveLength(20);
    });

    test('the place of a case holds all that a visit needs, with the form for calls', async () => {
      await at.bring(some(1));
      await at.plan();
      const { places, cases, interviewer } = await at.calls(at.hoa);
      expect(interviewer).toBe('Cán bộ hoa');
      expect(places[cases[0]!.place]).toMatchObject({
        campaign: at.office.campaign,
        form: 'express',
        point: { id: at.office.point },
      });
    });

    test('an attempt is taken once, a case that the telephone never held is refused, and what cannot be read too', async () => {
      await at.bring(some(2));
      await at.plan();
      const { id } = await first();
      const attempt = { id: '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8', case: id, outcome: 'NO_ANSWER' };
      expect((await at.report(at.hoa, attempt)).receipts).toEqual([[attempt.id, 'stored']]);
      expect((await at.report(at.hoa, attempt)).receipts).toEqual([[attempt.id, 'dup']]);
      const { receipts } = await at.report(
        at.binh,
        { case: id, outcome: 'REFUSED' },
        { case: 'nothing', outcome: 'BUSY' },
        { case: id, outcome: 'HUNG_UP' },
      );
      expect(receipts.map(([, said]) => said)).toEqual(['refused', 'refused', 'refused']);
      expect(await rows('call_attempts')).toHaveLength(1);
      expect(await first()).toMatchObject({ id, attempts: [{ day: '2026-11-20' }] });
    });

    test('after a refusal the number is gone at once, the case keeps days only, and no import brings the number back (sentence 37)', async () => {
      await at.bring(some(1));
      const plan = await at.plan();
      const { id, number } = await first();
      const { done } = await at.report(at.hoa, { case: id, outcome: 'REFUSED', consent: 'v1' });
      expect(done).toEqual([id]);
      expect(await rows('dossier_phones')).toEqual([]);
      expect(await caseOf(id)).toMatchObject({
        dossier: null,
        callback: null,
        outcome: 'REFUSED',
        ended: '2026-11-20',
      });
      expect(await rows('call_attempts')).toMatchObject([
        { at: null, day: '2026-11-20', consent: 'v1', account: 'hoa' },
      ]);
      await at.bring([brought('HS-0', '2026-11-09', number), brought('HS-0', '2026-11-09', '0987654321')]);
      expect(await rows('dossier_phones')).toEqual([]);
      expect((await at.calls(at.hoa)).cases).toEqual([]);
      expect(await at.view(plan.id)).toMatchObject({ ended: 1, interviews: 0, outcomes: { REFUSED: 1 } });
    });

    test('whoever refuses is called about no other dossier either, on no telephone, and a mark of the number is all that is kept', async () => {
      const number = '0987654321';
      const same = [brought('HS-1', '2026-11-09', number), brought('HS-2', '2026-11-09', number)];
      await at.bring([...same, brought('HS-3')]);
      await at.plan();
      const { cases } = await at.calls(at.hoa);
      const own = cases.filter((one) => one.number === number);
      expect(own).toHaveLength(2);
      await at.report(at.hoa, { case: own[0]!.id, outcome: 'REFUSED' });
      expect((await at.calls(at.hoa)).cases.map(({ code }) => code)).toEqual(['HS-3']);
      expect(await caseOf(own[1]!.id)).toMatchObject({ dossier: null, outcome: null, ended: '2026-11-20' });
      expect(await rows('dossier_phones')).toHaveLength(1);
      // another dossier of theirs, in another plan
      await at.bring([brought('HS-4', '2026-11-09', number)]);
      await at.plan({ wanted: 1 });
      expect((await at.calls(at.binh)).cases).toEqual([]);
      const marks = () => at.office.store.read.selectFrom('silent_numbers').selectAll().execute();
      expect(await marks()).toEqual([{ mark: at.office.keys.mark(number), day: '2026-11-20' }]);
      await retain(at.office.store, '2028-04-02');
      expect(await marks()).toEqual([]);
    });

    test('a call-back stays with the telephone until it is due, and an agreed time is kept (sentence 36)', async () => {
      await at.bring(some(1));
      await at.plan();
      const { id } = await first();
      const callbackAt = Date.parse('2026-11-24T14:30:00+07:00');
      await at.report(at.hoa, { case: id, outcome: 'CALLBACK', callbackAt });
      setClock('2026-11-23T09:00');
      expect((await at.calls(at.binh)).cases).toEqual([]);
      expect(await first()).toMatchObject({ id, callbackAt, until: '2026-11-25' });
      setClock('2026-11-24T14:31');
      await at.report(at.hoa, { case: id, outcome: 'BUSY' });
      expect(await first()).toMatchObject({ callbackAt: null, attempts: [{}, {}] });
    });

    test('four attempts end a case, and so do three days; the last time somebody was reached is what it ends in', async () => {
      await at.bring(some(2));
      await at.plan();
      const [one, two] = (await at.calls(at.hoa)).cases.map(({ id }) => id);
      const callbackAt = at.office.now + 1;
      await at.report(at.hoa, { case: one, outcome: 'CALLBACK', callbackAt });
      for (const outcome of ['NO_ANSWER', 'BUSY', 'OFF']) await at.report(at.hoa, { case: one, outcome });
      expect(await caseOf(one!)).toMatchObject({ outcome: 'CALLBACK', ended: '2026-11-20' });
      for (const day of ['20', '21', '22']) {
        setClock(`2026-11-${day}T09:00`);
        await at.calls(at.hoa);
        await at.report(at.hoa, { case: two, outcome: 'NO_ANSWER' });
      }
      expect(await caseOf(two!), 'the third day may still be used').toMatchObject({ ended: null });
      await retain(at.office.store, '2026-11-22');
      expect(await caseOf(two!)).toMatchObject({ outcome: 'NO_ANSWER', ended: '2026-11-22' });
    });

    test('a call outside of the rules, or after the case has ended, is kept and flagged, never thrown away', async () => {
      await at.bring(some(1));
      const plan = await at.plan();
      const { id } = await first();
      const early = Date.parse('2026-11-20T07:30:00+07:00');
      await at.report(at.hoa, { case: id, at: early, outcome: 'BUSY', ownCounter: true });
      await at.report(at.hoa, { case: id, at: 0, outcome: 'COMPLETE', tq: 'unknown' });
      await at.report(at.hoa, { case: id, outcome: 'REFUSED' });
      const flags = (await rows('call_attempts')).map((row) => `${row.outcome} ${row.flags}`);
      expect((await rows('call_attempts')).map(({ day }) => day)).toEqual(Array(3).fill('2026-11-20'));
      expect(flags.toSorted()).toEqual(['BUSY ["hours"]', 'COMPLETE ["clock"]', 'REFUSED ["ended"]']);
      expect(await caseOf(id)).toMatchObject({ outcome: 'COMPLETE' });
      expect(await at.view(plan.id)).toMatchObject({ attempts: 3, flagged: 3, ownCounter: 1 });
    });

    test('a case that was given up is set right by an interview that came late', async () => {
      await at.bring(some(1));
      const plan = await at.plan();
      const { id } = await first();
      await at.ask(`/${plan.id}/close`, {});
      expect(await caseOf(id)).toMatchObject({ outcome: null, dossier: null });
      expect((await at.report(at.hoa, { case: id, outcome: 'COMPLETE' })).receipts[0]![1]).toBe('stored');
      expect(await caseOf(id)).toMatchObject({ outcome: 'COMPLETE', ended: '2026-11-20' });
    });

    test('late dossiers come the oldest first, and who is drawn into the sample is called once', async () => {
      await at.bring([
        brought('HS-1', '2026-11-18'),
        brought('HS-2', '2026-11-12'),
        brought('HS-3', '2026-11-09'),
      ]);
      const late = await at.plan({ queue: 'late', wanted: null });
      expect(late).toMatchObject({ seed: null, drawn: 2 });
      const oldest = (await rows('call_cases')).find(({ dossier }) => dossier === 'HS-2');
      at.office.now += 1;
      await at.plan({ wanted: 3 });
      // both late cases went over to the sample, untried
      expect(await caseOf(oldest!.id)).toMatchObject({ ended: '2026-11-20', outcome: null });
      expect((await at.calls(at.hoa)).cases.map(({ queue }) => queue)).toEqual([
        'sample',
        'sample',
        'sample',
      ]);
    });

    test('in the night plans that are over close, cases without a number end, old plans go, and each removal is an entry (sentence 40)', async () => {
      await at.bring(some(3));
      const plan = await at.plan({ ends: '2027-01-31' });
      await at.calls(at.hoa);
      // returned on the 9th: the number goes thirty days later, and with it the mark that it was drawn
      await retain(at.office.store, '2026-12-10');
      expect(await rows('dossier_phones')).toEqual([]);
      expect((await rows('dossiers')).map(({ drawn }) => drawn)).toEqual([null, null, null]);
      expect((await rows('call_cases')).map(({ ended, dossier }) => [ended, dossier])).toEqual(
        Array.from({ length: 3 }, () => ['2026-12-10', null]),
      );
      await retain(at.office.store, '2027-02-01');
      expect(await at.view(plan.id)).toMatchObject({ closed: '2027-02-01', outcomes: { UNTRIED: 3 } });
      await retain(at.office.store, '2028-04-02');
      expect(await rows('call_cases')).toEqual([]);
      expect(await rows('call_leases')).toEqual([]);
      const entries = await at.office.store.read.selectFrom('entries').select('document').execute();
      const gone = entries.map(({ document }) => (JSON.parse(document) as { facts: { what: string } }).facts);
      expect(gone).toContainEqual(expect.objectContaining({ what: 'call-plans', count: 1 }));
    });

    test('rates are told of units and interviewers, by whoever called last', async () => {
      await at.bring(some(4));
      const plan = await at.plan({ wanted: 4 });
      const [a, b, c] = (await at.calls(at.hoa)).cases.map(({ id }) => id);
      await at.report(
        at.hoa,
        { case: a, outcome: 'COMPLETE' },
        { case: b, outcome: 'REFUSED' },
        { case: c, outcome: 'WRONG' },
      );
      const open = await at.view(plan.id);
      expect(open.interviewers).toMatchObject([
        { name: { vi: 'Cán bộ hoa' }, cases: 3, groups: { I: 1, R: 1, NE: 1 } },
      ]);
      await at.ask(`/${plan.id}/close`, {});
      const { whole, units, interviewers } = await at.view(plan.id);
      expect(whole.groups).toEqual({ I: 1, P: 0, R: 1, NC: 0, O: 0, NE: 1, UO: 1 });
      expect(whole.rates[0]).toEqual({ code: 'RR1', numerator: 1, denominator: 3, percent: null });
      expect(units).toHaveLength(1);
      expect(interviewers.map(({ name, cases }) => [name?.vi ?? null, cases])).toEqual([
        [null, 1],
        ['Cán bộ hoa', 3],
      ]);
      expect(JSON.stringify(await at.view(plan.id))).not.toMatch(/HS-\d|0912/);
    });

    test('a removed tree leaves nothing of its calls', async () => {
      const { store, unit } = at.office;
      await at.bring(some(2));
      await at.plan();
      await at.report(at.hoa, { case: (await first()).id, outcome: 'BUSY' });
      await store.write(async (tx) => {
        await tx.updateTable('units').set({ tree: 'demo' }).where('id', '=', unit).execute();
        await removeTree(tx, 'demo', localDay(at.office.now));
      });
      for (const table of ['call_cases', 'call_attempts', 'call_leases', 'dossiers'] as const)
        expect([table, await rows(table)]).toEqual([table, []]);
    });
  });
}
