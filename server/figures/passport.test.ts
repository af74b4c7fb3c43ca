import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { wilson } from '../../shared/interval.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import type { FigurePassport } from '../../shared/wire/cuts.ts';

let at: AskedOffice;
beforeEach(async () => {
  at = await openAskedOffice();
});

const GOOD: Submission['a'] = [5, 5, 5, 5, 5, 5, 5, 5];
const NOT_AT_ALL: Submission['a'] = [1, 2, 1, 2, 3, 1, 1, 2];
const passport = (query: Readonly<Record<string, string>> = {}) =>
  at.read<FigurePassport>('passport', { group: 'II', ...query });

test('a passport holds everything that an inspector needs to compute percentage and interval anew', async () => {
  await at.take(46, { a: GOOD });
  await at.take(4, { a: NOT_AT_ALL });
  at.office.now = AFTER_HALF;
  const { score, served, items, standings, root, selection, ...about } = await passport();
  expect(score).toMatchObject({ percent: 92, low: 81.2, high: 96.8, n: 50 });
  const { sums, low, high } = served!;
  expect(sums).toMatchObject({ n: 50, Y: 1472, M: 1600, YY: 47104, YM: 47104, MM: 51200 });
  const bounds = wilson(sums.Y / sums.M, 50);
  expect([low / 100, high / 100].map((bound, i) => Math.abs(bound - [bounds.low, bounds.high][i]!))).toEqual([
    expect.closeTo(0, 12),
    expect.closeTo(0, 12),
  ]);
  expect(items).toHaveLength(16);
  expect(items.find(({ number }) => number === 27)).toEqual({ number: 27, weight: 8 });
  expect([about.received, about.shown, root]).toEqual([50, 50, null]);
  expect(standings).toEqual({ unflagged: score, flagged: null, excluded: null });
  const said = { unit: at.office.unit, tree: about.treeDay, period: 'half-2026-11-1', form: 'express' };
  const version = { questionnaire: 'sp39', version: 1, by: null, value: '', group: 'II', ...about.method };
  const text = `sipas-figure-1\n${JSON.stringify({ ...said, ...version, ...sums })}`;
  expect(served!.hash).toBe(createHash('sha256').update(text).digest('hex'));
  expect(selection).toEqual({ by: null, value: '', name: null, under: null, group: 'II' });
});

test('the passport of a withheld figure carries no number, and one of a row is withheld as the row is', async () => {
  await at.take(40, { a: GOOD, dm: { sex: 1, age: null } });
  await at.take(12, { a: GOOD, dm: { sex: 2, age: null } });
  await at.take(5, { a: GOOD });
  at.office.now = AFTER_HALF;
  const hidden = await passport({ by: 'sex', value: '2' });
  expect([hidden.score, hidden.served, hidden.standings]).toEqual([{ withheld: 'complement' }, null, null]);
  expect((await passport({ by: 'sex', value: '1' })).served?.sums.n).toBe(40);
  expect((await at.ask('passport', { group: 'II', by: 'sex', value: '9' })).status).toBe(404);
  expect((await at.ask('passport', { group: 'sex' })).status).toBe(400);
});

test('with and without flagged forms stand side by side from ten of them on, once the period has closed', async () => {
  await at.take(40, { a: GOOD });
  await at.take(12, { a: NOT_AT_ALL, q: { ...NO_SIGNALS, dur: 1 } });
  expect((await passport()).standings).toBeNull();
  at.office.now = AFTER_HALF;
  const { score, standings } = await passport();
  expect(score).toMatchObject({ n: 52 });
  expect(standings).toMatchObject({ flagged: 12, unflagged: { n: 40, percent: 100 } });
  const overall = await passport({ group: 'overall' });
  expect(overall.items).toEqual([{ number: 0, weight: 1 }]);
  expect(overall.served?.sums).toMatchObject({ n: 52, M: 52, Y: 40, answers: 52 });
});

test('of one to nine flagged forms only the full figure is served', async () => {
  await at.take(40, { a: GOOD });
  await at.take(9, { a: NOT_AT_ALL, q: { ...NO_SIGNALS, dur: 1 } });
  at.office.now = AFTER_HALF;
  const { score, standings } = await passport();
  expect(score).toMatchObject({ n: 49 });
  expect(standings).toEqual({ unflagged: { withheld: 'complement' }, flagged: null, excluded: null });
});
