import { expect, test } from 'vitest';
import { startOfLocalDay } from '../shared/period.ts';
import { readChoice, usualPeriod, writeChoice } from './read-choice.ts';

const noonOf = (day: string) => startOfLocalDay(day) + 43_200_000;

const name = { vi: 'Đơn vị', en: 'Unit' };
const units = ['province', 'ward'].map((id) => ({ id, name, tree: 'demo' as const, parent: null }));

test('the usual period is the reporting quarter of today', () => {
  expect(usualPeriod(noonOf('2026-11-20'))).toBe('report-2026-q4');
});

test('a reporting quarter that has only begun leaves the one before in place', () => {
  expect(usualPeriod(noonOf('2026-12-16'))).toBe('report-2026-q4');
  expect(usualPeriod(noonOf('2026-12-30'))).toBe('report-2027-q1');
});

test('an address keeps a view', () => {
  const choice = { unit: 'ward', period: 'month-2026-10', form: 'full' } as const;
  expect(readChoice(writeChoice(choice), units, 'province', noonOf('2026-11-20'))).toEqual(choice);
});

test('an address keeps the day of a tree, and a unit that is in no list of today', () => {
  const choice = { unit: 'merged', period: 'month-2026-10', form: 'full', asOf: '2026-10-31' } as const;
  expect(readChoice(writeChoice(choice), units, 'province', noonOf('2026-11-20'))).toEqual(choice);
});

test('an address with a foreign unit, an unknown period or form falls back to the usual view', () => {
  expect(
    readChoice('?unit=elsewhere&period=week-3&form=short', units, 'province', noonOf('2026-11-20')),
  ).toEqual({
    unit: 'province',
    period: 'report-2026-q4',
    form: 'express',
  });
});
