import { expect, test } from 'vitest';
import type { CutRow } from '../../shared/wire/cuts.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import { orderRows } from './order-rows.ts';

const row = (value: string, percent: number | null): CutRow => {
  const score = percent === null ? { withheld: 'too-few' } : { percent };
  return { value, name: null, under: null, figures: [{ score: score as ServedScore, rank: null }] };
};
const valuesOf = (rows: readonly CutRow[]) => rows.map(({ value }) => value);

test('places stand by their figure, people as they come, and rows without a figure by themselves', () => {
  const rows = [row('a', 80), row('b', null), row('c', 90)];
  const places = orderRows('point', rows);
  expect([valuesOf(places.shown), valuesOf(places.hidden)]).toEqual([['c', 'a'], ['b']]);
  expect(valuesOf(orderRows('age', rows).shown)).toEqual(['a', 'c']);
});
