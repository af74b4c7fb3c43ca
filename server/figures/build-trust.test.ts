import { beforeEach, describe, expect, test } from 'vitest';
import { bytesOf, keepSignedIn, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { acceptBatch } from '../ingest/accept-batch.ts';
import { loadCatalogue } from '../store/catalogue.ts';
import { makeRoot } from '../jobs/nightly-root.ts';
import { daysOfHalfMonth, halfMonthOf } from '../../shared/period.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import type { ServedFigure } from '../../shared/wire/overview.ts';
import type { Trust } from '../../shared/wire/trust.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

/** Whatever channel they came by, in the half-month of their date: who sent them is not looked at here. */
async function take(count: number, change: Partial<Submission>) {
  const later = office.now;
  if (change.b !== undefined)
    office.now = Date.parse(`${daysOfHalfMonth(halfMonthOf(change.b)).to}T10:00:00+07:00`);
  office.now = Math.min(office.now, later);
  await office.store.write(async (tx) => {
    const catalogue = await loadCatalogue(tx);
    const items = Array.from({ length: count }, () => ({ p: bytesOf(office, change) }));
    const offer = {
      parcel: { proto: 1, items },
      sender: { kind: 'review', waived: 'service-point' } as const,
    };
    const context = {
      nowMs: office.now,
      catalogueFor: async () => catalogue,
      keys: office.keys,
    };
    expect((await acceptBatch(tx, offer, context)).accepted).toBe(count);
  });
  office.now = later;
}
const ask = async (period = 'half-2026-11-1') => {
  await keepSignedIn(office);
  const answer = await office.call(`/api/v1/trust?unit=${office.unit}&period=${period}&form=express`, {
    cookie,
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Trust;
};
const GOOD: Partial<Submission> = { a: [5, 5, 4, 4, 5, 5, 4, 4], b: '2026-11-03AM' };
const BAD: Partial<Submission> = { a: [1, 2, 1, 2, 3, 1, 1, 2], b: '2026-11-03AM' };
const MARKED: Partial<Submission> = { ...GOOD, q: { ...NO_SIGNALS, dur: 1, line: 1 } };
const pairOf = ({ pairs }: Trust, group = 'II') => pairs.find((pair) => pair.group === group)!;

describe('the figure with and without marked forms', () => {
  test('both stand side by side, with what the test says of marked and unmarked forms', async () => {
    await take(40, GOOD);
    await take(40, BAD);
    await take(60, MARKED);
    const trust = await ask();
    expect([trust.forms, trust.flagged]).toEqual([140, 60]);
    const { full, without, change } = pairOf(trust);
    expect(full).toMatchObject({ percent: 71.4, n: 140 });
    expect(without).toMatchObject({ percent: 50, n: 80 });
    expect(change).toEqual({ points: -21.4, state: 'down' });
  });

  test('with one to nine marked forms only the full figure is served, and their number is not told', async () => {
    await take(40, GOOD);
    await take(9, MARKED);
    const trust = await ask();
    expect([trust.forms, trust.flagged]).toEqual([49, null]);
    for (const { full, without, change } of trust.pairs) {
      expect(full).toMatchObject({ n: 49 });
      expect([without, change]).toEqual([{ withheld: 'complement' }, null]);
    }
  });

  test('where all but one to nine are marked the full figure stands alone too', async () => {
    await take(4, GOOD);
    await take(40, MARKED);
    expect(pairOf(await ask()).without).toEqual({ withheld: 'too-few' });
  });

  test('without marked forms the two are one', async () => {
    await take(40, GOOD);
    const trust = await ask();
    expect(trust.flagged).toBe(0);
    expect((pairOf(trust).without as ServedFigure).n).toBe(40);
  });

  test('of a half-month that is open nothing is told by parts: one new form could be read from it', async () => {
    await take(40, { ...GOOD, b: '2026-11-20AM' });
    await take(20, { ...MARKED, b: '2026-11-20AM' });
    const open = await ask('half-2026-11-2');
    expect([open.closed, open.pairs, open.late, open.flagged]).toEqual([null, [], [], null]);
    await take(40, GOOD);
    expect(await ask('month-2026-11')).toMatchObject({
      closed: { from: '2026-11-01', to: '2026-11-14' },
      forms: 40,
      flagged: 0,
    });
  });
});

describe('late dossiers against those on time', () => {
  const called = (ot: Submission['ot'], how: Partial<Submission>): Partial<Submission> => {
    return { ...how, ch: 'call', b: '2026-11/1', ot };
  };

  test('both stand side by side with n, interval and what the test says', async () => {
    await take(30, called('on', GOOD));
    await take(10, called('early', GOOD));
    await take(20, called('late', BAD));
    const { late } = await ask();
    expect(late.find(({ group }) => group === 'II')).toMatchObject({
      onTime: { percent: 100, n: 40 },
      late: { percent: 0, n: 20 },
      change: { points: -100, state: 'down' },
    });
  });

  test('one to nine of whom it is not known hide with the next smallest', async () => {
    await take(40, called('on', GOOD));
    await take(20, called('late', BAD));
    await take(3, called(null, GOOD));
    const { late } = await ask();
    expect(late[1]).toMatchObject({ onTime: { n: 40 }, late: { withheld: 'complement' }, change: null });
  });
});

describe('the mix of channels', () => {
  const inOctober = { b: '2026-10-20AM' };
  test('a change that comes from the mix alone is said to be that', async () => {
    await take(160, { ...GOOD, ...inOctober });
    await take(40, { ...BAD, ...inOctober, ch: 'qr' });
    await take(40, GOOD);
    await take(160, { ...BAD, ch: 'qr' });
    office.now += 12 * 86_400_000;
    const { mix } = await ask('month-2026-11');
    expect(mix!.period).toBe('month-2026-10');
    const service = mix!.groups[1]!;
    expect(service).toMatchObject({
      before: { percent: 80 },
      now: { percent: 20 },
      raw: { points: -60, state: 'down' },
      fixed: { before: 80, now: 80, change: { points: 0, state: 'not-clear' } },
      verdict: 'mix',
    });
    expect(service.channels.map(({ channel }) => channel)).toEqual(['kiosk', 'qr']);
  });

  test('a change that stays at a fixed mix holds; where channels are withheld that hold a fifth, nothing is told', async () => {
    await take(160, { ...GOOD, ...inOctober });
    await take(160, BAD);
    expect((await ask('month-2026-11')).mix!.groups[1]).toMatchObject({ verdict: 'holds' });
    await take(60, { ...GOOD, ...inOctober, ch: 'qr' });
    await take(9, { ...GOOD, ch: 'qr' });
    office.now += 12 * 86_400_000;
    expect((await ask('month-2026-11')).mix!.groups[1]).toMatchObject({
      fixed: null,
      verdict: 'cannot-tell',
    });
  });
});

test('the newest nightly root stands there with the digits by which people compare it', async () => {
  expect(await ask()).toMatchObject({ root: null, proofs: [] });
  const root = await makeRoot(office.store, office.keys, { day: '2026-11-20', nowMs: office.now });
  expect((await ask()).root).toEqual({ n: 1, day: '2026-11-20', digits: root.root.slice(0, 16) });
});
