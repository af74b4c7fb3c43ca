import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { addUnit, allUnits } from '../../server/store/organisation.ts';
import { publish } from '../../server/store/questionnaires.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { isSafeSqlite, type Store } from '../../server/store/store.ts';
import { countSetAside, countSubmissions } from '../../server/store/submissions.ts';
import { enterFacetsNow } from '../../server/store/release-due.ts';
import { releaseClosed } from '../../server/store/release-step.ts';
import { talliesAt } from '../../server/store/tallies.ts';
import { servedTallies, waitingCount } from '../../server/store/served-tallies.ts';
import { rebuildTallies, recount } from '../../server/store/recount.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { decodeVector } from '../../shared/tally-bytes.ts';
import { addVector, FACETS, headOf, itemOf, shapeOf } from '../../shared/tally.ts';
import { type Questionnaire, itemsOf } from '../../shared/questionnaire.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type Office, openOffice } from '../fakes/office.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import { databases } from './dialects.ts';

const document = readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');
const questionnaire = JSON.parse(document) as Questionnaire;

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let device: { readonly id: string; readonly token: string };
    let reopen: () => Promise<Store>;

    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const opened = await database.open();
      reopen = opened.reopen;
      office = await openOffice({ store: opened.store });
      device = await office.enrol();
    });
    afterEach(() => office.store.close());

    const send = async (ps: readonly string[]): Promise<Receipts> => {
      const response = await office.call('/api/v1/batches', {
        body: batchOf(device, ps),
        token: device.token,
      });
      expect(response.status).toBe(200);
      return (await response.json()) as Receipts;
    };
    const take = (count: number, change: Partial<Submission> = {}) =>
      send(Array.from({ length: count }, () => bytesOf(office, change)));
    const filter = () => ({
      servicePoints: [office.point],
      from: '2026-01/1',
      to: '2026-12/2',
      form: 'express' as const,
      questionnaire: 'sp39',
      version: 1,
      facet: '',
    });
    const served = async () =>
      (await servedTallies(office.store.read, filter()))
        .filter(({ serves }) => serves !== 'factors')
        .reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
    const waiting = () => waitingCount(office.store.read, filter());
    const expectExact = async () => {
      const shapes = shapeFor(await loadCatalogue(office.store.read));
      const whole = await recount(office.store.read, shapes);
      expect(whole.differences).toEqual([]);
      // and each half-month by itself, as where there are many rows
      expect(await recount(office.store.read, shapes, () => true, 1)).toEqual(whole);
    };

    test('what was receipted is there after the store was closed and opened again', async () => {
      await take(5);
      await office.store.close();
      const store = await reopen();
      expect(await countSubmissions(store.read)).toBe(5);
      await store.close();
      office = { ...office, store: await reopen() };
    });

    test('commits are durable: the settings that the promise needs are in force', async () => {
      if (office.store.dialect === 'sqlite') {
        const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(office.store.read);
        expect(journal.rows[0]!.journal_mode).toBe('wal');
        const mode = await office.store.write(
          async (tx) => (await sql<{ synchronous: number }>`pragma synchronous`.execute(tx)).rows[0],
        );
        expect(mode!.synchronous).toBe(2);
      } else {
        const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(
          office.store.read,
        );
        expect(rows[0]!.synchronous_commit).toBe('on');
      }
    });

    test('beside the bytes of a submission stand its half-day and its standing, and nothing else', async () => {
      await take(1);
      const row = await office.store.read.selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
      expect(Object.keys(row).sort()).toEqual(['half_day', 'id', 'p', 'standing']);
    });

    test('sending again, in any order and partly, changes neither rows nor tallies', async () => {
      const ps = Array.from({ length: 30 }, () => bytesOf(office));
      await send(ps.slice(0, 20));
      const before = await talliesAt(office.store.read, office.point);
      const answer = await send(ps.slice(0, 20).toReversed());
      expect(answer.receipts.every(([, kind]) => kind === 'dup')).toBe(true);
      expect(await talliesAt(office.store.read, office.point)).toEqual(before);
      await send(ps);
      expect(await countSubmissions(office.store.read)).toBe(30);
      await expectExact();
    });

    test('served figures of an open half-month move only by ten or more', async () => {
      const seen: [number, number][] = [];
      for (const size of [3, 3, 3, 1, 9, 4, 25, 9, 1]) {
        await take(size);
        seen.push([await served(), await waiting()]);
      }
      expect(seen).toEqual([
        [0, 3],
        [0, 6],
        [0, 9],
        [10, 0],
        [10, 9],
        [23, 0],
        [48, 0],
        [48, 9],
        [58, 0],
      ]);
      await expectExact();
    });

    test('figures that are read while submissions come in show every group once', async () => {
      const taking = { isOver: false };
      const seen: number[] = [];
      const reading = (async () => {
        while (!taking.isOver) {
          await new Promise((resolve) => setImmediate(resolve));
          const all = await office.store.snapshot((read) => servedTallies(read, filter()));
          const rows = all.filter(({ serves }) => serves !== 'factors');
          seen.push(rows.reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0));
        }
      })();
      for (let i = 0; i < 40; i++) await take(4);
      taking.isOver = true;
      await reading;
      expect(seen.length).toBeGreaterThan(20);
      // every third batch brings ten together: 12 at a time, never less, never twice
      expect(seen.every((shown, i) => shown % 12 === 0 && shown >= (seen[i - 1] ?? 0) && shown <= 160)).toBe(
        true,
      );
    });

    test('each service point, half-month, channel and form waits by itself, and all its cells move together', async () => {
      await take(10);
      await take(4, { b: '2026-11-03AM' });
      await take(9, { q: { ...NO_SIGNALS, hrs: 1 }, lg: 'en' });
      expect([await served(), await waiting()]).toEqual([10, 13]);
      await take(1);
      expect([await served(), await waiting()]).toEqual([20, 4]);
    });

    test('at the close of a half-month what waits is served completely, and late submissions wait for ten again', async () => {
      await take(7);
      expect([await served(), await waiting()]).toEqual([0, 7]);
      await office.store.write((tx) => releaseClosed(tx, '2026-11/2'));
      expect([await served(), await waiting()]).toEqual([0, 7]);
      office.now += 14 * 86_400_000;
      await office.store.write((tx) => releaseClosed(tx, '2026-12/1'));
      expect([await served(), await waiting()]).toEqual([7, 0]);
      await take(2);
      await office.store.write((tx) => releaseClosed(tx, '2026-12/1'));
      expect([await served(), await waiting()]).toEqual([7, 2]);
      await take(8);
      expect([await served(), await waiting()]).toEqual([17, 0]);
      await expectExact();
    });

    test('in a demo or training unit a single tap is served at once', async () => {
      const opened = await database.open();
      const demo = await openOffice({ store: opened.store, tree: 'demo' });
      const kiosk = await demo.enrol();
      await demo.call('/api/v1/batches', { body: batchOf(kiosk, [bytesOf(demo)]), token: kiosk.token });
      const rows = await servedTallies(demo.store.read, { ...filter(), servicePoints: [demo.point] });
      expect(rows.map((row) => headOf(decodeVector(row.vector)).submissions)).toEqual([1]);
      await demo.store.close();
    });

    test('over seeded submissions: nothing is left out of a tally, and every facet adds up to all', async () => {
      const next = seededNumbers(7);
      const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
      const ps = Array.from({ length: 120 }, () => {
        const reached = 1 + Math.floor(next() * 8);
        return bytesOf(office, {
          a: Array.from({ length: 8 }, (_, i) => (i < reached ? pick([0, 1, 2, 3, 4, 5] as const) : null)),
          e: reached < 8 ? 'idle' : 'done',
          lg: pick(['vi', 'en', 'other'] as const),
          dm: pick([null, { sex: 1, age: null }, { sex: 2, age: 3 }] as const),
          rk: pick([null, 'person', 'organisation'] as const),
          q: { ...NO_SIGNALS, line: pick([0, 0, 0, 1] as const) },
        });
      });
      for (let i = 0; i < ps.length; i += 50) await send(ps.slice(i, i + 50));
      await expectExact();
      await enterFacetsNow(office.store);
      const rows = await talliesAt(office.store.read, office.point);
      const shape = shapeOf(questionnaire);
      const sum = (facet: string) => {
        const total = new Float64Array(shape.length);
        for (const row of rows.filter((r) => r.facet === facet)) addVector(total, decodeVector(row.vector));
        return total;
      };
      const all = sum('');
      expect(headOf(all).submissions).toBe(120);
      for (const facet of FACETS.filter((name) => name !== 'ontime')) expect(sum(facet)).toEqual(all);
      let counted = 0;
      for (const { number } of itemsOf(questionnaire)) {
        const item = itemOf(all, shape, number, 'express');
        const levels = item.levels.reduce((a, b) => a + b, 0);
        expect(levels + item.noOpinion + item.notReached + item.blank).toBe(item.asked);
        counted += item.asked;
      }
      expect(counted).toBe(7 * headOf(all).valid);
      expect(itemOf(all, shape, 0, 'express').asked).toBe(120);
      await expectExact();
    });

    test('a tally that was tampered with is found by a recount and mended by a rebuild', async () => {
      await take(12);
      await enterFacetsNow(office.store);
      await office.store.write(async (tx) => {
        await tx
          .updateTable('tallies')
          .set({ vector: Buffer.from([1, 3, 1, 1, 1]) })
          .where('facet', '=', 'language')
          .execute();
        await tx.deleteFrom('tallies').where('facet', '=', 'sex').execute();
      });
      const shapes = shapeFor(await loadCatalogue(office.store.read));
      expect((await recount(office.store.read, shapes)).differences).toHaveLength(2);
      await office.store.write((tx) => rebuildTallies(tx, shapes));
      await expectExact();
    });

    test('a published questionnaire never changes, and publishing it again does nothing', async () => {
      await office.store.write((tx) => publish(tx, document));
      const changed = document.replace('Rất hài lòng', 'Cực kỳ hài lòng');
      expect(changed).not.toBe(document);
      await expect(office.store.write((tx) => publish(tx, changed))).rejects.toThrow('published already');
      const answer = await office.call('/api/v1/questionnaires/sp39/1');
      expect(await answer.text()).toBe(document);
      expect((await office.call('/api/v1/questionnaires/sp39/2')).status).toBe(404);
    });

    test('removing the demo tree leaves no demo row and touches nothing real', async () => {
      await take(11);
      const dates = { validFrom: '2025-07-01', validTo: null };
      await office.store.write(async (tx) => {
        await addUnit(tx, {
          id: 'demo-top',
          parent: null,
          tree: 'demo',
          kind: 'tinh',
          name: { vi: 'A', en: 'A' },
          ...dates,
        });
        await addUnit(tx, {
          id: 'demo-child',
          parent: 'demo-top',
          tree: 'demo',
          kind: 'xa',
          name: { vi: 'B', en: 'B' },
          ...dates,
        });
      });
      const tallies = await talliesAt(office.store.read, office.point);
      await office.store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      expect((await allUnits(office.store.read)).map(({ id }) => id)).toEqual([office.unit]);
      expect(await countSubmissions(office.store.read)).toBe(11);
      expect(await talliesAt(office.store.read, office.point)).toEqual(tallies);
    });

    test('characters that a database cannot hold are kept aside, not refused', async () => {
      const answer = await send(['{"id":"\u0000"}', '\u0000\u0001', '"\ud83d"', bytesOf(office)]);
      expect(answer.receipts.map(([, kind]) => kind).sort()).toEqual(['held', 'held', 'held', 'stored']);
      expect(await countSetAside(office.store.read)).toBe(3);
    });
  });
}

test('SQLite releases that can lose commits are refused', () => {
  expect(['3.7.0', '3.51.2', '3.52.0'].map(isSafeSqlite)).toEqual([false, false, false]);
  expect(['3.51.3', '3.52.1', '3.54.1'].map(isSafeSqlite)).toEqual([true, true, true]);
});
