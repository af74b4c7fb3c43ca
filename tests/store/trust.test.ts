import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEnrolmentCode } from '../../server/enrolment-code.ts';
import { recordReattribution } from '../../server/ingest/record-reattribution.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { setDeviceState } from '../../server/store/device-life.ts';
import { knownLeaves, leafOf } from '../../server/store/leaves.ts';
import { addServicePoint, walkUpCode } from '../../server/store/organisation.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { openGroups } from '../../server/store/quarantine.ts';
import { rebuildTallies, recount } from '../../server/store/recount.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import type { Store } from '../../server/store/store.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { enterFacetsNow } from '../../server/store/release-due.ts';
import { talliesAt } from '../../server/store/tallies.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { enrolPreimage } from '../../shared/wire/device.ts';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import type { SealReceipts, SignedSeal } from '../../shared/wire/seal.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import { newTabletKey, sealChain } from '../fakes/tablet-key.ts';
import { databases } from './dialects.ts';

/** Enrolment, seals, re-attribution, review and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let device: EnrolledTablet;

    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      office = await openOffice({ store: (await database.open()).store });
      device = await office.enrol();
    });
    afterEach(() => office.store.close());

    const send = async (ps: readonly string[], from = device): Promise<Receipts> => {
      const answer = await office.call('/api/v1/batches', { body: batchOf(from, ps), token: from.token });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Receipts;
    };
    const post = async (...seals: SignedSeal[]): Promise<SealReceipts> => {
      const body = { proto: 1, dev: device.id, seals };
      const answer = await office.call('/api/v1/seals', { body, token: device.token });
      expect(answer.status).toBe(200);
      return (await answer.json()) as SealReceipts;
    };
    const some = (count: number, change: Partial<Submission> = {}) =>
      Array.from({ length: count }, () => bytesOf(office, change));
    const addPoint = (id: string) =>
      office.store.write((tx) =>
        addServicePoint(tx, {
          id,
          unit: office.unit,
          name: { vi: `Điểm ${id}`, en: `Point ${id}` },
          opening: [],
          fields: [],
          validFrom: '2025-07-01',
          validTo: null,
        }),
      );
    const expectExact = async (store: Store = office.store) => {
      const shapes = shapeFor(await loadCatalogue(store.read));
      expect((await recount(store.read, shapes)).differences).toEqual([]);
    };
    const talliedAt = async (point: string) =>
      (await talliesAt(office.store.read, point))
        .filter(({ facet }) => facet === '')
        .reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
    const servedAt = async (point: string) =>
      (
        await servedTallies(office.store.read, {
          servicePoints: [point],
          from: '2026-01/1',
          to: '2026-12/2',
          form: 'express',
          questionnaire: 'sp39',
          version: 1,
          facet: '',
        })
      ).reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
    const move = (from: string, to: string, fromDay: string, toDay: string) => {
      const deps = { store: office.store, clock: () => office.now, random: office.random };
      const asked = { from, to, fromDay, toDay, reason: 'Đặt nhầm điểm tiếp nhận' };
      return recordReattribution(deps, asked, { account: null, unit: office.unit });
    };

    test('of twenty enrols at once with one code one key and one token remain', async () => {
      const asked = { device: device.id, tree: 'real', at: office.now } as const;
      const { code } = await office.store.write((tx) => newEnrolmentCode(tx, asked, office.random));
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => {
          const key = newTabletKey();
          const body = { code, key: key.spki, proof: key.sign(enrolPreimage(code)) };
          return office.call('/api/v1/devices/enrol', { body });
        }),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await office.store.read.selectFrom('device_keys').selectAll().execute()).toHaveLength(1);
    });

    test('seals are chained, answered with what is lacking, and posted twenty times at once stored once', async () => {
      const chain = sealChain(device);
      const ps = some(7);
      await send(ps.slice(0, 5));
      const seal = chain.seal(ps);
      const answers = await Promise.all(Array.from({ length: 20 }, () => post(seal)));
      expect(answers.filter(({ seals }) => seals[0]![1] === 'stored')).toHaveLength(1);
      for (const { lacks } of answers) expect([...lacks].sort()).toEqual(ps.slice(5).map(leafOf).sort());
      await send(ps.slice(5));
      expect((await post(seal)).lacks).toEqual([]);
      expect((await post(chain.seal([...some(4), ps[0]!]))).seals).toEqual([[2, 'refused']]);
      const known = await knownLeaves(office.store.read, [...ps, ...some(2)].map(leafOf));
      expect([...known.values()]).toEqual(ps.map(() => ({ kept: true, sealed: true })));
    });

    test('a seal of characters that a database cannot hold is kept aside, not a fault', async () => {
      const answer = await post({ s: '{"n":1,"x":"\u0000\ud83d"}', sig: `\u0000${'A'.repeat(85)}` });
      expect(answer.seals).toEqual([[0, 'refused']]); // JSON holds no such character bare: it has no number
      expect(await office.store.read.selectFrom('refused_seals').selectAll().execute()).toHaveLength(1);
    });

    test('a re-attribution moves figures with every facet, later submissions follow, and the bytes stay', async () => {
      await addPoint('p2');
      const before = some(30, { dm: { sex: 1, age: null }, rk: 'person' });
      await send(before);
      await send(some(4, { b: '2026-11-03AM', q: { ...NO_SIGNALS, line: 1 } }));
      expect(await move(office.point, 'p2', '2026-11-15', '2026-11-30')).toEqual({
        id: 'r000001',
        moved: 30,
      });
      expect([await talliedAt(office.point), await talliedAt('p2')]).toEqual([4, 30]);
      await expectExact();
      await send(some(3));
      expect([await talliedAt(office.point), await talliedAt('p2')]).toEqual([4, 33]);
      await expectExact();
      const rows = await office.store.read.selectFrom('submissions').select(['id', 'p']).execute();
      const stored = new Set(rows.map(bytesOfStored));
      expect(before.every((p) => stored.has(p))).toBe(true);
      const shapes = shapeFor(await loadCatalogue(office.store.read));
      await office.store.write((tx) => rebuildTallies(tx, shapes));
      expect([await talliedAt(office.point), await talliedAt('p2')]).toEqual([4, 33]);
      const [entry] = await office.store.read.selectFrom('entries').selectAll().execute();
      const written = JSON.parse(entry!.document) as { kind: string; facts: object };
      expect(written).toMatchObject({ kind: 'reattribution', facts: { from: office.point, to: 'p2' } });
    });

    test('what a re-attribution changes waits for ten, at both places', async () => {
      await addPoint('p2');
      await send(some(12));
      expect([await servedAt(office.point), await servedAt('p2')]).toEqual([12, 0]);
      await send(some(4, { b: '2026-11-03AM' }));
      await move(office.point, 'p2', '2026-11-01', '2026-11-14');
      expect([await servedAt(office.point), await servedAt('p2')]).toEqual([12, 0]);
      await move(office.point, 'p2', '2026-11-15', '2026-11-30');
      expect([await servedAt(office.point), await servedAt('p2')]).toEqual([0, 12]);
      await expectExact();
    });

    test('recount equals tallies byte for byte after any mix of batches, re-attributions and reviews', async () => {
      const next = seededNumbers(11);
      const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
      const points = [office.point, 'p2', 'p3'];
      await addPoint('p2');
      await addPoint('p3');
      const cookie = await signInAs(office, 'manager');
      const days = ['2026-10-20', '2026-11-03', '2026-11-14', '2026-11-15', '2026-11-20'];
      const setState = (state: 'active' | 'retired') =>
        office.store.write((tx) => setDeviceState(tx, device.id, { day: '2026-11-20', state, note: '' }));
      for (let i = 0; i < 30; i++) {
        const act = next();
        if (act < 0.55) {
          const change = { b: `${pick(days)}AM`, lg: pick(['vi', 'en'] as const) };
          await send(some(1 + Math.floor(next() * 14), change));
        } else if (act < 0.8) {
          const [a, b] = [pick(days), pick(days)].sort() as [string, string];
          const [from, to] = [pick(points), pick(points)];
          if (from !== to) await move(from, to, a, b);
        } else {
          await setState('retired');
          await send(some(3, { b: `${pick(days)}PM` }));
          await setState('active');
          const listed = await office.call('/api/v1/quarantine', { cookie });
          for (const { reason, kind, point, halfMonth } of (await listed.json()) as HeldCohort[]) {
            const cohort = { reason, kind, point: point?.id ?? null, halfMonth };
            const body = { cohort, decision: pick(['take', 'refuse']), reason: 'Đã kiểm tra với đơn vị' };
            expect((await office.call('/api/v1/quarantine/decide', { body, cookie })).status).toBe(200);
          }
        }
        await expectExact();
      }
      const sum = await Promise.all(points.map(talliedAt));
      expect(sum.reduce((a, b) => a + b, 0)).toBe(await countSubmissions(office.store.read));
    });

    test('a demo tree goes with its devices, codes, states, leaves and records', async () => {
      const demo = await openOffice({ store: (await database.open()).store, tree: 'demo' });
      const kiosk = await demo.enrol();
      const ps = Array.from({ length: 3 }, () => bytesOf(demo));
      await demo.call('/api/v1/batches', { body: batchOf(kiosk, ps), token: kiosk.token });
      await demo.store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      for (const table of ['devices', 'device_states', 'enrolment_codes', 'submissions', 'leaves'] as const)
        expect([table, await demo.store.read.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
      await demo.store.close();
    });

    test('a database of version 0.1 with data in it goes on: nothing is lost, and old submissions are known by leaf', async () => {
      await send(some(5));
      await office.call('/api/v1/phone', {
        body: { proto: 1, code: office.code, items: [{ p: bytesOf(office, { ch: 'qr' }) }] },
      });
      const rows = await office.store.read.selectFrom('submissions').selectAll().orderBy('id').execute();
      // as they lay in that version
      await enterFacetsNow(office.store);
      const { db, reopen } = await database.openFirst();
      await copyFirst(office, db);
      const held = [bytesOf(office, { fd: 'nothing' }), '{"v":1,'];
      for (const p of held)
        await db
          .insertInto('quarantine')
          .values({ leaf: leafOf(p), kind: 'held', reason: 'r', p: Buffer.from(p), remark: null })
          .execute();
      await db.destroy();
      const store = await reopen();
      // they lay there as they came, and are packed now like those of today
      expect(await store.read.selectFrom('submissions').selectAll().orderBy('id').execute()).toEqual(rows);
      await expectExact(store);
      const leaves = await store.read.selectFrom('leaves').selectAll().execute();
      expect(leaves.map(({ leaf }) => Buffer.from(leaf).toString('hex')).sort()).toEqual(
        rows
          .map((row) =>
            createHash('sha256')
              .update(`sipas-submission-1\n${bytesOfStored(row)}`)
              .digest('hex'),
          )
          .sort(),
      );
      expect(await store.read.selectFrom('phone_leaves').selectAll().execute()).toHaveLength(1);
      // what was held then is counted like what is held now
      expect(
        (await openGroups(store.read)).map(({ point, halfMonth, count }) => [point, halfMonth, count]),
      ).toEqual(
        expect.arrayContaining([
          [office.point, '2026-11/2', 1],
          [null, null, 1],
        ]),
      );
      // a code on a wall goes on as it is
      const code = await walkUpCode(store.read, office.code, '2030-01-01');
      expect(code).toMatchObject({ servicePoint: office.point });
      const [old] = await store.read.selectFrom('devices').selectAll().execute();
      expect(old).toMatchObject({ id: device.id, state: 'retired', accepted: 5, safe_seal: 0, pin: null });
      await store.close();
    });
  });
}

/** What the tables of the first version held, with a device that was called `revoked` then. */
async function copyFirst(
  office: Office,
  db: Awaited<ReturnType<ReturnType<(typeof databases)[0]>['openFirst']>>['db'],
) {
  const { read } = office.store;
  const dropped = new Set([
    'replaces',
    'safe_seal',
    'pin',
    'held_seen',
    'covers',
    'forms',
    'thresholds',
    'plan',
    'counter',
    'pinned',
    'made',
    'ends',
    'successor',
    'contact',
    'account',
    'published',
    // of service points; the only unit has none
    'parent',
    'questionnaires.tree',
  ]);
  const without = (table: string, row: object) =>
    Object.fromEntries(
      Object.entries(row).filter(([name]) => !dropped.has(name) && !dropped.has(`${table}.${name}`)),
    );
  for (const table of [
    'units',
    'service_points',
    'questionnaires',
    'campaigns',
    'codes',
    'devices',
    'assignments',
    'submissions',
    'tallies',
    'pending_releases',
    'released',
  ] as const) {
    for (const row of await read.selectFrom(table).selectAll().execute()) {
      const asThen = 'half_day' in row ? { ...row, p: Buffer.from(bytesOfStored(row)) } : row;
      await db.insertInto(table).values(without(table, asThen)).execute();
    }
  }
  await db.updateTable('devices').set({ state: 'revoked' }).execute();
}
