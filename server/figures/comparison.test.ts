import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Comparison } from '../../shared/wire/cuts.ts';

let at: AskedOffice;
beforeEach(async () => {
  at = await openAskedOffice();
});

const GOOD: Submission['a'] = [5, 5, 5, 5, 5, 5, 5, 5];
const FAIR: Submission['a'] = [4, 4, 4, 4, 3, 4, 4, 4];
const POOR: Submission['a'] = [2, 2, 2, 2, 2, 2, 2, 2];
const man = { dm: { sex: 1, age: null } } as const;
const woman = { dm: { sex: 2, age: null } } as const;
const compare = (query: Readonly<Record<string, string>>) =>
  at.read<Comparison>('comparison', { group: 'II', ...query });

test('two rows of a cut differ clearly, or nothing can be said yet, and a withheld one is not compared', async () => {
  await at.take(40, { ...man, a: GOOD });
  await at.take(40, { ...woman, a: POOR });
  await at.take(12, { a: FAIR });
  at.office.now = AFTER_HALF;
  const clear = await compare({ by: 'sex', a: '1', b: '2' });
  expect(clear).toMatchObject({
    points: 100,
    outcome: 'higher',
    not: null,
    a: { value: '1', isRest: false },
  });
  const turned = await compare({ by: 'sex', a: '2', b: '1' });
  expect(turned).toMatchObject({ points: -100, outcome: 'lower' });
  const unsure = await compare({ by: 'sex', a: '1', b: '' });
  expect(unsure).toMatchObject({ points: 18.7, outcome: 'alike' });
  const mean = await compare({ by: 'sex', a: '1', b: '2', statistic: 'mean5' });
  // from 5 of 5 to 2 of 5
  expect(mean).toMatchObject({ points: 60, outcome: 'higher' });
  for (const query of [{ by: 'sex', a: '1', b: '1' }, { by: 'sex', a: '1' }, { other: 'week-1' }]) {
    expect((await at.ask('comparison', { group: 'II', ...query })).status).toBe(400);
  }
  expect((await at.ask('comparison', { group: 'II', by: 'sex', a: '1', b: '7' })).status).toBe(404);
});

test('a part is compared with the rest, never with the whole that contains it', async () => {
  await at.take(40, { ...man, a: GOOD });
  await at.take(40, { ...woman, a: POOR });
  at.office.now = AFTER_HALF;
  const { a, b, points } = await compare({ by: 'sex', a: '1', b: 'rest' });
  expect([a.isRest, b.isRest, points]).toEqual([false, true, 100]);
  expect(b.score).toMatchObject({ n: 40, percent: 0 });
});

test('of nested periods the shorter is compared with what is left of the longer, and overlapping ones are not', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_HALF;
  await at.take(40, { a: POOR, b: '2026-11-16AM' });
  const { a, b, points, outcome } = await compare({ other: 'month-2026-11' });
  expect([a.score, b.score]).toMatchObject([
    { n: 40, percent: 100 },
    { n: 40, percent: 0 },
  ]);
  expect([a.isRest, b.isRest, points, outcome]).toEqual([false, true, 100, 'higher']);
  const other = await compare({ period: 'month-2026-11', other: 'half-2026-11-1' });
  expect([other.a.isRest, other.b.isRest, other.points]).toEqual([true, false, -100]);
  const overlap = await compare({ period: 'quarter-2026-4', other: 'report-2026-q4' });
  expect([overlap.points, overlap.outcome, overlap.not]).toEqual([null, null, 'overlap']);
  const apart = await compare({ period: 'half-2026-11-1', other: 'half-2026-11-2' });
  expect([apart.points, apart.b.isRest]).toEqual([100, false]);
  expect((await compare({ other: 'month-2026-10' })).not).toBe('withheld');
});

test('express and full forms stand side by side and are not subtracted', async () => {
  await at.take(40, { a: GOOD });
  at.office.now = AFTER_HALF;
  expect(await compare({ by: 'form', a: 'express', b: 'full' })).toMatchObject({
    points: null,
    not: 'forms',
  });
});
