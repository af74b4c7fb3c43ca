import { beforeEach, expect, test } from 'vitest';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { DeviceDetail } from '../../shared/wire/manage.ts';
import type { SealReceipts, SignedSeal } from '../../shared/wire/seal.ts';
import {
  batchOf,
  bytesOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { sealChain } from '../../tests/fakes/tablet-key.ts';
import { HELD_MOST, REFUSED_SEALS_MOST } from '../store/device-bounds.ts';
import { countSetAside, countSubmissions } from '../store/submissions.ts';

/** A stolen token cannot fill what is kept aside; nothing honest is thrown away for it. */
let office: Office;
let device: EnrolledTablet;
let cookie: string;

beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

const send = async (ps: readonly string[], from = device): Promise<Record<string, string>> => {
  const response = await office.call('/api/v1/batches', { body: batchOf(from, ps), token: from.token });
  expect(response.status).toBe(200);
  return Object.fromEntries(((await response.json()) as Receipts).receipts);
};
const post = async (...seals: SignedSeal[]): Promise<string[]> => {
  const body = { proto: 1, dev: device.id, seals };
  const response = await office.call('/api/v1/seals', { body, token: device.token });
  return ((await response.json()) as SealReceipts).seals.map(([, kind]) => kind);
};
const look = async (id = device.id): Promise<DeviceDetail> =>
  (await (await office.call(`/api/v1/devices/${id}`, { cookie })).json()) as DeviceDetail;
const see = async (): Promise<DeviceDetail> =>
  (await (
    await office.call(`/api/v1/devices/${device.id}/seen`, { body: {}, cookie })
  ).json()) as DeviceDetail;
const idOf = (p: string) => (JSON.parse(p) as { id: string }).id;
const held = () => bytesOf(office, { fd: 'nothing' });
const almostFull = (left: number) =>
  office.store.write(async (tx) => {
    await tx
      .updateTable('devices')
      .set({ held: HELD_MOST - left })
      .where('id', '=', device.id)
      .execute();
  });

test('beyond the bound what would be held gets no receipt and stays on the device; the others are stored', async () => {
  await almostFull(2);
  const [first, second, third, good] = [held(), held(), held(), bytesOf(office)];
  const receipts = await send([first, second, third, good]);
  expect(receipts).toEqual({ [idOf(first)]: 'held', [idOf(second)]: 'held', [idOf(good)]: 'stored' });
  expect(await countSetAside(office.store.read)).toBe(2);
  expect(await countSubmissions(office.store.read)).toBe(1);
  // what is kept aside already is named again
  expect(await send([first, third])).toEqual({ [idOf(first)]: 'held' });
  expect(await look()).toMatchObject({ lamp: 'red', ledger: { held: HELD_MOST, stored: 1 } });
  expect((await look()).alarms).toContain('held-full');
});

test('once a manager has looked the server goes on, and the log says who looked at how much', async () => {
  await almostFull(0);
  const p = held();
  expect(await send([p])).toEqual({});
  expect((await see()).alarms).not.toContain('held-full');
  expect(await send([p])).toEqual({ [idOf(p)]: 'held' });
  const line = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '=', 'device-seen')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(line.details)).toEqual({ name: 'Ki-ốt 1', held: HELD_MOST, seals: 0 });
  expect(line.subject).toBe(device.id);
});

test('the bound is of one device: another one goes on', async () => {
  await almostFull(0);
  const other = await office.enrol('Ki-ốt 2');
  const p = held();
  expect(await send([p], other)).toEqual({ [idOf(p)]: 'held' });
  expect((await look(other.id)).alarms).toEqual(['held']);
});

test('refused seals have a bound too: beyond it a seal waits on the device until a manager has looked', async () => {
  const forged = (n: number) => ({ s: `{"x":${n}}`, sig: 'A'.repeat(88) });
  for (let n = 0; n < REFUSED_SEALS_MOST; n += 40)
    expect(new Set(await post(...Array.from({ length: 40 }, (_, i) => forged(n + i))))).toEqual(
      new Set(['refused']),
    );
  expect(await post(forged(999), forged(0))).toEqual(['later', 'refused']);
  const rows = await office.store.read.selectFrom('refused_seals').select('hash').execute();
  expect(rows).toHaveLength(REFUSED_SEALS_MOST);
  // an honest seal is stored all the same
  const ps = Array.from({ length: 5 }, () => bytesOf(office));
  await send(ps);
  expect(await post(sealChain(device).seal(ps))).toEqual(['stored']);
  expect((await look()).alarms).toEqual(['seal-refused']);
  await see();
  expect(await post(forged(999))).toEqual(['refused']);
});

test('a refused seal whose number cannot be read lights the lamp until somebody has looked, and a new one again', async () => {
  const unreadable = (text: string) => ({ s: text, sig: 'A'.repeat(88) });
  await post(unreadable('not a seal'));
  expect(await look()).toMatchObject({ lamp: 'amber', alarms: ['seal-refused'] });
  device = await office.enrolAgain(device.id);
  expect((await look()).alarms).toEqual(['seal-refused']);
  expect(await see()).toMatchObject({ lamp: 'green', alarms: [] });
  // the same one sent again is known; its bytes are still there for an auditor
  await post(unreadable('not a seal'));
  expect((await look()).alarms).toEqual([]);
  expect(await office.store.read.selectFrom('refused_seals').selectAll().execute()).toHaveLength(1);
  await post(unreadable('another one'));
  expect((await look()).alarms).toEqual(['seal-refused']);
});
