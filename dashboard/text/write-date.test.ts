import { expect, test } from 'vitest';
import { writeDate, writeDates, writeInstant } from './write-date.ts';

test('a day is written dd/mm/yyyy', () => {
  expect(writeDate('2026-03-05')).toBe('05/03/2026');
});

test('a period inside one year names the year once, a period over the new year names both', () => {
  expect(writeDates('2026-09-15', '2026-12-14')).toBe('15/09–14/12/2026');
  expect(writeDates('2025-12-15', '2026-03-14')).toBe('15/12/2025–14/03/2026');
});

test('an instant is written in the time of Viet Nam', () => {
  const lateEvening = Date.parse('2026-11-19T17:05:00Z');
  expect(writeInstant(lateEvening, 'vi')).toBe('00:05 ngày 20/11/2026');
  expect(writeInstant(lateEvening, 'en')).toBe('00:05 on 20/11/2026');
});
