import { beforeEach, expect, test } from 'vitest';
import type { Submission } from '../../shared/submission.ts';
import type { CampaignProgress, UnitItems } from '../../shared/wire/campaign-progress.ts';
import {
  addForeignUnit,
  batchOf,
  bytesOf,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { addAccount } from '../store/accounts.ts';
import { addCampaign, allCampaigns, changeCampaign, endCampaign } from '../store/campaigns.ts';

/** How far a campaign is with its plan: the office asks since December 2025, the tests are in 2026. */
let office: Office;
let device: { readonly id: string; readonly token: string };
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  office.now = Date.parse('2026-09-01T09:00:00+07:00');
  device = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

const plan = (population: number) =>
  ({
    formula: 'slovin',
    errorPoints: 5,
    expectedPercent: 50,
    rows: [{ unit: office.unit, field: null, population }],
  }) as const;
const setPlan = (population: number, ends: string | null = null) =>
  office.store.write(async (tx) => {
    const [campaign] = await allCampaigns(tx);
    await changeCampaign(tx, { ...campaign!, plan: plan(population), ends });
  });
/** So many forms on a day, at nine. */
async function take(day: string, count: number, change: Partial<Submission> = {}): Promise<void> {
  office.now = Date.parse(`${day}T09:00:00+07:00`);
  const ps = Array.from({ length: count }, () => bytesOf(office, { b: `${day}AM`, ...change }));
  const sent = await office.call('/api/v1/batches', { body: batchOf(device, ps), token: device.token });
  const { receipts } = (await sent.json()) as { receipts: [string, string][] };
  expect(receipts.filter(([, kind]) => kind !== 'stored')).toEqual([]);
}
async function progress(id = office.campaign): Promise<CampaignProgress> {
  await keepSignedIn(office);
  const answer = await office.call(`/api/v1/campaigns/${id}/progress`, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as CampaignProgress;
}
/** Twenty forms in each half-month from September on. */
async function takeHalves(count: number): Promise<void> {
  const days = ['09-03', '09-18', '10-05', '10-20', '11-04', '11-18'].slice(0, count);
  for (const day of days) await take(`2026-${day}`, 20);
}

test('valid forms stand against the plan, with the opening days that are left and what they will bring', async () => {
  await setPlan(1_000, '2026-12-14');
  await takeHalves(6);
  await take('2026-11-20', 10, { a: [4, null, null, null, null, null, null, null], e: 'ended' });
  office.now = Date.parse('2026-11-27T09:00:00+07:00');
  const page = await progress();
  expect([page.from, page.to, page.isYear]).toEqual(['2025-12-01', '2026-12-14', false]);
  const [row, ...more] = page.units;
  expect(more).toEqual([]);
  // 1,000 dossiers ask for 286; the ten that were broken off are not valid
  expect(row).toMatchObject({ wanted: 286, received: 120, leavesOut: false });
  // Monday 30 November to Monday 14 December; from 1 September to today there were 62, the National Day and the day beside it off
  expect(row!.daysLeft).toBe(11);
  const { forecast } = row!;
  expect(forecast!.expected - row!.received!).toBe(Math.round((120 / 62) * 11));
  expect(forecast!.low).toBeLessThan(forecast!.expected);
  expect(row!.outlook).toBe('short');
  expect(row!.channels).toEqual([{ channel: 'kiosk', form: 'express', received: 120, forecast }]);
  await setPlan(130, '2026-12-14');
  expect((await progress()).units[0]).toMatchObject({ wanted: 99, outlook: 'reached' });
});

test('a campaign without a last day is counted over its reporting year, and one without a plan has no target', async () => {
  await takeHalves(2);
  const page = await progress();
  expect(page).toMatchObject({ from: '2025-12-15', to: '2026-12-14', isYear: true });
  expect(page.campaign.hasPlan).toBe(false);
  expect(page.units).toMatchObject([{ wanted: null, received: 40, outlook: null }]);
});

test('after the cut-off nothing is forecast any more: the plan was kept or it was not', async () => {
  await takeHalves(3);
  await setPlan(1_000, '2026-10-10');
  office.now = Date.parse('2026-11-01T09:00:00+07:00');
  const page = await progress();
  expect(page.campaign.state).toBe('ended');
  // counted by whole half-months
  expect([page.countedFrom, page.countedTo]).toEqual(['2025-12-01', '2026-10-14']);
  expect(page.units).toMatchObject([{ received: 60, daysLeft: 0, forecast: null, outlook: 'short' }]);
});

test('no number moves by fewer than ten, and what is fewer than ten is not named', async () => {
  await setPlan(1_000);
  await take('2026-11-18', 9);
  office.now = Date.parse('2026-11-19T09:00:00+07:00');
  const few = (await progress()).units[0]!;
  expect([few.received, few.outlook, few.channels]).toEqual([0, 'short', []]);
  await take('2026-11-20', 3);
  expect((await progress()).units[0]).toMatchObject({ received: 12 });
  await take('2026-11-20', 5);
  expect((await progress()).units[0]).toMatchObject({ received: 12 });
  // a half-month that has closed is served whole: nine of another kind of form are too few, and are left out
  const full = Array.from({ length: 40 }, (_, i) => i);
  const paper = { fm: 'full', ch: 'paper', b: '2026-11/2', it: full, a: full.map(() => 4 as const) } as const;
  await take('2026-11-20', 9, { ...paper, it: [...paper.it], a: [...paper.a] });
  office.now = Date.parse('2026-12-02T09:00:00+07:00');
  expect((await progress()).units[0]).toMatchObject({
    received: 17,
    leavesOut: true,
    channels: [
      { channel: 'kiosk', form: 'express', received: 17 },
      { channel: 'paper', form: 'full', received: null, forecast: null },
    ],
  });
});

test('a count is not named where a period that is served would give away one to nine forms', async () => {
  await take('2026-10-20', 20);
  await take('2026-11-04', 7);
  // the campaign ends with the half-month in which seven came: it minus October would be those seven
  await office.store.write((tx) => endCampaign(tx, office.campaign, '2026-11-14'));
  office.now = Date.parse('2026-11-20T09:00:00+07:00');
  const page = await progress();
  expect(page.units[0]).toMatchObject({ received: null, outlook: null, channels: [{ received: null }] });
});

/** One express form asks one item of each factor of service. */
const itemsOf = async (unit = office.unit) => {
  await keepSignedIn(office);
  const answer = await office.call(`/api/v1/campaigns/${office.campaign}/items?unit=${unit}`, { cookie });
  return (await answer.json()) as UnitItems;
};

test('express forms are counted by factor and item, with what to expect at the cut-off', async () => {
  await setPlan(1_000, '2026-12-14');
  await takeHalves(6);
  office.now = Date.parse('2026-12-01T09:00:00+07:00');
  const { needed, factors } = await itemsOf();
  expect(needed).toEqual({ named: 10, plain: 30, margin: 114 });
  const [row] = (await progress()).units;
  const service = factors.find(({ code }) => code === 'II.A')!;
  expect(service.n).toBe(120);
  // all forms of the test ask the same item; the others of its factor have no answer
  expect(service.items.filter(({ n }) => n === 120)).toHaveLength(1);
  expect(service.items.filter(({ n }) => n === 0)).toHaveLength(2);
  expect(service.expected).toBe(row!.forecast!.expected);
  expect(factors.some(({ n }) => n === 0)).toBe(true);
});

test('items and factors of fewer than ten forms are not named, and items of a half-month that runs are not counted', async () => {
  await take('2026-11-04', 9);
  office.now = Date.parse('2026-11-18T09:00:00+07:00');
  const few = (await itemsOf()).factors.find(({ code }) => code === 'II.A')!;
  expect([few.n, few.expected, few.items.every(({ n }) => n === null || n === 0)]).toEqual([
    null,
    null,
    true,
  ]);
  await take('2026-11-18', 30);
  const open = (await itemsOf()).factors.find(({ code }) => code === 'II.A')!;
  expect(open.items.every(({ n }) => n === null || n === 0)).toBe(true);
});

test('a unit below sees its own row of a campaign from above, and nobody else a campaign that is not theirs', async () => {
  const foreign = await addForeignUnit(office);
  await office.store.write(async (tx) => {
    const [campaign] = await allCampaigns(tx);
    await addCampaign(tx, { ...campaign!, id: 'c-other', unit: foreign });
    const account = { id: 'x', login: 'x', name: 'x', role: 'manager', password: null } as const;
    await addAccount(tx, { ...account, unit: foreign });
  });
  expect((await office.call('/api/v1/campaigns/c-other/progress', { cookie })).status).toBe(404);
  const stranger = await signInAs({ ...office, unit: foreign }, 'manager');
  const asked = await office.call(`/api/v1/campaigns/${office.campaign}/progress`, { cookie: stranger });
  expect(asked.status).toBe(404);
});
