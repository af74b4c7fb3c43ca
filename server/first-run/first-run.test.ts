import { beforeEach, expect, test } from 'vitest';
import { cookieOf, type Office, openOffice, PASSWORD, signInAs } from '../../tests/fakes/office.ts';
import type { Draft, SetUpState } from '../../shared/wire/first-run.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { addFromCatalogue } from '../administrative-units.ts';
import { beginAnew } from '../store/begin-anew.ts';
import { proceduresOf } from '../store/fields.ts';
import { allUnits, servicePoints } from '../store/organisation.ts';
import { newSetUpLink } from '../set-up-link.ts';
import { totpCode, totpStep } from '../totp.ts';

/** A server that holds only the demo tree: nobody has set up a real office. */
let office: Office;
beforeEach(async () => {
  office = await openOffice({ tree: 'demo' });
});

const newLink = () => office.store.write((tx) => newSetUpLink(tx, office.now, office.random));
const open = (secret: string) => office.call('/api/v1/set-up/session', { body: { secret } });
const begin = async () => cookieOf(await open(await newLink()));
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const post = (cookie: string, path: string, body: object = {}) =>
  office.call(`/api/v1/set-up/${path}`, { body, cookie });
const stateOf = async (cookie: string) =>
  (await (await office.call('/api/v1/set-up', { cookie })).json()) as SetUpState;

const text = (vi: string, en = '') => ({ vi, en });
const DRAFT: Draft = {
  province: '24',
  office: { kind: 'commune', commune: '07210', name: text('') },
  points: [{ name: text('Trung tâm'), counters: [text('Quầy 1'), text('Quầy 2', 'Counter 2')] }],
  fields: ['ht', 'ct'],
  ownFields: [text('Tôn giáo')],
};

/** The draft becomes an office with its first account. */
async function finish(cookie: string, draft: Draft = DRAFT, login = 'lan.nguyen') {
  await post(cookie, 'draft', draft);
  const factor = (await (await post(cookie, 'second-factor', { login })).json()) as NewSecondFactor;
  const code = totpCode(factor.secret, totpStep(office.now));
  const { pending } = factor;
  return post(cookie, 'office', { login, name: 'Nguyễn Thị Lan', password: PASSWORD, code, pending });
}

/** The cookie of the account that the set-up ends with; the one of the set-up itself is taken away beside it. */
const accountOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('sipas='))!
    .split(';')[0]!;

test('a link works once and for a day; who comes later shuts out who came before', async () => {
  expect(await codeOf(await open('A'.repeat(43)))).toBe('link-used');
  const secret = await newLink();
  const first = cookieOf(await open(secret));
  expect(await codeOf(await open(secret))).toBe('link-used');
  expect((await stateOf(first)).stage).toBe('organisation');
  const second = await begin();
  expect(await codeOf(await office.call('/api/v1/set-up', { cookie: first }))).toBe('no-session');
  expect((await stateOf(second)).stage).toBe('organisation');
  const late = await newLink();
  office.now += 86_400_001;
  expect(await codeOf(await open(late))).toBe('link-used');
  expect(await codeOf(await post(second, 'draft', DRAFT))).toBe('no-session');
});

test('the draft goes on where it was left, on any computer with a new link', async () => {
  const draft: Draft = { ...DRAFT, office: { ...DRAFT.office, commune: '' }, fields: [] };
  expect((await post(await begin(), 'draft', draft)).status).toBe(204);
  const state = await stateOf(await begin());
  expect(state.stage === 'organisation' && state.draft).toEqual(draft);
});

test('what is missing or wrong is named at its field, and nothing is made', async () => {
  const cookie = await begin();
  const points = [{ name: text(' '), counters: [text('Quầy 1'), text('quầy 1')] }];
  const bad: Draft = {
    ...DRAFT,
    office: { ...DRAFT.office, commune: '' },
    points,
    fields: [],
    ownFields: [],
  };
  const answer = await finish(cookie, bad);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { faults: object[] }).faults).toEqual([
    { at: 'office.commune', why: 'needed' },
    { at: 'points.0.name.vi', why: 'needed' },
    { at: 'points.0.counters.1.vi', why: 'taken' },
    { at: 'fields', why: 'needed' },
  ]);
  const elsewhere = await finish(cookie, { ...DRAFT, province: '01' });
  expect(((await elsewhere.json()) as { faults: object[] }).faults).toEqual([
    { at: 'office.commune', why: 'unknown' },
  ]);
  const short = await post(cookie, 'office', {
    login: 'A b',
    name: '',
    password: 'kurz',
    code: '1',
    pending: '',
  });
  expect(((await short.json()) as { faults: { at: string }[] }).faults.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['login', 'name', 'password', 'code']),
  );
  expect((await allUnits(office.store.read)).filter(({ tree }) => tree === 'real')).toEqual([]);
});

test('the first account closes the set-up for good, and goes on with campaign and tablet', async () => {
  const link = await newLink();
  const cookie = await begin();
  const spare = await newLink();
  const answer = await finish(cookie);
  expect(answer.status).toBe(200);
  const account = accountOf(answer);
  expect(await answer.json()).toMatchObject({ isSettingUp: true, secondFactor: true, role: 'administrator' });
  const units = (await allUnits(office.store.read)).filter(({ tree }) => tree === 'real');
  expect(units.map(({ kind, parent, validFrom }) => [kind, parent !== null, validFrom])).toEqual(
    expect.arrayContaining([
      ['tinh', false, '2025-07-01'],
      ['phuong', true, '2025-07-01'],
    ]),
  );
  for (const secret of [link, spare, await newLink()])
    expect(await codeOf(await open(secret))).toBe('link-used');
  for (const path of ['draft', 'second-factor', 'office'])
    expect(await codeOf(await post(cookie, path, DRAFT))).toBe('no-session');

  expect((await stateOf(account)).stage).toBe('campaign');
  const campaign = {
    name: text('Khảo sát thường xuyên'),
    starts: '2026-11-20',
    ends: null,
    statistic: 'top2',
  };
  const wrong = await post(account, 'campaign', { ...campaign, ends: '2026-11-01' });
  expect(await wrong.json()).toMatchObject({ faults: [{ at: 'ends', why: 'order' }] });
  for (const [days, at, why] of [
    [{ starts: '2026-11-01', ends: '2026-11-19' }, 'ends', 'too-early'],
    [{ starts: '2026-02-31' }, 'starts', 'wrong'],
    [{ starts: '2032-01-01' }, 'starts', 'too-late'],
  ] as const)
    expect(await (await post(account, 'campaign', { ...campaign, ...days })).json()).toMatchObject({
      faults: [{ at, why }],
    });
  expect((await post(account, 'campaign', campaign)).status).toBe(200);
  expect(await codeOf(await post(account, 'campaign', campaign))).toBe('not-possible');
  const state = await stateOf(account);
  const points = state.stage === 'tablet' ? state.points : [];
  expect(points.every(({ address }) => address !== null)).toBe(true);
  const tablet = await post(account, 'tablet', { name: 'Ki-ốt 1', point: points[0]!.id });
  expect(await tablet.json()).toMatchObject({ pin: expect.stringMatching(/^\d{6}$/) });
  expect(await stateOf(account)).toMatchObject({ tablet: { isEnrolled: false, accepted: 0 } });
  expect((await post(account, 'end')).status).toBe(204);
  expect(await codeOf(await office.call('/api/v1/set-up', { cookie: account }))).toBe('not-found');
});

test('the first campaign may begin later: its codes and its tablet are made, and nobody is asked before', async () => {
  const account = accountOf(await finish(await begin()));
  expect(await stateOf(account)).toMatchObject({ stage: 'campaign', starts: null });
  const campaign = { name: text('Năm tới'), starts: '2027-01-01', ends: null, statistic: 'top2' };
  const made = await post(account, 'campaign', campaign);
  const state = (await made.json()) as SetUpState;
  expect(state).toMatchObject({ stage: 'tablet', starts: '2027-01-01', today: '2026-11-20' });
  const point = state.stage === 'tablet' ? state.points[0]!.id : '';
  const answer = await post(account, 'tablet', { name: 'Ki-ốt 1', point });
  const { token, settings } = await office.enrolAgain(((await answer.json()) as NewCode).device);
  expect(settings.collects).toBe(false);
  office.now = Date.parse('2027-01-01T09:00:00+07:00');
  const round = (await (await office.call('/api/v1/device', { token })).json()) as { settings: Settings };
  expect(round.settings.collects).toBe(true);
});

test('the first tablet waits for a campaign, and stands at no closed place', async () => {
  const account = accountOf(await finish(await begin()));
  const { read } = office.store;
  const [point, closed] = (await servicePoints(read)).filter(({ id }) => id !== office.point);
  const tablet = (at: string) => post(account, 'tablet', { name: 'Ki-ốt 1', point: at });
  expect(await codeOf(await tablet(point!.id))).toBe('not-possible');
  await office.store.write(async (tx) => {
    await tx
      .updateTable('service_points')
      .set({ valid_to: '2026-11-19' })
      .where('id', '=', closed!.id)
      .execute();
  });
  const campaign = { name: text('A'), starts: '2026-11-20', ends: null, statistic: 'top2' };
  const state = (await (await post(account, 'campaign', campaign)).json()) as SetUpState;
  expect(state.stage === 'tablet' && state.points.map(({ id }) => id)).not.toContain(closed!.id);
  expect(await (await tablet(closed!.id)).json()).toMatchObject({
    faults: [{ at: 'point', why: 'unknown' }],
  });
  expect((await tablet(point!.id)).status).toBe(200);
});

test('only the account of the set-up goes on with it, and the demo cannot be removed by anybody else', async () => {
  const cookie = await begin();
  const before = await stateOf(cookie);
  expect(before.demo).toMatchObject({ units: 1, points: 1 });
  const other = await signInAs(office, 'administrator');
  await finish(cookie);
  expect(await codeOf(await office.call('/api/v1/set-up', { cookie: other }))).toBe('not-found');
  expect(await codeOf(await post(other, 'remove-demo'))).toBe('not-found');
  expect(await codeOf(await post(cookie, 'remove-demo'))).toBe('no-session');
});

test('the demo is removed from inside the set-up, and real data are what is left', async () => {
  const cookie = await begin();
  expect((await post(cookie, 'remove-demo')).status).toBe(204);
  expect((await stateOf(cookie)).demo).toBeNull();
  await finish(cookie);
  await expectOnlyReal();
});

test('the account of the set-up removes the demo too, and the audit log names it', async () => {
  const account = accountOf(await finish(await begin()));
  expect((await post(account, 'remove-demo')).status).toBe(204);
  await expectOnlyReal();
  const { read } = office.store;
  const line = await read.selectFrom('audit').select('account').where('what', '=', 'demo-removed').execute();
  const accounts = await read.selectFrom('accounts').select('id').execute();
  expect(line.map((row) => row.account)).toEqual(accounts.map(({ id }) => id));
});

async function expectOnlyReal(): Promise<void> {
  const { read } = office.store;
  expect(new Set((await allUnits(read)).map(({ tree }) => tree))).toEqual(new Set(['real']));
  const names = (await servicePoints(read)).map(({ name }) => name.vi);
  expect(names.sort()).toEqual(['Quầy 1', 'Quầy 2', 'Trung tâm']);
}

test('a place that the demo holds is named as taken, and nothing real comes of it', async () => {
  const codes = ['24'];
  await office.store.write((tx) => addFromCatalogue(tx, { codes, parent: null, tree: 'demo' }));
  const answer = await finish(await begin());
  expect(await answer.json()).toMatchObject({ faults: [{ at: 'province', why: 'taken' }] });
  expect((await allUnits(office.store.read)).every(({ tree }) => tree === 'demo')).toBe(true);
});

test('the usual procedures of the chosen fields come along, but those that only another authority decides do not', async () => {
  await finish(await begin(), { ...DRAFT, fields: ['ct', 'ls'] });
  const { read } = office.store;
  const of = async () => (await proceduresOf(read, 'real')).map(({ field, authority }) => [field, authority]);
  expect(new Set((await of()).map(String))).toEqual(new Set(['ct,']));
  expect((await of()).length).toBeGreaterThan(2);
});

test('a department brings what it decides itself', async () => {
  const department = { kind: 'department', commune: '', name: text('Sở Tư pháp tỉnh Bắc Ninh') } as const;
  await finish(await begin(), { ...DRAFT, office: department, fields: ['ls'] });
  const procedures = await proceduresOf(office.store.read, 'real');
  expect(procedures.length).toBeGreaterThan(2);
  expect(procedures.every(({ field, authority }) => field === 'ls' && authority === null)).toBe(true);
});

test('counters stand in their service point', async () => {
  await finish(await begin());
  const points = await servicePoints(office.store.read);
  const counter = points.find(({ name }) => name.vi === 'Quầy 2')!;
  expect(points.find(({ id }) => id === counter.parent)!.name.vi).toBe('Trung tâm');
});

test('a restore shuts every link and session of the set-up', async () => {
  const link = await newLink();
  const cookie = await begin();
  const later = await newLink();
  const restored = { epoch: 'e', day: '2026-11-20', backupSha256: 'b', submissions: 0, root: null };
  await office.store.write((tx) => beginAnew(tx, restored));
  for (const secret of [link, later]) expect(await codeOf(await open(secret))).toBe('link-used');
  expect(await codeOf(await office.call('/api/v1/set-up', { cookie }))).toBe('no-session');
});
