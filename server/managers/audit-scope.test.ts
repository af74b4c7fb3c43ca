import { beforeEach, expect, test } from 'vitest';
import {
  addForeignUnit,
  cookieOf,
  type Office,
  openOffice,
  PASSWORD,
  setUpSecondFactor,
  signInAs,
} from '../../tests/fakes/office.ts';
import type { AuditPage } from '../../shared/wire/manage.ts';
import { audited } from '../audited.ts';
import { newAccountLink } from '../set-up.ts';
import { note } from '../store/audit.ts';
import { addUnit } from '../store/organisation.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
const deps = () => ({ clock: () => office.now, random: office.random });
const write = (unit: string | null, what: string, subject: string | null = null) =>
  office.store.write((tx) => note(tx, audited(deps(), { account: null, unit, what, subject, details: {} })));
const read = async (cookie: string, before?: string) => {
  const answer = await office.call(`/api/v1/audit${before ? `?before=${before}` : ''}`, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as AuditPage;
};

test('the auditor reads what was done in the units of the scope, newest first, and nothing of others', async () => {
  const foreign = await addForeignUnit(office);
  const below = { id: 'u-below', parent: office.unit, tree: 'real', kind: 'xa' } as const;
  const name = { vi: 'Thôn', en: 'Below' };
  await office.store.write((tx) => addUnit(tx, { ...below, name, validFrom: '2025-01-01', validTo: null }));
  for (const [unit, what] of [
    [office.unit, 'first'],
    [foreign, 'elsewhere'],
    ['u-below', 'second'],
    [null, 'of-the-server'],
  ] as const) {
    office.now += 1_000;
    await write(unit, what);
  }
  office.now += 1_000;
  const { lines, older } = await read(await signInAs(office, 'auditor'));
  expect(lines.map(({ what }) => what)).toEqual(['audit-read', 'of-the-server', 'second', 'first']);
  expect(older).toBeNull();
});

test('pages follow each other without a gap and without a line twice', async () => {
  const cookie = await signInAs(office, 'administrator');
  for (let i = 0; i < 250; i++) await write(office.unit, `act-${i}`); // all within one millisecond
  const seen: string[] = [];
  for (let before: string | undefined; ; ) {
    const { lines, older } = await read(cookie, before);
    seen.push(...lines.map(({ what }) => what));
    if (older === null) break;
    expect(lines).toHaveLength(100);
    before = older;
  }
  expect(seen.filter((what) => what !== 'audit-read')).toHaveLength(250);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await office.call('/api/v1/audit?before=1%27--', { cookie })).status).toBe(400);
});

test('accounts are named, who acted and whom it was done to, and no line holds an address', async () => {
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const body = { secret, login: 'lan.nguyen', name: 'Nguyễn Thị Lan', password: PASSWORD };
  await setUpSecondFactor(office, cookieOf(await office.call('/api/v1/invitations/accept', { body })));
  const account = await office.store.read.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  office.now += 1_000;
  await write(office.unit, 'account-closed', account.id);
  const { lines } = await read(await signInAs(office, 'auditor'));
  const closed = lines.find(({ what }) => what === 'account-closed');
  expect(closed).toMatchObject({ who: null, role: null, details: { name: 'Nguyễn Thị Lan' } });
  const signed = lines.find(({ what }) => what === 'second-factor-on');
  expect(signed).toMatchObject({ who: 'Nguyễn Thị Lan', role: 'administrator' });
  for (const what of ['account-added', 'sign-in']) expect(lines.map((line) => line.what)).toContain(what);
  expect(JSON.stringify(lines)).not.toMatch(/\d+\.\d+\.\d+\.\d+|::1|localhost/);
});

test('reading is noted once an hour, however many pages are turned', async () => {
  const cookie = await signInAs(office, 'auditor');
  for (let i = 0; i < 5; i++) await read(cookie);
  const noted = async () => (await read(cookie)).lines.filter(({ what }) => what === 'audit-read').length;
  expect(await noted()).toBe(1);
  for (let i = 0; i < 3; i++) {
    office.now += 25 * 60_000;
    await read(cookie);
  }
  expect(await noted()).toBe(2);
});
