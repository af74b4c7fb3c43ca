import { beforeEach, expect, test } from 'vitest';
import type { Submission } from '../../shared/submission.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import type { InterviewWatch } from '../../shared/wire/interview-watch.ts';
import {
  batchOf,
  bytesOf,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { addAccount } from '../store/accounts.ts';

/** Interviews beside the other ways of the same unit; the half-month of the forms has closed when they are read. */
let office: Office;
let manager: string;
beforeEach(async () => {
  office = await openOffice();
  manager = await signInAs(office, 'manager');
});

async function watch(): Promise<InterviewWatch> {
  office.now = Date.parse('2026-12-01T09:00:00+07:00');
  await keepSignedIn(office);
  const answer = await office.call(`/api/v1/campaigns/${office.campaign}/interviews`, { cookie: manager });
  expect(answer.status).toBe(200);
  return (await answer.json()) as InterviewWatch;
}
async function send(
  device: { readonly id: string; readonly token: string },
  count: number,
  change: Partial<Submission>,
): Promise<void> {
  const ps = Array.from({ length: count }, () => bytesOf(office, change));
  const sent = await office.call('/api/v1/batches', { body: batchOf(device, ps), token: device.token });
  const { receipts } = (await sent.json()) as { receipts: [string, string][] };
  expect(receipts.filter(([, kind]) => kind !== 'stored')).toEqual([]);
}
const PLEASED: Submission['a'] = [5, 5, 5, 4, 5, 5, 5, 5];
const MIXED: Submission['a'] = [3, 4, 4, 0, 5, 0, 4, 3];
const INTERVIEW = { ch: 'assisted', b: '2026-11/2' } as const;

/** A telephone of the official Hoa, enrolled. */
async function phoneOfHoa() {
  const { unit } = office;
  await office.store.write((tx) =>
    addAccount(tx, { id: 'hoa', login: 'hoa', name: 'Trần Thị Hoa', role: 'staff', unit, password: null }),
  );
  const body = { name: 'Điện thoại 1', point: office.point, holder: 'hoa' };
  const made = (await (await office.call('/api/v1/devices', { body, cookie: manager })).json()) as NewCode;
  return office.enrolAgain(made.device);
}

test('what a telephone counted of its days stands there by official, with the share that agreed from ten on', async () => {
  const phone = await phoneOfHoa();
  const beat = (date: string, agreed: number, refused: number, ownCounter: number) => ({
    dev: phone.id,
    app: '0.1.0',
    total: agreed,
    unsent: 0,
    sealNo: 0,
    free: null,
    persisted: true,
    faults: [],
    day: { date, wakes: 1, starts: agreed, abandoned: [], agreed: { v1: agreed }, refused, ownCounter },
  });
  await office.call('/api/v1/heartbeats', { body: beat('2026-11-19', 5, 1, 2), token: phone.token });
  expect((await watch()).interviewers).toMatchObject([{ agreed: 5, refused: 1, agreement: null }]);
  await office.call('/api/v1/heartbeats', { body: beat('2026-11-20', 11, 3, 0), token: phone.token });
  const [row, ...more] = (await watch()).interviewers;
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    holder: 'Trần Thị Hoa',
    device: { name: 'Điện thoại 1' },
    days: 2,
    agreed: 16,
    refused: 4,
    ownCounter: 2,
    // 16 of 20: Wilson's interval
    agreement: { percent: 80, low: 58.4, high: 91.9, n: 20 },
  });
});

test('answers to an interviewer stand beside those of the other ways, and a clear difference is said by the test of change', async () => {
  const tablet = await office.enrol();
  const phone = await phoneOfHoa();
  await send(tablet, 30, { a: PLEASED });
  await send(tablet, 30, { a: MIXED });
  await send(phone, 40, { ...INTERVIEW, a: PLEASED });
  const [unit] = (await watch()).units;
  expect(unit!.ways).toMatchObject([
    {
      channel: 'kiosk',
      form: 'express',
      overall: { percent: 50, n: 60, levels: [0, 0, 30, 0, 30] },
      // two of seven items of every second form
      noOpinion: { percent: 14.3, answers: 420 },
      apart: null,
    },
    {
      channel: 'assisted',
      overall: { percent: 100, n: 40 },
      noOpinion: { percent: 0, answers: 280 },
      apart: 'higher',
    },
  ]);
});

test('fewer than ten interviews are not shown, nor what would give them away; with enough of them they are compared', async () => {
  const tablet = await office.enrol();
  const phone = await phoneOfHoa();
  await send(tablet, 30, { a: PLEASED });
  await send(phone, 9, { ...INTERVIEW, a: MIXED });
  const few = (await watch()).units[0]!;
  // the tablet's would give the nine away by subtraction from the page of figures
  expect(few.ways).toMatchObject([
    { channel: 'kiosk', overall: null, noOpinion: null, apart: null },
    { channel: 'assisted', overall: null, noOpinion: null, apart: null },
  ]);
  office.now = Date.parse('2026-11-20T09:00:00+07:00');
  await send(phone, 21, { ...INTERVIEW, a: PLEASED });
  const enough = (await watch()).units[0]!;
  expect(enough.ways[1]).toMatchObject({ channel: 'assisted', overall: { n: 30 }, apart: 'lower' });
});

test('a unit in which nobody was interviewed is not listed', async () => {
  await send(await office.enrol(), 20, { a: PLEASED });
  expect(await watch()).toMatchObject({ units: [], interviewers: [] });
});
