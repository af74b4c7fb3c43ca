import { beforeEach, expect, test } from 'vitest';
import {
  batchOf,
  bytesOf,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Cut, CutBy } from '../../shared/wire/cuts.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { addServicePoint, addUnit } from '../store/organisation.ts';

let office: Office;
let device: { readonly id: string; readonly token: string };
let cookie: string;
/** Tuesday 3 November 2026, in the first half of the month; the 16th, after its close. */
const EARLIER = Date.parse('2026-11-03T10:00:00+07:00');
const CLOSED = Date.parse('2026-11-16T10:00:00+07:00');
const HALF = 'half-2026-11-1';
beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  cookie = await signInAs(office, 'manager');
  office.now = EARLIER;
});

const take = async (count: number, change: Partial<Submission> = {}) => {
  const ps = Array.from({ length: count }, () =>
    bytesOf(office, { b: '2026-11-03AM', a: ANSWERS, ...change }),
  );
  for (let i = 0; i < ps.length; i += 50) {
    await office.call('/api/v1/batches', { body: batchOf(device, ps.slice(i, i + 50)), token: device.token });
  }
};
const ask = async (by: CutBy | string, query = '', period = HALF) => {
  await keepSignedIn(office);
  const address = `/api/v1/cuts?unit=${office.unit}&period=${period}&form=express&by=${by}${query}`;
  return office.call(address, { cookie });
};
const cutBy = async (by: CutBy, query = '', period = HALF) => {
  const response = await ask(by, query, period);
  expect(response.status).toBe(200);
  return (await response.json()) as Cut;
};
const nOf = (score: ServedScore) => ('withheld' in score ? score.withheld : score.n);
const rowsOf = ({ rows }: Cut, at = 1) =>
  rows.map(({ value, figures }) => [value, nOf(figures[at]!.score)] as const);
/** An express form with an answer to each of its eight items. */
const ANSWERS: Submission['a'] = [5, 5, 4, 4, 3, 5, 4, 2];
const man = { dm: { sex: 1, age: null } } as const;
const woman = { dm: { sex: 2, age: null } } as const;

test('the rows of a cut, those without a value among them, add up to all: what is shown and what is withheld', async () => {
  await take(30, man);
  await take(20, woman);
  await take(4);
  office.now = CLOSED;
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
  expect(cut.rows[0]!.figures[1]).toMatchObject({ noOpinion: 0, rank: null });
  expect([cut.received, cut.shown]).toEqual([54, 54]);
  const one = await cutBy('sex', '&group=II.A');
  expect(one.groups).toEqual(['II.A']);
  expect(one.rows[0]!.figures).toHaveLength(1);
  for (const query of ['&group=III', '&statistic=best']) expect((await ask('sex', query)).status).toBe(400);
  expect((await ask('officer')).status).toBe(400);
});

test('by what forms say of themselves nothing is served of an open period; by way of asking it is', async () => {
  await take(30, man);
  await take(30, woman);
  const open = await cutBy('sex');
  expect([open.isTooEarly, open.rows, open.received]).toEqual([true, [], 60]);
  const channels = await cutBy('channel');
  expect(rowsOf(channels)).toEqual([['kiosk', 60]]);
  office.now = CLOSED;
  const closed = await cutBy('sex');
  expect([closed.isTooEarly, rowsOf(closed)]).toEqual([
    false,
    [
      ['1', 30],
      ['2', 30],
    ],
  ]);
  // the month is open still, and so is the quarter
  expect((await cutBy('sex', '', 'month-2026-11')).isTooEarly).toBe(true);
});

test('what comes late leaves a facet as it was served until each of its values has ten more', async () => {
  await take(30, man);
  await take(30, woman);
  office.now = CLOSED;
  await cutBy('sex');
  await take(9, man);
  await take(3, woman);
  const waiting = await cutBy('sex');
  // the headline has moved by twelve, the facet by nobody
  expect([waiting.received, waiting.shown]).toEqual([72, 60]);
  expect(rowsOf(waiting).map(([, n]) => n)).toEqual([30, 30]);
  await take(120, man);
  expect(rowsOf(await cutBy('sex')).map(([, n]) => n)).toEqual([30, 30]);
  await take(120, woman);
  const moved = await cutBy('sex');
  expect(rowsOf(moved).map(([, n]) => n)).toEqual([159, 153]);
  expect(moved.shown).toBe(moved.received);
});

test('a half-month nobody came in is served as that until ten of each have come late', async () => {
  office.now = CLOSED;
  await take(8, man);
  await take(5, woman);
  const cut = await cutBy('sex');
  expect([cut.rows, cut.shown, cut.received]).toEqual([[], 0, 13]);
});

test('service points are ranked with ties, counters and those below the threshold are in no ranking', async () => {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const words = (name: string) => ({ vi: `Điểm ${name}`, en: `Point ${name}` });
  await office.store.write(async (tx) => {
    const kind = { tree: 'real', kind: 'xa' } as const;
    await addUnit(tx, { id: 'u-b', parent: office.unit, ...kind, name: words('b'), ...dates });
    for (const [id, parent] of [['p-a'], ['p-b'], ['p-c'], ['p-q', 'p-a']] as const) {
      const name = words(id);
      const point = { id, unit: 'u-b', name, opening: [], fields: [], ...(parent && { parent }), ...dates };
      await addServicePoint(tx, point);
      const stay = { device: device.id, service_point: id, starts: '2026-01-01', ends: null };
      await tx.insertInto('assignments').values(stay).execute();
    }
  });
  await take(60, { sp: 'p-a', a: [5, 5, 5, 5, 5, 5, 5, 5] });
  await take(60, { sp: 'p-b', a: [5, 5, 5, 5, 5, 4, 4, 4] });
  await take(60, { sp: 'p-c', a: [2, 2, 2, 2, 2, 2, 2, 2] });
  await take(60, { sp: 'p-q', a: [2, 2, 2, 2, 2, 2, 2, 2] });
  office.now = CLOSED;
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
  await take(30, { ...man, a: [5, 5, 4, 4, 3, 5, 4, 2] });
  office.now = CLOSED;
  const cut = await cutBy('sex', '&statistic=mean5');
  expect([cut.method.statistic, cut.campaignMethod.statistic]).toEqual(['mean5', 'top2']);
  expect(cut.rows[0]!.figures[1]!.score).toMatchObject({ method: { statistic: 'mean5' } });
});
