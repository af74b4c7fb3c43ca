import { beforeEach, expect, test } from 'vitest';
import {
  batchOf,
  bytesOf,
  FRIDAY,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { keepHeartbeat } from '../store/devices.ts';
import { addServicePoint, addUnit } from '../store/organisation.ts';
import { addTarget } from '../store/targets.ts';
import type { Overview, ServedFigure } from '../../shared/wire/overview.ts';
import { leavesSmallRest, withheldRows } from '../withhold.ts';

let office: Office;
let device: { readonly id: string; readonly token: string };
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  cookie = await signInAs(office, 'administrator');
});

const take = async (count: number, change: Partial<Submission> = {}) => {
  const ps = Array.from({ length: count }, () => bytesOf(office, change));
  for (let i = 0; i < ps.length; i += 50) {
    await office.call('/api/v1/batches', { body: batchOf(device, ps.slice(i, i + 50)), token: device.token });
  }
};
const overview = async (period = 'month-2026-11', unit = office.unit, form = 'express') => {
  await keepSignedIn(office);
  const response = await office.call(`/api/v1/overview?unit=${unit}&period=${period}&form=${form}`, {
    cookie,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Overview;
};
/** Tuesday 3 November 2026: in the half-month before FRIDAY's. */
const EARLIER = Date.parse('2026-11-03T10:00:00+07:00');
const ALL_SATISFIED = { a: [5, 5, 4, 4, 5, 5, 4, 4] } as const;
const NOT_AT_ALL = { a: [1, 2, 1, 2, 3, 1, 1, 2] } as const;

test('46 forms all satisfied and 4 not at all give 92.0 % [81.2–96.8] in both headline figures', async () => {
  await take(46, { a: [...ALL_SATISFIED.a] });
  await take(4, { a: [...NOT_AT_ALL.a] });
  // the four wait for their release: the figure says so
  const early = await overview('half-2026-11-2');
  expect([early.received, early.shown]).toEqual([50, 46]);
  office.now += 12 * 86_400_000;
  const { headline, received, shown, valid, method } = await overview('half-2026-11-2');
  expect([received, shown, valid]).toEqual([50, 50, 50]);
  expect(method).toEqual({ statistic: 'top2', aggregation: 'pooled' });
  for (const figure of [headline.service] as ServedFigure[]) {
    expect([figure.percent, figure.low, figure.high, figure.n]).toEqual([92, 81.2, 96.8, 50]);
  }
  expect(headline.policy).toMatchObject({ percent: 92, n: 50 });
  expect(headline.overallQuestion).toMatchObject({ percent: 92, low: 81.2, high: 96.8, n: 50, nEff: 50 });
});

test('below ten forms no figure leaves the server, and zero over zero is said to be no answers', async () => {
  office.now = EARLIER;
  await take(9, { a: [...ALL_SATISFIED.a], b: '2026-11-03AM' });
  office.now = FRIDAY;
  await take(10, { a: [4, 0, 0, 0, 0, 0, 4, 4] });
  office.now += 12 * 86_400_000;
  const first = await overview('half-2026-11-1');
  expect(first.headline.service).toEqual({ withheld: 'too-few' });
  expect(first.factors.every(({ score, levels }) => 'withheld' in score && levels === null)).toBe(true);
  expect([first.valid, first.partial]).toEqual([null, null]);
  const second = await overview('half-2026-11-2');
  expect(second.headline.service).toEqual({ withheld: 'no-answers' });
});

test('a half-month is withheld where the month minus it would leave one to nine', async () => {
  office.now = EARLIER;
  await take(5, { a: [...ALL_SATISFIED.a], b: '2026-11-03AM' });
  office.now = FRIDAY;
  await take(20, { a: [...ALL_SATISFIED.a] });
  office.now += 12 * 86_400_000;
  const half = await overview('half-2026-11-2');
  expect(half.headline.service).toEqual({ withheld: 'complement' });
  const month = await overview('month-2026-11');
  expect(month.headline.service).toMatchObject({ n: 25, percent: 100, grey: true });
});

test('the rows that are withheld of a breakdown together hold nobody or at least ten', () => {
  const rows = (...bases: number[]) => bases.map((n) => ({ n }));
  expect(withheldRows(rows(100, 50, 7))).toEqual([false, true, true]);
  expect(withheldRows(rows(100, 6, 7))).toEqual([false, true, true]);
  expect(withheldRows(rows(100, 0, 30))).toEqual([false, false, false]);
  expect(withheldRows(rows(100, 12, 12, 1))).toEqual([false, true, false, true]);
  expect(withheldRows(rows(7))).toEqual([true]);
  // withheld for a reason of its own: it is among those that the others must hide
  expect(withheldRows([{ n: 40 }, { n: 50, withheld: true }])).toEqual([false, true]);
  expect(leavesSmallRest(25, 20)).toBe(true);
  expect(leavesSmallRest(25, 25)).toBe(false);
  expect(leavesSmallRest(25, 15)).toBe(false);
});

test('units are broken down so that shown and withheld n add up to all', async () => {
  const dates = { validFrom: '2025-07-01', validTo: null };
  await office.store.write(async (tx) => {
    for (const name of ['a', 'b', 'c']) {
      const words = { vi: `Xã ${name}`, en: `Commune ${name}` };
      await addUnit(tx, { id: name, parent: office.unit, tree: 'real', kind: 'xa', name: words, ...dates });
      await addServicePoint(tx, {
        id: `p-${name}`,
        unit: name,
        name: words,
        opening: [],
        fields: [],
        ...dates,
      });
      await tx
        .insertInto('assignments')
        .values({ device: device.id, service_point: `p-${name}`, starts: '2026-01-01', ends: null })
        .execute();
    }
  });
  await take(40, { sp: 'p-a', a: [...ALL_SATISFIED.a] });
  await take(15, { sp: 'p-b', a: [...ALL_SATISFIED.a] });
  await take(7, { sp: 'p-c', a: [...NOT_AT_ALL.a] });
  office.now += 12 * 86_400_000;
  const { units, unitsWithheld, headline } = await overview();
  const rows = new Map(units.map((row) => [row.unit.id, row.service]));
  expect(rows.get('a')).toMatchObject({ n: 40, percent: 100 });
  expect(rows.get('b')).toEqual({ withheld: 'complement' });
  expect(rows.get('c')).toEqual({ withheld: 'too-few' });
  expect(units.every(({ belowOthers }) => !belowOthers)).toBe(true);
  expect(unitsWithheld).toBe(22);
  expect((headline.service as ServedFigure).n).toBe(40 + unitsWithheld!);
  expect((await overview('month-2026-11', 'a')).headline.service).toMatchObject({ n: 40 });
});

test('a commune is withheld on its own page where it hides a smaller one beside it', async () => {
  const dates = { validFrom: '2025-07-01', validTo: null };
  await office.store.write(async (tx) => {
    for (const name of ['a', 'b']) {
      const words = { vi: `Xã ${name}`, en: `Commune ${name}` };
      await addUnit(tx, { id: name, parent: office.unit, tree: 'real', kind: 'xa', name: words, ...dates });
      const point = { id: `p-${name}`, unit: name, name: words, opening: [], fields: [], ...dates };
      await addServicePoint(tx, point);
      await tx
        .insertInto('assignments')
        .values({ device: device.id, service_point: point.id, starts: '2026-01-01', ends: null })
        .execute();
    }
  });
  await take(40, { sp: 'p-a' });
  await take(7, { sp: 'p-b' });
  office.now += 12 * 86_400_000;
  const all = await overview();
  expect(all.headline.service).toMatchObject({ n: 47 });
  const own = await overview('month-2026-11', 'a');
  expect(own.headline.service).toEqual({ withheld: 'complement' });
  expect(own.units.map(({ service }) => service)).toEqual([{ withheld: 'complement' }]);
  expect([own.valid, own.partial]).toEqual([null, null]);
  // what hides in a unit is not named where it is few
  expect((await overview('month-2026-11', 'b')).unitsWithheld).toBe(null);
});

test('two months subtracted from a quarter do not give the third', async () => {
  for (const [day, count] of [
    ['2026-10-20', 20],
    ['2026-11-20', 7],
    ['2026-12-10', 12],
  ] as const) {
    office.now = Date.parse(`${day}T09:00:00+07:00`);
    await take(count, { b: `${day}AM` });
  }
  office.now = Date.parse('2027-01-05T09:00:00+07:00');
  expect((await overview('quarter-2026-4')).headline.service).toMatchObject({ n: 39 });
  expect((await overview('month-2026-10')).headline.service).toMatchObject({ n: 20 });
  expect((await overview('month-2026-11')).headline.service).toEqual({ withheld: 'too-few' });
  expect((await overview('month-2026-12')).headline.service).toEqual({ withheld: 'complement' });
});

test('a factor moves by ten forms of its own, while headlines move by ten submissions', async () => {
  const iB = { it: [0, 24, 28, 31, 34, 37, 9, 1], a: [4, 5, 4, 4, 5, 5, 4, 4] as Submission['a'] };
  const factor = async (code: string) => {
    const { score } = (await overview('half-2026-11-2')).factors.find((row) => row.code === code)!;
    return 'withheld' in score ? 0 : score.n;
  };
  await take(20, iB);
  expect([await factor('I.A'), await factor('II.A')]).toEqual([20, 20]);
  await take(8, iB);
  await take(4);
  const page = await overview('half-2026-11-2');
  expect([page.received, page.shown]).toEqual([32, 32]);
  expect(page.headline.service).toMatchObject({ n: 32 });
  expect([await factor('I.A'), await factor('II.A')]).toEqual([20, 32]);
  await take(2, iB);
  expect((await overview('half-2026-11-2')).shown).toBe(32);
  expect([await factor('I.A'), await factor('II.A')]).toEqual([30, 32]);
});

test('items are served of half-months that have closed, and none that would give away a smaller one beside it', async () => {
  const with24 = { it: [0, 24, 28, 31, 34, 37, 9, 1], a: [4, 5, 4, 4, 5, 5, 4, 2] as Submission['a'] };
  const with25 = { ...with24, it: [0, 25, 28, 31, 34, 37, 9, 1] };
  const with26 = { ...with24, it: [0, 26, 28, 31, 34, 37, 9, 1] };
  await take(30, with24);
  await take(12, with25);
  await take(4, with26);
  await take(14, with24);
  const itemsOf = async (code: string) => {
    const { factors } = await overview('half-2026-11-2');
    return factors.find((row) => row.code === code)!.items;
  };
  const open = await itemsOf('II.A');
  expect(open.every(({ score }) => 'withheld' in score && score.withheld === 'no-answers')).toBe(true);
  office.now += 12 * 86_400_000;
  const items = await itemsOf('II.A');
  expect(items.map(({ number }) => number)).toEqual([24, 25, 26]);
  expect(items[0]).toMatchObject({ score: { n: 44, percent: 100 }, levels: [0, 0, 0, 0, 44] });
  // the factor's 60 forms less 44 and 12 are the four of the third
  expect(items[1]).toMatchObject({ score: { withheld: 'complement' }, levels: null });
  expect(items[2]).toMatchObject({ score: { withheld: 'too-few' }, levels: null });
  expect((await itemsOf('I.A'))[0]).toMatchObject({ score: { n: 60, percent: 0 } });
});

test('a figure says what became of it since the period before, and only the test calls it a change', async () => {
  office.now = EARLIER;
  await take(60, { a: [...ALL_SATISFIED.a], b: '2026-11-03AM' });
  office.now = FRIDAY;
  await take(40, { a: [...ALL_SATISFIED.a] });
  await take(20, { a: [4, 4, 4, 4, 4, 4, 1, 1] });
  office.now += 12 * 86_400_000;
  const { former, headline } = await overview('half-2026-11-2');
  expect(former?.period.id).toBe('half-2026-11-1');
  expect(headline.policy).toMatchObject({ percent: 66.7 });
  expect(former?.policy).toEqual({ points: -33.3, state: 'down' });
  expect(former?.service).toEqual({ points: 0, state: 'not-clear' });
  // of the half-month before the first one there is nothing to compare with
  expect((await overview('half-2026-11-1')).former).toMatchObject({ policy: null, service: null });
});

test('"no opinion" has its share beside the figure that leaves it out', async () => {
  await take(10, { a: [4, 4, 0, 4, 4, 4, 4, 4] });
  const { headline } = await overview('half-2026-11-2');
  expect(headline.service).toMatchObject({ answers: 40, noOpinion: 10, noOpinionPercent: 20, percent: 100 });
});

test('express and full forms, and different channels, are never added up unseen', async () => {
  await take(12);
  const full = Array.from({ length: 40 }, (_, i) => i);
  await take(11, { fm: 'full', ch: 'paper', b: '2026-11/2', it: full, a: full.map(() => 4 as const) });
  const express = await overview();
  expect([express.shown, express.channels]).toEqual([12, [{ channel: 'kiosk', shown: 12 }]]);
  const paper = await overview('month-2026-11', office.unit, 'full');
  expect([paper.shown, paper.channels]).toEqual([11, [{ channel: 'paper', shown: 11 }]]);
});

test('flagged submissions stay in the headline', async () => {
  await take(10, { a: [...ALL_SATISFIED.a] });
  await take(10, { a: [...NOT_AT_ALL.a], q: { ...NO_SIGNALS, dur: 1 } });
  expect((await overview()).headline.service).toMatchObject({ n: 20, percent: 50 });
});

test('invalid submissions count in the overall question alone', async () => {
  await take(10, { a: [...ALL_SATISFIED.a] });
  await take(10, { a: [1, 5, 5, null, null, null, null, null], e: 'ended' });
  const { headline, valid, partial, shown } = await overview();
  expect([shown, valid, partial]).toEqual([20, 10, 10]);
  expect(headline.service).toMatchObject({ n: 10, percent: 100 });
  expect(headline.overallQuestion).toMatchObject({ n: 20, percent: 50 });
});

test('a target has three states, belongs to its year and never moves another', async () => {
  const source = { vi: 'Kế hoạch', en: 'Plan' };
  await office.store.write(async (tx) => {
    await addTarget(tx, office.unit, { year: 2026, percent: 60, source });
    await addTarget(tx, office.unit, { year: 2025, percent: 99, source });
  });
  await take(60, { a: [...ALL_SATISFIED.a] });
  const { headline, trend } = await overview();
  expect([headline.target?.year, headline.serviceTarget]).toEqual([2026, 'met']);
  expect(trend).toHaveLength(12);
  expect(trend.at(-1)).toMatchObject({
    period: 'month-2026-11',
    target: { percent: 60 },
    serviceTarget: 'met',
  });
  expect(trend[0]).toMatchObject({
    period: 'month-2025-12',
    service: { withheld: 'no-answers' },
    serviceTarget: null,
  });
  const setTarget = (percent: number) =>
    office.store.write(
      async (tx) =>
        void (await tx.updateTable('targets').set({ percent }).where('year', '=', 2026).execute()),
    );
  await setTarget(97);
  expect((await overview()).headline.serviceTarget).toBe('cannot-tell');
  await take(60, { a: [...NOT_AT_ALL.a] });
  expect((await overview()).headline.serviceTarget).toBe('not-met');
  expect((await overview('month-2025-11')).headline.target).toMatchObject({ year: 2025, percent: 99 });
});

test('what waits on devices stands beside the figures', async () => {
  const heartbeat = {
    dev: device.id,
    app: '0.1.0',
    total: 9,
    unsent: 4,
    sealNo: 0,
    free: null,
    persisted: true,
    faults: [],
  };
  const day = { date: '2026-11-20', wakes: 3, starts: 2, abandoned: [1] };
  await office.store.write((tx) => keepHeartbeat(tx, device.id, { ...heartbeat, day }, office.now));
  expect((await overview()).devices).toEqual({ count: 1, unsent: 4, quietSince: '2026-11-20' });
});

test('whoever asks for another statistic or aggregation gets figures named by it, without the target of the campaign’s', async () => {
  office.now = EARLIER;
  await take(30, { a: [5, 5, 4, 4, 3, 5, 4, 2], b: '2026-11-03AM' });
  office.now = FRIDAY;
  await office.store.write((tx) =>
    addTarget(tx, office.unit, { year: 2026, percent: 90, source: { vi: 'Kế hoạch', en: 'Plan' } }),
  );
  const official = await overview();
  expect(official.campaignMethod).toEqual(official.method);
  expect(official.headline).toMatchObject({ service: { percent: 81.3 }, target: { percent: 90 } });
  await keepSignedIn(office);
  const asked = async (query: string) =>
    office.call(`/api/v1/overview?unit=${office.unit}&period=month-2026-11&form=express&${query}`, {
      cookie,
    });
  const other = (await (await asked('statistic=mean5&aggregation=mean_factors')).json()) as Overview;
  expect(other.method).toEqual({ statistic: 'mean5', aggregation: 'mean_factors' });
  expect(other.campaignMethod).toEqual({ statistic: 'top2', aggregation: 'pooled' });
  expect(other.headline).toMatchObject({
    service: { method: { statistic: 'mean5', aggregation: 'mean_factors' } },
    target: null,
    serviceTarget: null,
  });
  expect(other.trend.every(({ target }) => target === null)).toBe(true);
  const answers = await Promise.all(['statistic=best', 'aggregation=', 'statistic=top2'].map(asked));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
});
