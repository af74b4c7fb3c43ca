import { expect, test } from 'vitest';
import { periodsUpTo, readPeriod } from '../../shared/period.ts';
import { nameDatedPeriod, namePeriod } from './name-period.ts';

const named = (id: string, language: 'vi' | 'en') => nameDatedPeriod(readPeriod(id)!, language);

test('reporting periods carry their own names and dates from the 15th to the 14th', () => {
  expect(named('report-2026-q1', 'vi')).toBe('Quý I năm 2026 (15/12/2025–14/03/2026)');
  expect(named('report-2026-h1', 'vi')).toBe('6 tháng đầu năm 2026 (15/12/2025–14/06/2026)');
  expect(named('report-2026-q3', 'vi')).toBe('Quý III năm 2026 (15/06–14/09/2026)');
  expect(named('report-2026-year', 'vi')).toBe('Năm 2026 (15/12/2025–14/12/2026)');
  expect(named('report-2026-q1', 'en')).toBe('Quarter I of\u{a0}2026 (15/12/2025–14/03/2026)');
});

test('a calendar quarter says that it is one', () => {
  expect(named('quarter-2026-4', 'vi')).toBe('Quý IV năm 2026 theo lịch (01/10–31/12/2026)');
  expect(named('quarter-2026-4', 'en')).toBe('Calendar quarter IV of\u{a0}2026 (01/10–31/12/2026)');
});

test('months and half-months are named as people say them', () => {
  expect(named('month-2026-02', 'vi')).toBe('Tháng 2/2026 (01/02–28/02/2026)');
  expect(named('half-2026-11-1', 'vi')).toBe('Nửa đầu tháng 11/2026 (01/11–14/11/2026)');
  expect(named('half-2026-11-2', 'en')).toBe('Second half of November 2026 (15/11–30/11/2026)');
});

test('no two periods of the picker share a name, in either language', () => {
  const ids = periodsUpTo('2026-11-20').map(({ id }) => id);
  for (const language of ['vi', 'en'] as const) {
    expect(new Set(ids.map((id) => namePeriod(id, language))).size).toBe(ids.length);
  }
});
