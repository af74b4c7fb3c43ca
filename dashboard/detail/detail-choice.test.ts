import { expect, test } from 'vitest';
import { readDetail, writeDetail } from './detail-choice.ts';

const UNITS = [{ id: 'u1', name: { vi: 'Xã', en: 'Commune' }, tree: 'real', parent: null }] as const;
const NOW = Date.parse('2026-11-20T09:00:00+07:00');
const read = (search: string) => readDetail(search, UNITS, 'u1', NOW);

test('the address of a view of details holds all of it', () => {
  const choice = {
    unit: 'u1',
    period: 'half-2026-11-1',
    form: 'full',
    statistic: 'mean5',
    by: 'age',
    group: 'II.A',
  } as const;
  expect(read(writeDetail(choice))).toEqual(choice);
  expect(writeDetail(choice).startsWith('?page=detail&')).toBe(true);
});

test('what an address says wrongly becomes the usual', () => {
  expect(read('?page=detail&by=officer&group=<b>')).toEqual({
    unit: 'u1',
    period: 'report-2026-q4',
    form: 'express',
    by: 'unit',
  });
});
