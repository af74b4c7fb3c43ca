import { beforeEach, expect, test } from 'vitest';
import {
  addForeignUnit,
  bytesOf,
  batchOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { CampaignAsked, CampaignList, CampaignView } from '../../shared/wire/campaign-requests.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { addCampaign } from '../store/campaigns.ts';
import { addUnit } from '../store/organisation.ts';

let office: Office;
let device: EnrolledTablet;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

const wanted = (change: Partial<CampaignAsked> = {}): CampaignAsked => ({
  name: { vi: 'Khảo sát năm 2027', en: 'Survey of 2027' },
  unit: office.unit,
  covers: null,
  questionnaire: { id: 'sp39', version: 1 },
  starts: '2026-12-15',
  ends: '2027-12-14',
  statistic: 'mean5',
  aggregation: 'pooled',
  forms: {
    kiosk: 'full',
    qr: 'express',
    ticket: 'express',
    assisted: 'full',
    call: 'express',
    paper: 'full',
  },
  thresholds: { watchBelow: 90, warnBelow: 80, formsBelow: 10 },
  plan: {
    formula: 'slovin',
    errorPoints: 5,
    expectedPercent: 50,
    rows: [{ unit: office.unit, field: null, population: 2000 }],
  },
  follows: office.campaign,
  ...change,
});
const ask = (path: string, body: unknown, method = 'POST') =>
  office.call(`/api/v1/campaigns${path}`, { body, cookie, method });
const drop = (id: string, reopens = false) => ask(`/${id}`, { reopens }, 'DELETE');
const plan = async (change: Partial<CampaignAsked> = {}) => {
  const answer = await ask('', wanted(change));
  expect(answer.status).toBe(200);
  return (await answer.json()) as CampaignView;
};
const list = async () => (await (await office.call('/api/v1/campaigns', { cookie })).json()) as CampaignList;
const fault = async (answer: Response) => {
  const { code, faults } = (await answer.json()) as Problem;
  return faults?.map(({ at, why }) => `${at} ${why}`).join() ?? code;
};
const settings = async () => {
  const answer = await office.call('/api/v1/device', { token: device.token });
  return ((await answer.json()) as { settings: Settings }).settings;
};
const goTo = async (day: string) => {
  office.now = Date.parse(`${day}T09:00:00+07:00`);
  cookie = await signInAs(office, 'manager');
};
const methodOf = async (period: string) => {
  const path = `/api/v1/overview?unit=${office.unit}&period=${period}&form=express`;
  return ((await (await office.call(path, { cookie })).json()) as Overview).method.statistic;
};

test('a campaign is planned with its sample, runs from its day on, and the tablet follows at its next round', async () => {
  const made = await plan();
  expect(made).toMatchObject({ state: 'planned', mayDelete: true, planned: { rows: [334], sum: 334 } });
  expect((await list()).campaigns.map(({ state, ends }) => [state, ends])).toEqual([
    ['running', '2026-12-14'],
    ['planned', '2027-12-14'],
  ]);
  await goTo('2026-12-14');
  expect(await settings()).toMatchObject({ campaign: office.campaign, form: 'express', collects: true });
  await goTo('2026-12-15');
  expect(await settings()).toMatchObject({ campaign: made.id, form: 'full', collects: true });
  // after its last day nobody is asked, and what a tablet still holds is taken
  await goTo('2027-12-15');
  expect(await settings()).toMatchObject({ campaign: made.id, collects: false });
  const late = await office.call('/api/v1/batches', {
    body: batchOf(device, [bytesOf(office, { c: made.id, b: '2027-12-14PM' })]),
    token: device.token,
  });
  expect(((await late.json()) as Receipts).receipts[0]![1]).toBe('stored');
});

test('figures of the past keep the method of the campaign of their time', async () => {
  await plan();
  // what has not begun has no say in the period that is open
  expect(await methodOf('quarter-2026-4')).toBe('top2');
  await goTo('2027-01-20');
  expect([await methodOf('month-2026-11'), await methodOf('month-2027-01')]).toEqual(['top2', 'mean5']);
  // a unit that gets a campaign of its own keeps for its past what held there: that of the unit above
  const name = { vi: 'Tổ', en: 'Section' };
  const dates = { validFrom: '2025-07-01', validTo: null } as const;
  const unit = { id: 'u-below', parent: office.unit, tree: 'real', kind: 'xa', name, ...dates } as const;
  await office.store.write((tx) => addUnit(tx, unit));
  await plan({ unit: 'u-below', starts: '2027-01-21', follows: null, plan: null, statistic: 'top2' });
  await goTo('2027-02-01');
  const methodBelow = async (period: string) => {
    const path = `/api/v1/overview?unit=u-below&period=${period}&form=express`;
    return ((await (await office.call(path, { cookie })).json()) as Overview).method.statistic;
  };
  expect([await methodBelow('half-2027-01-1'), await methodBelow('month-2027-02')]).toEqual([
    'mean5',
    'top2',
  ]);
});

test('while planned all can change; once it runs only name, thresholds and plan', async () => {
  const { id } = await plan();
  const moved = await ask(`/${id}`, wanted({ starts: '2026-12-20', follows: null }), 'PUT');
  expect(((await moved.json()) as CampaignView).starts).toBe('2026-12-20');
  await goTo('2026-12-21');
  const now = wanted({ starts: '2026-12-20', follows: null });
  for (const [part, value] of [
    ['statistic', 'top2'],
    ['aggregation', 'mean_items'],
    ['forms', { ...now.forms, kiosk: 'express' }],
    ['starts', '2026-12-22'],
    ['ends', null],
  ] as const)
    expect(await fault(await ask(`/${id}`, { ...now, [part]: value }, 'PUT'))).toBe(`${part} not-allowed`);
  const thresholds = { watchBelow: 85, warnBelow: 70, formsBelow: 0 };
  const changed = await ask(`/${id}`, { ...now, thresholds, plan: null }, 'PUT');
  expect(await changed.json()).toMatchObject({ thresholds, planned: null, mayDelete: false });
  expect((await drop(id)).status).toBe(409);
  await goTo('2027-12-15');
  expect(await fault(await ask(`/${id}`, now, 'PUT'))).toBe('not-possible');
});

test('a running campaign ends today or later, a planned one that nothing names can go', async () => {
  const { id } = await plan({ follows: null, starts: '2026-12-20', plan: null, unit: await section() });
  expect(await fault(await ask(`/${office.campaign}/until`, { ends: '2026-11-19' }))).toBe('ends too-early');
  const ended = await ask(`/${office.campaign}/until`, { ends: '2026-11-20' });
  expect(await ended.json()).toMatchObject({ state: 'running', ends: '2026-11-20' });
  expect((await settings()).collects).toBe(true);
  office.now += DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect((await settings()).collects).toBe(false);
  expect(await fault(await ask(`/${office.campaign}/until`, { ends: null }))).toBe('not-possible');
  expect((await drop(id)).status).toBe(204);
  expect((await list()).campaigns).toHaveLength(1);
  const audit = await office.store.read.selectFrom('audit').select('what').orderBy('id').execute();
  expect(audit.map(({ what }) => what).filter((what) => what.startsWith('campaign'))).toEqual([
    'campaign-added',
    'campaign-until',
    'campaign-deleted',
  ]);
});

test('the end that a campaign got by being followed moves with the follower, and is taken back with it', async () => {
  const { id, follows } = await plan();
  expect(follows).toBe(office.campaign);
  const own = async () => (await list()).campaigns.find((one) => one.id === office.campaign)!.ends;
  const later = wanted({ starts: '2027-01-15' });
  expect(await (await ask(`/${id}`, later, 'PUT')).json()).toMatchObject({ follows: office.campaign });
  expect(await own()).toBe('2027-01-14');
  await ask(`/${id}`, wanted(), 'PUT');
  expect(await own()).toBe('2026-12-14');
  const next = await plan({ starts: '2027-12-15', ends: null, follows: null });
  expect((await drop(id, true)).status).toBe(204);
  expect(await own()).toBe('2027-12-14');
  expect((await drop(next.id, true)).status).toBe(204);
  expect(await own()).toBeNull();
  // whoever wants that day all the same keeps it
  await drop((await plan()).id);
  expect(await own()).toBe('2026-12-14');
  const lines = await office.store.read.selectFrom('audit').select(['what', 'subject']).execute();
  const moved = lines.filter(({ what, subject }) => what === 'campaign-until' && subject === office.campaign);
  expect(moved).toHaveLength(6);
});

test('a planned campaign that only tickets name stays', async () => {
  const { id } = await plan();
  const asked = { point: office.point, counter: null, field: null, campaign: id, count: 10, note: '' };
  const body = { ...asked, expires: '2026-11-27' };
  expect((await office.call('/api/v1/tickets', { body, cookie })).status).toBe(200);
  expect((await list()).campaigns.find((one) => one.id === id)).toMatchObject({ mayDelete: false });
  expect((await drop(id)).status).toBe(409);
});

async function section(): Promise<string> {
  const name = { vi: 'Tổ', en: 'Section' };
  const dates = { validFrom: '2025-07-01', validTo: null } as const;
  const unit = { id: 'u-below', parent: office.unit, tree: 'real', kind: 'xa', name, ...dates } as const;
  await office.store.write((tx) => addUnit(tx, unit));
  return unit.id;
}

test.each<[string, string, (now: CampaignAsked) => object]>([
  ['a day that does not exist', 'starts wrong', () => ({ starts: '2027-02-30' })],
  ['a day in the past', 'starts too-early', () => ({ starts: '2026-11-19' })],
  ['an end before the start', 'ends order', () => ({ ends: '2026-12-14' })],
  ['a name left empty', 'name.en needed', () => ({ name: { vi: 'Đợt 1', en: ' ' } })],
  [
    'a version that is not published',
    'questionnaire unknown',
    () => ({ questionnaire: { id: 'sp39', version: 2 } }),
  ],
  ['a unit that is not there', 'unit unknown', () => ({ unit: 'u-nowhere' })],
  ['a covered unit that is not below', 'covers unknown', () => ({ covers: ['u-nowhere'] })],
  ['another campaign in these days', 'starts taken', () => ({ follows: null })],
  [
    'thresholds the wrong way round',
    'thresholds.warnBelow order',
    () => ({ thresholds: { watchBelow: 70, warnBelow: 80 } }),
  ],
  [
    'a field that is not there',
    'plan.rows.0.field unknown',
    ({ plan: now, unit }) => ({ plan: { ...now, rows: [{ unit, field: 'zz', population: 1 }] } }),
  ],
  [
    'one stratum twice',
    'plan.rows.1.unit taken',
    ({ plan: now }) => ({ plan: { ...now, rows: [...now!.rows, ...now!.rows] } }),
  ],
  [
    'a population below zero',
    'plan.rows.0.population wrong',
    ({ plan: now, unit }) => ({ plan: { ...now, rows: [{ unit, field: null, population: -1 }] } }),
  ],
])('%s is named at its field, and nothing is changed', async (_what, said, change) => {
  const asked = wanted();
  expect(await fault(await ask('', { ...asked, ...change(asked) }))).toBe(said);
  expect((await list()).campaigns.map(({ ends }) => ends)).toEqual([null]);
});

test('what lies outside of the units is not found, and a campaign from above is read only', async () => {
  const foreign = await addForeignUnit(office);
  const dates = { questionnaire: 'sp39', version: 1, starts: '2025-12-01', ends: null } as const;
  const method = { statistic: 'top2', aggregation: 'pooled' } as const;
  const name = { vi: 'Đợt khác', en: 'Another one' };
  await office.store.write((tx) =>
    addCampaign(tx, { id: 'c-other', unit: foreign, name, ...dates, ...method }),
  );
  for (const [path, body, verb] of [
    ['/c-other', wanted(), 'PUT'],
    ['/c-other/until', { ends: null }, 'POST'],
    ['/c-other', { reopens: false }, 'DELETE'],
  ] as const)
    expect((await ask(path, body, verb)).status).toBe(404);
  expect(await fault(await ask('', wanted({ unit: foreign })))).toBe('unit unknown');
  expect(JSON.stringify(await list())).not.toContain('c-other');
  // an account of a unit below
  const below = await section();
  await office.store.write(async (tx) => {
    await tx.updateTable('accounts').set({ unit: below }).execute();
  });
  const seen = await list();
  expect([seen.campaigns, seen.above.map(({ id }) => id)]).toEqual([[], [office.campaign]]);
  expect((await ask(`/${office.campaign}/until`, { ends: null })).status).toBe(404);
});
