import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import type { Cut, CutBy } from '../../shared/wire/cuts.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { addServicePoint, addUnit } from '../store/organisation.ts';

let at: AskedOffice;
beforeEach(async () => {
  at = await openAskedOffice();
});

const cutBy = (by: CutBy, query: Readonly<Record<string, string>> = {}) =>
  at.read<Cut>('cuts', { by, ...query });
const nOf = (score: ServedScore) => ('withheld' in score ? score.withheld : score.n);
const rowsOf = ({ rows }: Cut, at = 1) =>
  rows.map(({ value, figures }) => [value, nOf(figures[at]!.score)] as const);
const man = { dm: { sex: 1, age: null } } as const;
const woman = { dm: { sex: 2, age: null } } as const;

test('the rows of a cut, those without a value among them, add up to all: what is shown and what is withheld', async () => {
  await at.take(30, man);
  await at.take(20, woman);
  await at.take(4);
  at.office.now = AFTER_HALF;
  const cut = await cutBy('sex');
  expect(rowsOf(cut)).toEqual([
    ['1', 30],
    ['2', 'complement'],
    ['', 'too-few'],
  ]);
  expect(cut.totals).toMatchObject([
    { group: 'I', n: 54, shown: 30, withheld: 24 },
    { group: 'II', n: 54, shown: 30, withheld: 24 },
  ]);
  expect(cut.rows[0]!.figures[1]).toMatchObject({ score: { noOpinionPercent: 0 }, rank: null });
  expect([cut.received, cut.shown]).toEqual([54, 54]);
  const one = await cutBy('sex', { group: 'II.A' });
  expect(one.groups).toEqual(['II.A']);
  expect(one.rows[0]!.figures).toHaveLength(1);
  for (const query of [{ group: 'III' }, { statistic: 'best' }, { by: 'officer' }]) {
    expect((await at.ask('cuts', { by: 'sex', ...query })).status).toBe(400);
  }
});

test('by what forms say of themselves nothing is served of an open period; by way of asking it is', async () => {
  await at.take(30, man);
  await at.take(30, woman);
  const open = await cutBy('sex');
  expect([open.isTooEarly, open.rows, open.received]).toEqual([true, [], 60]);
  const channels = await cutBy('channel');
  expect(rowsOf(channels)).toEqual([['kiosk', 60]]);
  at.office.now = AFTER_HALF;
  const closed = await cutBy('sex');
  expect([closed.isTooEarly, rowsOf(closed)]).toEqual([
    false,
    [
      ['1', 30],
      ['2', 30],
    ],
  ]);
  // the month is open still, and so is the quarter
  expect((await cutBy('sex', { period: 'month-2026-11' })).isTooEarly).toBe(true);
});

test('what comes late leaves a facet as it was served until each of its values has ten more', async () => {
  await at.take(30, man);
  await at.take(30, woman);
  at.office.now = AFTER_HALF;
  await cutBy('sex');
  await at.take(9, man);
  await at.take(3, woman);
  const waiting = await cutBy('sex');
  // the headline has moved by twelve, the facet by nobody
  expect([waiting.received, waiting.shown]).toEqual([72, 60]);
  expect(rowsOf(waiting).map(([, n]) => n)).toEqual([30, 30]);
  await at.take(120, man);
  expect(rowsOf(await cutBy('sex')).map(([, n]) => n)).toEqual([30, 30]);
  await at.take(120, woman);
  const moved = await cutBy('sex');
  expect(rowsOf(moved).map(([, n]) => n)).toEqual([159, 153]);
  expect(moved.shown).toBe(moved.received);
});

test('a half-month nobody came in is served as that until ten of each have come late', async () => {
  at.office.now = AFTER_HALF;
  await at.take(8, man);
  await at.take(5, woman);
  const cut = await cutBy('sex');
  expect([cut.rows, cut.shown, cut.received]).toEqual([[], 0, 13]);
});

test('service points are ranked with ties, counters and those below the threshold are in no ranking', async () => {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const words = (name: string) => ({ vi: `Điểm ${name}`, en: `Point ${name}` });
  await at.office.store.write(async (tx) => {
    const kind = { tree: 'real', kind: 'xa' } as const;
    await addUnit(tx, { id: 'u-b', parent: at.office.unit, ...kind, name: words('b'), ...dates });
    for (const [id, parent] of [['p-a'], ['p-b'], ['p-c'], ['p-q', 'p-a']] as const) {
      const name = words(id);
      const point = { id, unit: 'u-b', name, opening: [], fields: [], ...(parent && { parent }), ...dates };
      await addServicePoint(tx, point);
      const stay = { device: at.device.id, service_point: id, starts: '2026-01-01', ends: null };
      await tx.insertInto('assignments').values(stay).execute();
    }
  });
  await at.take(60, { sp: 'p-a', a: [5, 5, 5, 5, 5, 5, 5, 5] });
  await at.take(60, { sp: 'p-b', a: [5, 5, 5, 5, 5, 4, 4, 4] });
  await at.take(60, { sp: 'p-c', a: [2, 2, 2, 2, 2, 2, 2, 2] });
  await at.take(60, { sp: 'p-q', a: [2, 2, 2, 2, 2, 2, 2, 2] });
  at.office.now = AFTER_HALF;
  const { rows, totals } = await cutBy('point');
  const ranks = new Map(rows.map(({ value, figures }) => [value, figures[1]!.rank]));
  expect(ranks.get('p-a')).toEqual({ best: 1, worst: 2 });
  expect(ranks.get('p-b')).toEqual({ best: 1, worst: 2 });
  expect(ranks.get('p-c')).toEqual({ best: 3, worst: 3 });
  expect(ranks.get('p-q')).toBeNull();
  expect(totals[1]).toMatchObject({ n: 240, shown: 240, withheld: 0, ranked: 3 });
  expect(rows.find(({ value }) => value === 'p-q')).toMatchObject({ under: words('p-a') });
});

test('the figures of a cut follow the method that is asked for', async () => {
  await at.take(30, { ...man, a: [5, 5, 4, 4, 3, 5, 4, 2] });
  at.office.now = AFTER_HALF;
  const cut = await cutBy('sex', { statistic: 'mean5' });
  expect([cut.method.statistic, cut.campaignMethod.statistic]).toEqual(['mean5', 'top2']);
  expect(cut.rows[0]!.figures[1]!.score).toMatchObject({ method: { statistic: 'mean5' } });
});
