import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, signInAs, submissionOf } from '../../tests/fakes/office.ts';
import type { Interviewer } from '../../shared/wire/device.ts';
import type { DeviceDetail, Holder, NewCode } from '../../shared/wire/manage.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import { addAccount, closeAccount } from '../store/accounts.ts';

/** The telephones of staff: devices of an account. */
let office: Office;
let manager: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await signInAs(office, 'manager');
  const account = {
    id: 'hoa',
    login: 'hoa',
    name: 'Trần Thị Hoa',
    role: 'staff',
    unit: office.unit,
    password: null,
  } as const;
  const reader = { ...account, id: 'binh', login: 'binh', name: 'Bình', role: 'reader' } as const;
  await office.store.write(async (tx) => {
    await addAccount(tx, account);
    await addAccount(tx, reader);
  });
});

const ask = (path: string, body?: object, cookie = manager) =>
  office.call(`/api/v1${path}`, { cookie, ...(body && { body }) });
const newPhone = async (holder: string) =>
  ask('/devices', { name: 'Điện thoại', point: office.point, holder });
async function enrolledPhone() {
  const made = (await (await newPhone('hoa')).json()) as NewCode;
  return office.enrolAgain(made.device);
}
const send = async (token: string, dev: string, change: Partial<Submission>) => {
  const p = encodeSubmission(submissionOf(office, change));
  const body = { proto: 1, dev, app: '0.1.0', epoch: null, items: [{ p }] };
  return ((await (await office.call('/api/v1/batches', { token, body })).json()) as Receipts).receipts[0]![1];
};

test('a manager makes a telephone for an account that may ask, and for no other', async () => {
  const holders = (await (await ask('/devices/holders')).json()) as Holder[];
  expect(holders).toContainEqual({ id: 'hoa', name: 'Trần Thị Hoa' });
  expect(holders.map(({ id }) => id)).not.toContain('binh');
  expect((await newPhone('binh')).status).toBe(404);
  expect((await newPhone('nobody')).status).toBe(404);
  const { device } = (await (await newPhone('hoa')).json()) as NewCode;
  const detail = (await (await ask(`/devices/${device}`)).json()) as DeviceDetail;
  expect(detail.holder).toEqual({ id: 'hoa', name: 'Trần Thị Hoa' });
});

test('the telephone learns who asks, which codes stand for its place, and the form of interviews; a tablet none of it', async () => {
  const { settings } = await enrolledPhone();
  expect(settings.form).toBe('full');
  // as a tablet, where people are left alone with it, it asks nobody
  expect(settings.collects).toBe(false);
  const { name, collects, codes } = settings.interviewer as Interviewer;
  expect(collects).toBe(true);
  expect(name).toBe('Trần Thị Hoa');
  expect(codes).toEqual([{ code: office.code, counter: null, field: null }]);
  const tablet = await office.enrol();
  expect(tablet.settings).not.toHaveProperty('interviewer');
  expect(tablet.settings.form).toBe('express');
});

test('what a telephone of staff sends was asked by a person; a tablet cannot say so', async () => {
  const phone = await enrolledPhone();
  const tablet = await office.enrol();
  const assisted = { ch: 'assisted', b: '2026-11/2', ui: 's1a' } as const;
  expect(await send(phone.token, phone.id, assisted)).toBe('stored');
  expect(await send(phone.token, phone.id, {})).toBe('held');
  expect(await send(tablet.token, tablet.id, assisted)).toBe('held');
  expect(await send(tablet.token, tablet.id, {})).toBe('stored');
});

test('with its account a telephone ends at once, and what it still sends is held for a person', async () => {
  const phone = await enrolledPhone();
  await office.store.write((tx) => closeAccount(tx, 'hoa', office.now));
  const detail = (await (await ask(`/devices/${phone.id}`)).json()) as DeviceDetail;
  expect(detail.state).toBe('retired');
  expect(detail.states.at(-1)).toMatchObject({ state: 'retired', note: 'account-ended' });
  expect(await send(phone.token, phone.id, { ch: 'assisted', b: '2026-11/2' })).toBe('held');
  const { settings } = (await (await office.call('/api/v1/device', { token: phone.token })).json()) as {
    settings: { interviewer: Interviewer };
  };
  expect(settings.interviewer.collects).toBe(false);
});

test('a role that may not ask any more takes the telephone away, another unit or name does not', async () => {
  const phone = await enrolledPhone();
  const administrator = await signInAs(office, 'administrator');
  const change = async (role: string) => {
    const body = { name: 'Hoa', role, unit: office.unit };
    await office.call('/api/v1/people/hoa', { method: 'PUT', cookie: administrator, body });
    return ((await (await ask(`/devices/${phone.id}`)).json()) as DeviceDetail).state;
  };
  expect(await change('manager')).toBe('active');
  expect(await change('reader')).toBe('retired');
});

test('of consents, refusals and interviews at the own counter the highest totals of a day stay', async () => {
  const phone = await enrolledPhone();
  const beat = (day: object) =>
    office.call('/api/v1/heartbeats', {
      token: phone.token,
      body: {
        dev: phone.id,
        app: '0.1.0',
        total: 0,
        unsent: 0,
        sealNo: 0,
        free: null,
        persisted: true,
        faults: [],
        day: { date: '2026-11-20', wakes: 0, starts: 2, abandoned: [], ...day },
      },
    });
  expect((await beat({ agreed: { v1: 2 }, refused: 3, ownCounter: 1 })).status).toBe(200);
  // an older one that was late, and one of the staff page, which does not know of interviews
  await beat({ agreed: { v1: 1 }, refused: 1, ownCounter: 0 });
  await beat({});
  const { counts } = await office.store.read
    .selectFrom('device_days')
    .select('counts')
    .where('device', '=', phone.id)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(counts)).toMatchObject({ agreed: { v1: 2 }, refused: 3, ownCounter: 1 });
});
