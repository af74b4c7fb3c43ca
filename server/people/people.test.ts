import { beforeEach, expect, test } from 'vitest';
import {
  addForeignUnit,
  cookieOf,
  type Office,
  openOffice,
  PASSWORD,
  signInAs,
} from '../../tests/fakes/office.ts';
import type { NewLink, People, PersonRow } from '../../shared/wire/manage-people.ts';
import type { Account, Role } from '../../shared/wire/overview.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { addUnit } from '../store/organisation.ts';

let office: Office;
let cookie: string;
const below = 'u-below';
beforeEach(async () => {
  office = await openOffice();
  const name = { vi: 'Phường Dưới', en: 'Ward below' };
  const unit = { id: below, parent: office.unit, tree: 'real', kind: 'phuong', name } as const;
  await office.store.write((tx) => addUnit(tx, { ...unit, validFrom: '2025-07-01', validTo: null }));
  cookie = await signInAs(office, 'administrator');
});

const call = (method: string, path: string, body?: object, as = cookie) =>
  office.call(`/api/v1${path}`, { method, cookie: as, ...(body && { body }) });
const people = async (as = cookie) => (await (await call('GET', '/people', undefined, as)).json()) as People;
/** An account of a role that is signed in, as the list shows it. */
const person = async (role: Role, unit = below) => {
  const session = await signInAs({ ...office, unit }, role);
  const row = (await people()).people.findLast((each) => each.role === role && !each.isSelf)!;
  return { ...row, session };
};
const act = (id: string, word: string, as = cookie) => call('POST', `/people/${id}/${word}`, {}, as);
const problem = async (answer: Response) => {
  const { code, faults } = (await answer.json()) as Problem;
  return faults ? `${faults[0]!.at} ${faults[0]!.why}` : code;
};
const isSignedIn = async (session: string) =>
  (await office.call('/api/v1/session', { cookie: session })).status === 200;

const acceptReset = (link: NewLink) => {
  const secret = link.address.split('#reset=')[1]!;
  return office.call('/api/v1/invitations/reset', { body: { secret, password: PASSWORD } });
};

test('an invitation by link makes an account of its role and unit, which then stands in the list', async () => {
  const invited = await call('POST', '/people/invitations', { role: 'reader', unit: below });
  const { address, now, expires } = (await invited.json()) as NewLink;
  expect(expires - now).toBe(24 * 3_600_000);
  expect((await people()).invitations).toMatchObject([{ role: 'reader', unit: { id: below } }]);
  const secret = /^http:\/\/localhost:8080\/dashboard\/#invite=([\w-]{43})$/.exec(address)![1]!;
  const who = { secret, login: 'hoa.tran', name: 'Trần Thị Hoa', password: PASSWORD };
  const accepted = await office.call('/api/v1/invitations/accept', { body: who });
  expect((await accepted.json()) as Account).toMatchObject({ role: 'reader', unit: { id: below } });
  const list = await people();
  expect(list.invitations).toEqual([]);
  expect(list.people.find(({ login }) => login === 'hoa.tran')).toMatchObject({
    secondFactor: false,
    needsSecondFactor: false,
    lastSignIn: '2026-11-20',
    closed: false,
    signedIn: 1,
    mayChange: true,
  });
  await call('POST', '/people/invitations', { role: 'staff', unit: below });
  const [open] = (await people()).invitations;
  expect((await call('DELETE', `/people/invitations/${open!.id}`)).status).toBe(204);
  expect((await people()).invitations).toEqual([]);
});

test('a closed account is signed out everywhere at once, and may be opened again', async () => {
  const { id, session } = await person('staff');
  expect(await isSignedIn(session)).toBe(true);
  expect(await (await act(id, 'close')).json()).toMatchObject({ closed: true, signedIn: 0 });
  expect(await isSignedIn(session)).toBe(false);
  expect(await problem(await act(id, 'close'))).toBe('not-possible');
  expect(await problem(await act(id, 'password'))).toBe('not-possible');
  expect(await (await act(id, 'reopen')).json()).toMatchObject({ closed: false });
  expect(await isSignedIn(session)).toBe(false);
  const link = (await (await act(id, 'password')).json()) as NewLink;
  expect(await isSignedIn(cookieOf(await acceptReset(link)))).toBe(true);
  const lines = await office.store.read.selectFrom('audit').select(['what', 'details']).execute();
  expect(lines.find(({ what }) => what === 'account-closed')!.details).toContain('"sessions":1');
});

test('nobody is sent to a unit that has ended', async () => {
  const { id, name } = await person('reader');
  const unit = 'u-ended';
  const dates = { validFrom: '2025-07-01', validTo: '2026-06-30' };
  const words = { vi: 'Phường Cũ', en: 'Old ward' };
  await office.store.write((tx) =>
    addUnit(tx, { id: unit, parent: office.unit, tree: 'real', kind: 'phuong', name: words, ...dates }),
  );
  for (const answer of [
    await call('POST', '/people/invitations', { role: 'reader', unit }),
    await call('PUT', `/people/${id}`, { name, role: 'reader', unit }),
  ])
    expect(await problem(answer)).toBe('unit unknown');
});

test('another role or unit signs the account out, another name does not', async () => {
  const { id, session, name } = await person('reader');
  const put = (change: object) =>
    call('PUT', `/people/${id}`, { name, role: 'reader', unit: below, ...change });
  expect((await put({ name: 'Nguyễn Văn Bình' })).status).toBe(200);
  expect(await isSignedIn(session)).toBe(true);
  expect(await (await put({ role: 'manager' })).json()).toMatchObject({ role: 'manager', signedIn: 0 });
  expect(await isSignedIn(session)).toBe(false);
  const moved = await person('staff');
  const change = { name: moved.name, role: 'staff', unit: office.unit };
  expect((await call('PUT', `/people/${moved.id}`, change)).status).toBe(200);
  expect(await isSignedIn(moved.session)).toBe(false);
  for (const [change, said] of [
    [{ name: ' ' }, 'name needed'],
    [{ role: 'king' }, 'role wrong'],
    [{ unit: await addForeignUnit(office) }, 'unit unknown'],
  ] as const)
    expect(await problem(await put(change))).toBe(said);
});

test('another role, another unit or closing ends password links, and invitations that the person made', async () => {
  const { id, name } = await person('reader');
  const open = async () => (await (await act(id, 'password')).json()) as NewLink;
  const put = (role: Role, unit: string) => call('PUT', `/people/${id}`, { name, role, unit });
  const refused = async (link: NewLink) => problem(await acceptReset(link));
  const promoted = await open();
  await put('administrator', office.unit);
  expect(await refused(promoted)).toBe('link-used');
  const moved = await open();
  await put('administrator', below);
  expect(await refused(moved)).toBe('link-used');
  // an administrator who is closed comes back neither by their own invitation nor into somebody's account
  const other = await person('administrator');
  const invite = async (as: string) =>
    (await (await call('POST', '/people/invitations', { role: 'staff', unit: below }, as)).json()) as NewLink;
  await invite(cookie);
  const invitation = await invite(other.session);
  const link = (await (await act(id, 'password', other.session)).json()) as NewLink;
  await act(other.id, 'close');
  expect((await people()).invitations).toHaveLength(1);
  const secret = invitation.address.split('#invite=')[1]!;
  const body = { secret, login: 'tro.lai', name: 'Trở lại', password: PASSWORD };
  expect(await problem(await office.call('/api/v1/invitations/accept', { body }))).toBe('link-used');
  expect(await refused(link)).toBe('link-used');
});

test('a password link and a second factor taken away let somebody in again, as themselves', async () => {
  const { id, session } = await person('staff');
  const link = (await (await act(id, 'password')).json()) as NewLink;
  expect(link.expires - link.now).toBe(3_600_000);
  expect(await isSignedIn(cookieOf(await acceptReset(link)))).toBe(true);
  expect(await isSignedIn(session)).toBe(false);
  expect(await problem(await act(id, 'second-factor'))).toBe('not-possible');
  await office.store.write(
    async (tx) =>
      void (await tx.updateTable('accounts').set({ totp: 'locked' }).where('id', '=', id).execute()),
  );
  expect(await (await act(id, 'second-factor')).json()).toMatchObject({ secondFactor: false, signedIn: 0 });
});

test('nobody gives or looks after more rights than the own ones', async () => {
  expect((await people()).mayGive).toEqual(['administrator', 'manager', 'staff', 'reader']);
  const auditor = await person('auditor');
  expect(auditor.mayChange).toBe(false);
  // an auditor takes rows out: whoever could make one, or become one, could do so too
  expect(await problem(await call('POST', '/people/invitations', { role: 'auditor', unit: below }))).toBe(
    'role not-allowed',
  );
  for (const word of ['close', 'reopen', 'password', 'second-factor'])
    expect(await problem(await act(auditor.id, word))).toBe('forbidden');
  const { id, name } = await person('reader');
  const change = { name, role: 'auditor', unit: below };
  expect(await problem(await call('PUT', `/people/${id}`, change))).toBe('role not-allowed');
});

test('nobody shuts themselves out, and a top unit keeps its last administrator', async () => {
  const self = (await people()).people.find(({ isSelf }) => isSelf)!;
  for (const word of ['close', 'reopen', 'password', 'second-factor'])
    expect(await problem(await act(self.id, word))).toBe('not-possible');
  const put = (row: PersonRow, change: object, as = cookie) =>
    call('PUT', `/people/${row.id}`, { name: row.name, role: row.role, unit: row.unit.id, ...change }, as);
  expect(await problem(await put(self, { role: 'reader' }))).toBe('role not-allowed');
  expect(await problem(await put(self, { unit: below }))).toBe('unit not-allowed');
  expect((await put(self, { name: 'Tôi' })).status).toBe(200);
  // two administrators close each other at the same moment: one of them stays
  const other = await person('administrator', office.unit);
  const both = await Promise.all([act(other.id, 'close'), act(self.id, 'close', other.session)]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = await office.store.read.selectFrom('accounts').select('id').where('closed', '=', 0).execute();
  expect(left).toHaveLength(1);
});

test('outside of the own unit nobody is there', async () => {
  const foreign = await person('reader', office.unit);
  const lower = await signInAs({ ...office, unit: below }, 'administrator');
  expect((await people(lower)).people.map(({ unit }) => unit.id)).toEqual([below]);
  for (const word of ['close', 'reopen', 'password', 'second-factor'])
    expect(await problem(await act(foreign.id, word, lower))).toBe('not-found');
  const change = { name: 'x', role: 'reader', unit: below };
  expect(await problem(await call('PUT', `/people/${foreign.id}`, change, lower))).toBe('not-found');
  const invite = { role: 'reader', unit: office.unit };
  expect(await problem(await call('POST', '/people/invitations', invite, lower))).toBe('unit unknown');
  await call('POST', '/people/invitations', invite);
  const [open] = (await people()).invitations;
  expect((await call('DELETE', `/people/invitations/${open!.id}`, undefined, lower)).status).toBe(404);
});
