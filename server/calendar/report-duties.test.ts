import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import {
  batchOf,
  bytesOf,
  type EnrolledTablet,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { readPeriod } from '../../shared/period.ts';
import { ReportCalendarSchema } from '../../shared/wire/calendar-answers.ts';
import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import type { ReportCalendar } from '../../shared/wire/report-calendar.ts';
import { setEmail } from '../store/accounts.ts';
import { writeDay } from '../store/days-off.ts';
import { isReminderDue, remindReports, stepOn } from './remind-reports.ts';

const at = (day: string, time = '09:00') => Date.parse(`${day}T${time}:00+07:00`);
/** Năm 2026 closes on Monday 14/12/2026 and is due by Sunday 20/12/2026. */
const YEAR = 'report-2026-year';

let office: Office;
let tablet: EnrolledTablet;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  tablet = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

async function calendar(query = '', as = cookie): Promise<ReportCalendar> {
  await keepSignedIn(office);
  const answer = await office.call(`/api/v1/report-calendar?unit=${office.unit}${query}`, { cookie: as });
  expect(answer.status).toBe(200);
  return v.parse(ReportCalendarSchema, await answer.json());
}
const stateOn = async (day: string) => {
  office.now = at(day);
  return (await calendar(`&period=${YEAR}`)).own!.state;
};
async function send(count: number): Promise<void> {
  const bytes = Array.from({ length: count }, () => bytesOf(office, { b: '2026-11-03AM' }));
  await office.call('/api/v1/batches', { body: batchOf(tablet, bytes), token: tablet.token });
}
async function beat(unsent: number): Promise<void> {
  const { token, id: dev } = tablet;
  const health = { app: '0.1.0', total: 20, unsent, sealNo: 0, free: 1e9, persisted: true, faults: [] };
  const answer = await office.call('/api/v1/heartbeats', {
    token,
    body: { dev, ...health, day: { date: '2026-12-15', wakes: 0, starts: 0, abandoned: [] } },
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
}
async function certify(): Promise<void> {
  await keepSignedIn(office);
  const asked = { unit: office.unit, period: YEAR, form: 'express' };
  const told = await office.call(`/api/v1/certified?${new URLSearchParams(asked)}`, { cookie });
  const { seen } = (await told.json()) as CertifiedReports;
  const body = { ...asked, version: 1, seen, reason: null };
  expect((await office.call('/api/v1/certified', { body, cookie })).status).toBe(200);
}

test('a report is open, collecting while a tablet owes forms, ready, overdue, and certified', async () => {
  await send(20);
  expect(await stateOn('2026-12-14')).toBe('open');
  // nobody has heard from the tablet since the period closed
  expect(await stateOn('2026-12-15')).toBe('collecting');
  expect((await calendar()).own!.devices).toEqual({ count: 1, unsent: 0, silent: 1, missing: 0 });
  await beat(3);
  expect((await calendar()).own!.devices).toEqual({ count: 1, unsent: 1, silent: 0, missing: 0 });
  await beat(0);
  expect(await stateOn('2026-12-16')).toBe('ready');
  expect(await stateOn('2026-12-20')).toBe('ready');
  expect(await stateOn('2026-12-21')).toBe('overdue');
  await certify();
  expect(await stateOn('2026-12-22')).toBe('certified');
  const { periods, own, period } = await calendar();
  expect(period).toBe(YEAR);
  expect(own).toMatchObject({
    received: 20,
    certified: [{ form: 'express', version: 1, day: '2026-12-21' }],
  });
  // the office's first campaign began on 1/12/2025: nothing is owed of the time before
  expect(periods.map(({ id, due }) => [id, due])).toEqual([
    ['report-2027-year', '2027-12-20'],
    ['report-2027-q3', '2027-09-20'],
    ['report-2027-h1', '2027-06-20'],
    ['report-2027-q1', '2027-03-20'],
    [YEAR, '2026-12-20'],
    ['report-2026-q3', '2026-09-20'],
    ['report-2026-h1', '2026-06-20'],
    ['report-2026-q1', '2026-03-20'],
  ]);
});

test('steps of reminding: from the close, two days before the due day, after it, and not for ever', () => {
  const step = (day: string) => stepOn(readPeriod(YEAR)!, day);
  expect(['2026-12-14', '2026-12-15', '2026-12-17'].map(step)).toEqual([undefined, 'closed', 'closed']);
  expect(['2026-12-18', '2026-12-20', '2026-12-21'].map(step)).toEqual(['soon', 'soon', 'overdue']);
  expect(['2027-01-19', '2027-01-20'].map(step)).toEqual(['overdue', undefined]);
});

test('reminders are off, then come once for a period and step, on working days, and end when the report is certified', async () => {
  await send(20);
  const { store } = office;
  const account = await store.read
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'manager')
    .executeTakeFirstOrThrow();
  await store.write((tx) => setEmail(tx, account.id, 'lan@lamkhe.gov.vn'));
  /** What the job does at a time, as after a restart: it knows nothing but the database. */
  const look = async (day: string, time = '09:00') => {
    office.now = at(day, time);
    if (!(await isReminderDue(store.read, office.now))) return 'not due';
    await remindReports({
      store,
      clock: () => office.now,
      random: office.random,
      publicUrl: 'https://khaosat.example.vn',
    });
    const mails = await store.read
      .selectFrom('mails')
      .select(['half_day', 'body'])
      .orderBy('half_day')
      .execute();
    await store.write(async (tx) => void (await tx.deleteFrom('mails').execute()));
    return mails.map(({ half_day: occasion, body }) => [occasion, /^(?:Kỳ|Sắp|Đã quá) .*$/m.exec(body)?.[0]]);
  };
  expect(await look('2026-12-15')).toBe('not due');
  const on = { unit: office.unit, isOn: true };
  await keepSignedIn(office);
  const answer = await office.call('/api/v1/report-calendar/reminders', { method: 'PUT', body: on, cookie });
  expect(((await answer.json()) as ReportCalendar).reminders).toEqual({
    hasMail: false,
    isOn: true,
    from: null,
  });
  // a day off: nobody is written to
  const off = { unit: office.unit, day: '2026-12-15', kind: 'off', like: 0 } as const;
  await store.write((tx) => writeDay(tx, { ...off, name: { vi: 'Nghỉ', en: 'Day off' } }));
  expect(await look('2026-12-15', '07:00')).toBe('not due');
  expect(await look('2026-12-15')).toEqual([]);
  const year = 'năm 2026 (15/12/2025–14/12/2026)';
  expect(await look('2026-12-16')).toEqual([
    [
      'reports 2026-12-16',
      `Kỳ báo cáo ${year} đã kết thúc. Hạn báo cáo: 20/12/2026. Số liệu chưa được xác nhận:`,
    ],
  ]);
  expect(await look('2026-12-16')).toBe('not due');
  expect(await look('2026-12-17')).toEqual([]);
  expect(await look('2026-12-18')).toEqual([
    ['reports 2026-12-18', `Sắp đến hạn báo cáo ${year}, hạn 20/12/2026. Số liệu chưa được xác nhận:`],
  ]);
  // 19 and 20 December are a weekend
  expect(await look('2026-12-20')).toEqual([]);
  await certify();
  expect(await look('2026-12-21')).toEqual([]);
  const lines = await store.read
    .selectFrom('audit')
    .select(['what', 'details'])
    .where('what', 'like', 'reminder%')
    .orderBy('id')
    .execute();
  expect(lines.map(({ what, details }) => [what, (JSON.parse(details) as { step?: string }).step])).toEqual([
    ['reminders-set', undefined],
    ['reminder-written', 'reminder-closed'],
    ['reminder-written', 'reminder-soon'],
  ]);
});
