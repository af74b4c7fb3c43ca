import { beforeEach, expect, test } from 'vitest';
import {
  batchOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  submissionOf,
} from '../../tests/fakes/office.ts';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { addServicePoint } from '../store/organisation.ts';
import { putPointVersion } from '../store/unit-history.ts';

/** A tablet of a centre asks at which counter somebody was, and may speak for the counters below it, on their days. */
let office: Office;
let tablet: EnrolledTablet;

const name = (vi: string) => ({ vi, en: vi });
const days = { opening: [], validFrom: '2025-12-01', validTo: null };

beforeEach(async () => {
  office = await openOffice();
  tablet = await office.enrol();
  const { unit, point } = office;
  await office.store.write(async (tx) => {
    const add = (id: string, vi: string, more: object) =>
      addServicePoint(tx, { id, unit, name: name(vi), fields: [], ...days, ...more });
    await add('q10', 'Quầy 10', { parent: point });
    await add('q2', 'Quầy 2', { parent: point });
    await add('q3', 'Quầy 3', { parent: point, validTo: '2026-11-10' });
    await add('q4', 'Quầy 4', { parent: point, validFrom: '2026-12-01' });
    await add('other', 'Điểm khác', {});
    await add('other-q1', 'Quầy 1', { parent: 'other' });
  });
});

async function send(change: Partial<Submission>): Promise<string> {
  const p = encodeSubmission(submissionOf(office, change));
  const answer = await office.call('/api/v1/batches', { body: batchOf(tablet, [p]), token: tablet.token });
  return ((await answer.json()) as Receipts).receipts[0]![1];
}
const reasons = async () =>
  (await office.store.read.selectFrom('quarantine').select('reason').execute()).map(({ reason }) => reason);

test('a tablet learns the counters that its place has today, in the order of their numbers', async () => {
  const answer = await office.call('/api/v1/device', { token: tablet.token });
  const { settings } = (await answer.json()) as { settings: Settings };
  expect(settings.counters?.map(({ id }) => id)).toEqual(['q2', 'q10']);
  expect(settings.counters?.[0]?.fields).toEqual(settings.fields);
});

test('an answer about a counter below counts at that counter', async () => {
  expect(await send({ sp: 'q2' })).toBe('stored');
  const rows = await office.store.read.selectFrom('tallies').select('service_point').execute();
  expect(new Set(rows.map((row) => row.service_point))).toEqual(new Set(['q2']));
});

test('a tablet that names the counter of another place, or the other place, is held', async () => {
  expect(await send({ sp: 'other-q1' })).toBe('held');
  expect(await send({ sp: 'other' })).toBe('held');
  expect(await reasons()).toEqual(['service-point', 'service-point']);
});

test('a tablet of one counter speaks neither for its centre nor for the counter beside it', async () => {
  await office.store.write(async (tx) => {
    await tx
      .updateTable('assignments')
      .set({ service_point: 'q2' })
      .where('device', '=', tablet.id)
      .execute();
  });
  expect(await send({ sp: 'q2' })).toBe('stored');
  expect(await send({ sp: 'q10' })).toBe('held');
  expect(await send({ sp: office.point })).toBe('held');
});

test('the day decides: before a counter was there or after it had gone, it is held', async () => {
  expect(await send({ sp: 'q3', b: '2026-11-10PM' })).toBe('stored');
  expect(await send({ sp: 'q3', b: '2026-11-11AM' })).toBe('held');
  expect(await send({ sp: 'q4' })).toBe('held');
});

test('a counter that goes to another centre takes its new days along, and leaves the old ones', async () => {
  const { unit } = office;
  const moved = { point: 'q2', starts: '2026-11-16', unit, parent: 'other', name: name('Quầy 2') };
  await office.store.write((tx) => putPointVersion(tx, { ...moved, opening: [], fields: [] }));
  expect(await send({ sp: 'q2', b: '2026-11-13PM' })).toBe('stored');
  expect(await send({ sp: 'q2', b: '2026-11-16AM' })).toBe('held');
});
