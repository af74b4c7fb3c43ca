import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { retain } from '../../server/jobs/retain.ts';
import { keepHeartbeat } from '../../server/store/devices.ts';
import { drawFaceRechecks } from '../../server/store/face-rechecks.ts';
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

    /** A half-month with 200 dossiers returned and forty interviews face to face, by the telephone of Hoa. */
    async function askedFace(agreed = 40) {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      const at = await openCalledOffice({ store });
      const { office } = at;
      await at.bring(
        Array.from({ length: 200 }, (_, i) => brought(`HS-${i}`, i < 150 ? '2026-11-09' : '2026-11-16')),
      );
      const day = { date: '2026-11-10', wakes: 0, starts: agreed, abandoned: [], agreed: { v1: agreed } };
      const heartbeat = {
        dev: at.hoa.id,
        app: '0',
        total: 0,
        unsent: 0,
        sealNo: 0,
        free: null,
        persisted: true,
        faults: [],
      };
      await store.write((tx) => keepHeartbeat(tx, at.hoa.id, { ...heartbeat, day }, office.now));
      const draw = (today: string) => store.write((tx) => drawFaceRechecks(tx, today, office.random));
      const list = async (cookie = at.manager) => {
        const answer = await office.call('/api/v1/rechecks', { cookie });
        return (await answer.json()) as RecheckList;
      };
      const take = (id: string, outcome: string, way: string | null = null, cookie = at.manager) =>
        office.call(`/api/v1/rechecks/${id}`, { cookie, body: { outcome, time: null, way } });
      return { ...at, draw, list, take, store };
    }

    test('of the dossiers that a place returned in a half-month with interviews face to face some are drawn, once', async () => {
      const { draw, list, store } = await askedFace();
      expect(await draw('2026-11-16')).toBe(0);
      expect(await draw('2026-11-17')).toBe(20);
      expect(await draw('2026-11-18')).toBe(0);
      const rows = await store.read.selectFrom('rechecks').selectAll().execute();
      expect(rows[0]).toMatchObject({
        kind: 'face',
        interviewer: '',
        half_month: '2026-11/1',
        until: '2026-12-01',
      });
      const { open } = await list();
      expect(open).toHaveLength(20);
      expect(open.every((one) => one.kind === 'face' && one.returnedOn === '2026-11-09' && one.number)).toBe(
        true,
      );
      // nobody stands twice, and nothing says of one that there was an interview
      expect(new Set(rows.map(({ dossier }) => dossier)).size).toBe(20);
    });

    test('a place with nine interviews is not asked about, nor a half-month whose numbers would soon go', async () => {
      const few = await askedFace(9);
      expect(await few.draw('2026-11-20')).toBe(0);
      const late = await askedFace();
      expect(await late.draw('2026-11-29')).toBe(0);
    });

    test('what people say of interviews face to face stands beside what is recorded, from ten people on, and never by who interviewed there', async () => {
      const { office, draw, list, take, manager, store } = await askedFace();
      await draw('2026-11-17');
      const { open } = await list();
      for (const [i, { id }] of open.slice(0, 9).entries())
        expect((await take(id, i === 0 ? 'yes' : 'no', i === 0 ? 'face' : null)).status).toBe(200);
      expect((await list()).faces.places).toMatchObject([
        { ended: 9, answered: null, yes: null, recorded: null },
      ]);
      for (const { id } of open.slice(9, 19)) await take(id, 'no');
      const { faces, all } = await list();
      // forty interviews over a hundred and fifty dossiers returned; one of nineteen says yes
      expect(faces.places).toMatchObject([
        { ended: 19, answered: 19, yes: { percent: 5.3, n: 19 }, recorded: 26.7, isBelow: true },
      ]);
      expect(faces.all).toMatchObject({ answered: 19, isBelow: true });
      expect(all.ended).toBe(0);
      // the telephone passes to the manager, who has thus interviewed there
      const account = await store.read
        .selectFrom('accounts')
        .select('id')
        .where('role', '=', 'manager')
        .executeTakeFirstOrThrow();
      await store.write((tx) =>
        tx.updateTable('devices').set({ account: account.id }).where('account', '=', 'hoa').execute(),
      );
      const own = (await list()).open;
      expect([own.length, own[0]!.isOwn, own[0]!.number]).toEqual([1, true, null]);
      expect((await take(own[0]!.id, 'yes', 'face', manager)).status).toBe(409);
      office.now += 15 * DAY_MS;
      await retain(store, localDay(office.now));
      const rows = await store.read.selectFrom('rechecks').select(['dossier', 'outcome']).execute();
      expect(rows.every(({ dossier, outcome }) => dossier === null && outcome !== null)).toBe(true);
    });

    test('re-checks of before are of calls', async () => {
      const { db, reopen } = await database.openFirst('0021-consent');
      const name = { name_vi: 'Xã Cũ', name_en: 'Old commune' };
      const dates = { valid_from: '2025-07-01', valid_to: null };
      await db
        .insertInto('units')
        .values({ id: 'u1', parent: null, tree: 'real', kind: 'xa', ...name, ...dates })
        .execute();
      await db
        .insertInto('service_points')
        .values({ id: 'p1', unit: 'u1', ...name, opening: '[]', fields: '[]', ...dates })
        .execute();
      const nothing = {
        tried: null,
        ended: null,
        checker: null,
        outcome: null,
        said_time: null,
        said_way: null,
      };
      const row = {
        id: 'r1',
        service_point: 'p1',
        half_month: '2026-11/1',
        interviewer: 'hoa',
        dossier: 'x',
        until: '2026-12-01',
        tries: 0,
      };
      await db
        .insertInto('rechecks')
        .values({ ...row, ...nothing })
        .execute();
      await db.destroy();
      const store = await reopen();
      onTestFinished(() => store.close());
      expect(await store.read.selectFrom('rechecks').selectAll().execute()).toEqual([
        { ...row, ...nothing, kind: 'call' },
      ]);
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
