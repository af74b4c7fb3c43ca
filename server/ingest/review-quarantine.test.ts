import { beforeEach, expect, test } from 'vitest';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import type { Decided } from '../../shared/wire/manage-requests.ts';
import {
  addForeignUnit,
  batchOf,
  bytesOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
  submissionOf,
} from '../../tests/fakes/office.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { setDeviceState } from '../store/device-life.ts';
import { putField } from '../store/fields.ts';
import { addServicePoint } from '../store/organisation.ts';
import { bytesOfStored } from '../store/packed-submission.ts';
import { recount } from '../store/recount.ts';
import { leafOf } from '../store/leaves.ts';
import { countSubmissions, setAside } from '../store/submissions.ts';
import { remarkHash } from './judge.ts';
import { LOOKED_AT_MOST } from './review-quarantine.ts';

let office: Office;
let cookie: string;
let device: EnrolledTablet;

beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
  device = await office.enrol();
});

const send = (items: readonly object[], more: object = {}) =>
  office.call('/api/v1/batches', { body: { ...batchOf(device, []), items, ...more }, token: device.token });
const hold = (count: number, change: Partial<Submission>, more: object = {}) =>
  send(
    Array.from({ length: count }, () => ({ p: bytesOf(office, change) })),
    more,
  );
const cohorts = async (): Promise<HeldCohort[]> => {
  const response = await office.call('/api/v1/quarantine', { cookie });
  expect(response.status).toBe(200);
  return (await response.json()) as HeldCohort[];
};
const decide = async (cohort: HeldCohort, decision: 'take' | 'refuse'): Promise<Decided> => {
  const { reason, kind, point, halfMonth } = cohort;
  const body = {
    cohort: { reason, kind, point: point?.id ?? null, halfMonth },
    decision,
    reason: 'Đã kiểm tra với đơn vị.',
  };
  const response = await office.call('/api/v1/quarantine/decide', { body, cookie });
  expect(response.status).toBe(200);
  return (await response.json()) as Decided;
};
const expectExact = async (count: number) => {
  const result = await recount(office.store.read, shapeFor(await loadCatalogue(office.store.read)));
  expect(result.differences).toEqual([]);
  expect(result.submissions).toBe(count);
};
const retire = () =>
  office.store.write((tx) =>
    setDeviceState(tx, device.id, { day: '2026-11-20', state: 'retired', note: '' }),
  );

test('a large cohort is counted without reading it: what nobody looked at may be tried, and the answer says what came of it', async () => {
  const setAsideMany = (count: number) =>
    office.store.write(async (tx) => {
      for (let i = 0; i < count; i++) {
        const p = bytesOf(office, { fd: 'nothing' });
        await setAside(tx, { leaf: leafOf(p), kind: 'held', reason: 'unknown-field', p, remark: undefined });
      }
    });
  await setAsideMany(LOOKED_AT_MOST);
  expect(await cohorts()).toMatchObject([{ count: LOOKED_AT_MOST, canTake: false }]);
  await setAsideMany(1);
  // a small one beside it is looked at first
  await hold(1, { fd: 'nothing', b: '2026-11-03AM' });
  const [large, small] = await cohorts();
  expect([large, small]).toMatchObject([
    { count: LOOKED_AT_MOST + 1, canTake: true },
    { count: 1, canTake: false },
  ]);
  expect(await decide(large!, 'take')).toEqual({ decided: 0, left: LOOKED_AT_MOST + 1 });
  await office.store.write((tx) =>
    putField(tx, {
      tree: 'real',
      code: 'nothing',
      name: { vi: 'Mới', en: 'New' },
      validFrom: '2025-07-01',
      validTo: null,
    }),
  );
  expect(await decide(large!, 'take')).toEqual({ decided: LOOKED_AT_MOST + 1, left: 0 });
  await expectExact(LOOKED_AT_MOST + 1);
}, 60_000);

test('what is set aside is listed by reason, place and half-month, with nothing of an answer', async () => {
  await hold(3, { fd: 'nothing' });
  await hold(2, { fd: 'nothing', b: '2026-11-03AM' });
  await hold(1, { sp: 'elsewhere' });
  await send([{ p: '{"v":1,' }]);
  const list = await cohorts();
  expect(
    list.map(({ reason, point, halfMonth, count, canTake }) => [
      reason,
      point?.id,
      halfMonth,
      count,
      canTake,
    ]),
  ).toEqual([
    ['unknown-field', office.point, '2026-11/2', 3, false],
    ['unknown-field', office.point, '2026-11/1', 2, false],
    ['unreadable', undefined, null, 1, false],
    ['service-point', undefined, '2026-11/2', 1, false],
  ]);
  expect(Object.keys(list[0]!).sort()).toEqual(['canTake', 'count', 'halfMonth', 'kind', 'point', 'reason']);
});

test('a name that is known by now is judged again, counted and tallied once', async () => {
  await hold(12, { fd: 'nothing' });
  const before = (await cohorts())[0]!;
  expect(before.canTake).toBe(false);
  expect(await decide(before, 'take')).toEqual({ decided: 0, left: 12 });
  await office.store.write((tx) =>
    putField(tx, {
      tree: 'real',
      code: 'nothing',
      name: { vi: 'Mới', en: 'New' },
      validFrom: '2025-07-01',
      validTo: null,
    }),
  );
  const now = (await cohorts())[0]!;
  expect(now.canTake).toBe(true);
  expect(await decide(now, 'take')).toEqual({ decided: 12, left: 0 });
  await expectExact(12);
  expect(await cohorts()).toEqual([]);
  const rows = await office.store.read.selectFrom('quarantine').select(['decision', 'reason']).execute();
  expect(new Set(rows.map(({ decision, reason }) => `${decision} ${reason}`))).toEqual(
    new Set(['taken unknown-field']),
  );
  const entries = await office.store.read.selectFrom('entries').selectAll().execute();
  expect(entries.map(({ kind }) => kind)).toEqual(['quarantine']);
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '!=', 'device-enrolled')
    .execute();
  expect(lines.map(({ what }) => what)).toEqual(['quarantine-take']);
});

test('what a revoked device had taken can be let in by a person; sent again it is a duplicate', async () => {
  const ps = Array.from({ length: 5 }, () => bytesOf(office));
  await retire();
  await send(ps.map((p) => ({ p })));
  expect(await decide((await cohorts())[0]!, 'take')).toEqual({ decided: 5, left: 0 });
  await expectExact(5);
  const again = await send(ps.map((p) => ({ p })));
  const { receipts } = (await again.json()) as { receipts: [string, string][] };
  expect(receipts.map(([, kind]) => kind)).toEqual(['dup', 'dup', 'dup', 'dup', 'dup']);
  // its own seals are refused, so the server's key seals them
  expect(await office.store.read.selectFrom('phone_leaves').selectAll().execute()).toHaveLength(5);
});

test('only the reason that was decided about is waived: what else is wrong stays aside', async () => {
  await retire();
  await hold(2, {});
  await hold(1, { fd: 'nothing' });
  const [cohort] = await cohorts();
  expect(cohort).toMatchObject({ reason: 'revoked', count: 3, canTake: true });
  expect(await decide(cohort!, 'take')).toEqual({ decided: 2, left: 1 });
  expect(await cohorts()).toMatchObject([{ reason: 'revoked', count: 1, canTake: false }]);
  await expectExact(2);
});

test('figures move by the release step when quarantine is let in', async () => {
  await retire();
  await hold(4, {});
  await decide((await cohorts())[0]!, 'take');
  const pending = await office.store.read.selectFrom('pending_releases').selectAll().execute();
  expect(pending.map(({ waiting }) => waiting)).toEqual([4]);
});

test('a remark comes along, masked beside its locked original', async () => {
  const remark = { salt: '00112233445566778899aabbccddeeff', text: 'Chờ lâu quá, gọi 0912 345 678.' };
  const p = bytesOf(office, { rh: remarkHash(remark.salt, remark.text) });
  await retire();
  await send([{ p, remark }]);
  await decide((await cohorts())[0]!, 'take');
  const rows = await office.store.read.selectFrom('remarks').selectAll().execute();
  expect(rows.map(({ masked }) => masked)).toEqual(['Chờ lâu quá, gọi […].']);
});

test('a conflict stays aside for ever: it can be noted, never taken', async () => {
  const first = submissionOf(office);
  await send([{ p: encodeSubmission(first) }]);
  await send([{ p: encodeSubmission({ ...first, a: [1, 1, 1, 1, 1, 1, 1, 1] }) }]);
  const [conflict] = await cohorts();
  expect(conflict).toMatchObject({ kind: 'conflict', reason: 'other-bytes', canTake: false });
  expect(await decide(conflict!, 'take')).toEqual({ decided: 0, left: 1 });
  expect(await decide(conflict!, 'refuse')).toEqual({ decided: 1, left: 0 });
  const row = await office.store.read.selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
  expect(bytesOfStored(row)).toBe(encodeSubmission(first));
  await expectExact(1);
});

test('two held under one id: one is taken, the other stays aside', async () => {
  const first = submissionOf(office);
  await retire();
  await send([{ p: encodeSubmission(first) }]);
  await send([{ p: encodeSubmission({ ...first, a: [1, 1, 1, 1, 1, 1, 1, 1] }) }]);
  expect(await decide((await cohorts())[0]!, 'take')).toEqual({ decided: 1, left: 1 });
  expect(await countSubmissions(office.store.read)).toBe(1);
});

test('what was refused is kept with its bytes and comes no more', async () => {
  await hold(3, { fd: 'nothing' });
  expect(await decide((await cohorts())[0]!, 'refuse')).toEqual({ decided: 3, left: 0 });
  expect(await cohorts()).toEqual([]);
  const rows = await office.store.read.selectFrom('quarantine').select('decision').execute();
  expect(rows.map(({ decision }) => decision)).toEqual(['refused', 'refused', 'refused']);
});

test('a reviewer sees and decides only inside the own units', async () => {
  const unit = await addForeignUnit(office);
  const name = { vi: 'Điểm khác', en: 'Elsewhere' };
  const dates = { validFrom: '2025-07-01', validTo: null };
  await office.store.write((tx) =>
    addServicePoint(tx, { id: 'p-foreign', unit, name, opening: USUAL_OPENING, fields: [], ...dates }),
  );
  await hold(2, { sp: 'p-foreign' });
  expect(await cohorts()).toEqual([]);
  const body = {
    cohort: { reason: 'service-point', kind: 'held', point: 'p-foreign', halfMonth: '2026-11/2' },
    decision: 'take',
    reason: 'Đã kiểm tra với đơn vị.',
  };
  expect((await office.call('/api/v1/quarantine/decide', { body, cookie })).status).toBe(404);
  expect(await countSubmissions(office.store.read)).toBe(0);
});
