import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { handOverRemarks } from '../../server/cases/hand-over-remarks.ts';
import { remarkHash } from '../../server/ingest/judge.ts';
import { retain } from '../../server/jobs/retain.ts';
import { casesOf, openCase } from '../../server/store/stored-cases.ts';
import { allUnits } from '../../server/store/organisation.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { addReply, repliesAt, withdrawReply } from '../../server/store/replies.ts';
import { DAY_MS } from '../../shared/period.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

const SALT = '00112233445566778899aabbccddeeff';

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
    const say = async (texts: readonly string[], change: Parameters<typeof bytesOf>[1] = {}) => {
      const items = texts.map((text) => ({
        p: bytesOf(office, { ...change, rh: remarkHash(SALT, text) }),
        remark: { salt: SALT, text },
      }));
      const body = { ...batchOf(tablet, []), items };
      const answer = await office.call('/api/v1/batches', { body, token: tablet.token });
      expect(answer.status).toBe(200);
    };
    const open = () => casesOf(office.store.read, [office.unit]);
    const seed = () => ({
      unit: office.unit,
      point: office.point,
      opened: '2026-11-16',
      due: '2026-12-01',
      author: null,
    });

    test('what was said in a week is handed over once in the next, masked, and stands nowhere beside its submission', async () => {
      const texts = Array.from({ length: 12 }, (_, i) => `Góp ý số ${i}: chị Lan ở quầy, gọi 0912345678`);
      await say(texts);
      expect(await handOverRemarks(handing())).toBe(0);
      expect(await handOverRemarks(handing())).toBeUndefined();
      // two weeks stood still: they are made up for together
      office.now += 17 * DAY_MS;
      expect(await handOverRemarks(handing())).toBe(12);
      expect(await handOverRemarks(handing())).toBeUndefined();
      const found = await open();
      const read = found.map(({ words }) => words ?? '');
      const expected = texts.map((text) => text.replace('Lan', '[…]').replace('0912345678', '[…]'));
      expect(read.toSorted((a, b) => a.localeCompare(b))).toEqual(
        expected.toSorted((a, b) => a.localeCompare(b)),
      );
      // in the order of random ids, of a Monday
      expect(read).not.toEqual(expected);
      expect(
        new Set(found.map(({ opened, due, point, halfDay }) => `${opened} ${due} ${point} ${halfDay}`)),
      ).toEqual(new Set([`2026-12-07 2026-12-22 ${office.point} null`]));
      const left = await office.store.read.selectFrom('remarks').selectAll().execute();
      expect(
        left.map(({ masked, service_point, shown_from }) => [masked, service_point, shown_from]),
      ).toEqual(texts.map(() => ['', null, null]));
      expect(left.every(({ body }) => body !== '')).toBe(true);
    });

    test('what comes late in a week waits for the next Monday; of a half-month the end is waited for', async () => {
      office.now = Date.parse('2026-11-24T09:00:00+07:00');
      expect(await handOverRemarks(handing())).toBe(0);
      await say(['Đến muộn'], { b: '2026-11-19AM' });
      expect(await handOverRemarks(handing())).toBeUndefined();
      await office.store.write(
        async (tx) =>
          void (await tx
            .insertInto('remarks')
            .values({
              hash: 'a'.repeat(64),
              salt: '',
              body: 'x',
              masked: 'Không biết ở đâu',
              half_month: '2026-11/2',
              service_point: null,
              shown_from: null,
            })
            .execute()),
      );
      office.now = Date.parse('2026-11-30T07:00:00+07:00');
      expect(await handOverRemarks(handing())).toBe(1);
      // whose submission is gone: it stays where it is, and is not looked for again
      const lost = await office.store.read
        .selectFrom('remarks')
        .selectAll()
        .where('masked', '!=', '')
        .execute();
      expect(lost.map(({ shown_from }) => shown_from)).toEqual(['9999']);
    });

    test('an alert opens one case, and a case goes 24 months after it has ended, with its steps and an entry', async () => {
      const { store } = office;
      const alert = { ...seed(), kind: 'alert', alert: 'a1', halfDay: '2026-11-20AM' } as const;
      expect(await store.write((tx) => openCase(tx, { ...alert, id: 'c1' }))).toBe(true);
      expect(await store.write((tx) => openCase(tx, { ...alert, id: 'c2' }))).toBe(false);
      await store.write((tx) => openCase(tx, { ...seed(), kind: 'manual', words: 'Ghế hỏng', id: 'c3' }));
      await store.write(async (tx) => {
        await tx
          .updateTable('cases')
          .set({ ended: '2026-11-20', state: 'closed' })
          .where('id', '=', 'c1')
          .execute();
      });
      await retain(store, '2028-11-30');
      expect(await open()).toHaveLength(2);
      await retain(store, '2028-12-01');
      expect((await open()).map(({ id }) => id)).toEqual(['c3']);
      expect(await store.read.selectFrom('case_steps').select('of_case').execute()).toEqual([
        { of_case: 'c3' },
      ]);
      const entries = await store.read.selectFrom('entries').select('document').execute();
      expect(entries.some(({ document }) => document.includes('"what":"cases"'))).toBe(true);
    });

    test('a unit shows the newest of its own, then of those above; what was withdrawn is not shown', async () => {
      const { store, unit } = office;
      const words = { vi: { said: 'a', did: 'b' }, en: null };
      const reply = { unit, period: 'month-2026-11', author: 'x', ...words };
      await store.write(async (tx) => {
        for (const [id, published] of [
          ['r1', '2026-11-01'],
          ['r2', '2026-11-02'],
          ['r3', '2026-11-03'],
          ['r4', '2026-11-04'],
        ] as const)
          await addReply(tx, { ...reply, id, published });
      });
      const units = await allUnits(store.read);
      expect((await repliesAt(store.read, units, unit)).map(({ id }) => id)).toEqual(['r4', 'r3', 'r2']);
      expect(await store.write((tx) => withdrawReply(tx, 'r3', '2026-11-20'))).toBe(true);
      expect(await store.write((tx) => withdrawReply(tx, 'r3', '2026-11-20'))).toBe(false);
      expect((await repliesAt(store.read, units, unit)).map(({ id }) => id)).toEqual(['r4', 'r2', 'r1']);
    });

    test('a database of the version before, with remarks in it, hands them over where they were said', async () => {
      const text = 'Chờ lâu quá';
      await say([text]);
      const { read } = office.store;
      const { db, reopen } = await database.openFirst('0024-cut-facets');
      for (const table of [
        'units',
        'unit_versions',
        'service_points',
        'point_versions',
        'submissions',
      ] as const)
        for (const row of await read.selectFrom(table).selectAll().execute())
          await db.insertInto(table).values(row).execute();
      const {
        service_point: _,
        shown_from: __,
        ...old
      } = await read.selectFrom('remarks').selectAll().executeTakeFirstOrThrow();
      await db.insertInto('remarks').values(old).execute();
      await db.destroy();
      const store = await reopen();
      onTestFinished(() => store.close());
      office.now += 7 * DAY_MS;
      expect(await handOverRemarks({ ...handing(), store })).toBe(1);
      expect(await casesOf(store.read, [office.unit])).toMatchObject([
        { words: text, point: office.point, opened: '2026-11-23', kind: 'remark' },
      ]);
    });

    test('a demo tree goes with its cases and what was published of them', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store, tree: 'demo' });
      await store.write(async (tx) => {
        await openCase(tx, { ...seed(), kind: 'manual', words: 'Ghế hỏng', id: 'c3' });
        const words = { vi: { said: 'a', did: 'b' }, en: null };
        await addReply(tx, {
          id: 'r',
          unit: office.unit,
          period: 'month-2026-11',
          author: 'x',
          published: '2026-11-01',
          ...words,
        });
      });
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      for (const table of ['cases', 'case_steps', 'replies'] as const)
        expect([table, await store.read.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    });

    const handing = () => ({ store: office.store, clock: () => office.now, random: office.random });
  });
}
