import { expect, test } from 'vitest';
import type { ServedFigure } from './wire/overview.ts';
import { axisFloor } from './axis-floor.ts';

const figure = (low: number): ServedFigure => ({
  percent: 90,
  low,
  high: 95,
  n: 50,
  answers: 50,
  noOpinion: 0,
  noOpinionPercent: 0,
  nEff: 50,
  method: { statistic: 'top2', aggregation: 'pooled' },
  asOf: 0,
  received: 50,
  shown: 50,
  grey: false,
});

test('the axis begins below every interval and target, in tens', () => {
  expect(axisFloor([figure(63), figure(88)])).toBe(60);
  expect(axisFloor([figure(61)])).toBe(50);
  expect(axisFloor([figure(80)], [45])).toBe(40);
});

test('an axis never spans less than thirty points, and never begins below zero', () => {
  expect(axisFloor([figure(96)])).toBe(70);
  expect(axisFloor([figure(0)])).toBe(0);
});

test('withheld figures do not move the axis', () => {
  expect(axisFloor([{ withheld: 'too-few' }])).toBe(70);
});
