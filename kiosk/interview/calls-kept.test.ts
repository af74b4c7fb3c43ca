import { expect, test } from 'vitest';
import { FRIDAY_NINE, HOUR_MS, sampleCase } from '../../tests/fakes/sample-case.ts';
import * as kept from './calls-kept.ts';

const [one, other] = [sampleCase(), sampleCase({ id: 'case-2', number: '0987654321' })];
const list: kept.CallsKept = { places: {}, cases: [one, other], attempts: [] };
const begun = (at = FRIDAY_NINE, id = 'a1'): kept.Begun => ({ id, case: one.id, at, tq: 'ok' });
const called = (ending: kept.Ending, from = list, at = FRIDAY_NINE) =>
  kept.end(kept.begin(from, begun(at, `a${from.attempts.length + 1}`)), ending);

test('a call that was begun has one outcome, and none begins before', () => {
  const open = kept.begin(list, begun());
  expect(kept.begin(open, { ...begun(), id: 'a2', case: 'case-2' })).toBe(open);
  const over = kept.end(open, { outcome: 'NO_ANSWER' });
  expect(over.begun).toBeUndefined();
  expect(over.attempts).toEqual([
    { id: 'a1', case: 'case-1', at: FRIDAY_NINE, tq: 'ok', outcome: 'NO_ANSWER' },
  ]);
  expect(over.cases[0]!.attempts).toEqual([{ day: '2026-11-20' }]);
  expect(kept.end(over, { outcome: 'BUSY' }), 'a second touch').toBe(over);
  expect(kept.drop(open)).toEqual(list);
});

test('of a case that is over neither number nor dossier is left, and its outcome waits for the receipt', () => {
  for (const outcome of ['REFUSED', 'COMPLETE', 'PARTIAL', 'BREAKOFF', 'WRONG', 'LANGUAGE'] as const) {
    const over = called({ outcome });
    expect(over.cases, outcome).toEqual([other]);
    expect(JSON.stringify(over)).not.toMatch(/0912345678|H12\.34-261110-0001.*H12/);
    expect(over.attempts).toMatchObject([{ case: 'case-1', outcome }]);
    expect(kept.receipted(over, new Set(['a1']), ['case-1']).attempts).toEqual([]);
  }
});

test('after the fourth call, or on the third day, nobody is called again', () => {
  const fourth = { ...one, attempts: [{ day: '2026-11-18' }, { day: '2026-11-18' }, { day: '2026-11-19' }] };
  expect(called({ outcome: 'BUSY' }, { ...list, cases: [fourth] }).cases).toEqual([]);
  const callbackAt = FRIDAY_NINE + 24 * HOUR_MS;
  const third = { ...one, attempts: [{ day: '2026-11-18' }, { day: '2026-11-19' }] };
  expect(called({ outcome: 'CALLBACK', callbackAt }, { ...list, cases: [third] }).cases).toEqual([]);
});

test('a call-back stays with the telephone that promised it', () => {
  const callbackAt = FRIDAY_NINE + 3 * 24 * HOUR_MS;
  const over = called({ outcome: 'CALLBACK', callbackAt });
  expect(over.cases[0]).toMatchObject({ callbackAt, until: '2026-11-23' });
  expect(kept.expired(over, '2026-11-22').cases.map(({ id }) => id)).toEqual(['case-1']);
});

test('a new list does not bring back who was called meanwhile', () => {
  const refused = called({ outcome: 'REFUSED' });
  const busy = kept.end(kept.begin(refused, { ...begun(), id: 'a2', case: 'case-2' }), { outcome: 'BUSY' });
  const fresh = kept.listed(busy, { places: {}, cases: [one, other] });
  expect(fresh.cases).toMatchObject([{ id: 'case-2', attempts: [{ day: '2026-11-20' }] }]);
  expect(kept.receipted(fresh, new Set(['a1', 'a2']), ['case-2'])).toMatchObject({ cases: [], attempts: [] });
});

test('a case goes with the last day on which this telephone may call', () => {
  expect(kept.expired(list, '2026-11-21')).toBe(list);
  expect(kept.expired(list, '2026-11-22').cases).toEqual([]);
});

test('an interview that was handed in is complete, one that was stopped after its first question partial', () => {
  expect(kept.outcomeOf({ e: 'done' })).toBe('COMPLETE');
  expect(kept.outcomeOf({ e: 'ended' })).toBe('PARTIAL');
});
