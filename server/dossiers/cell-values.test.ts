import { expect, test } from 'vitest';
import { countIn, dayIn, monthIn } from './cell-values.ts';
import { dayOfSerial } from '../sheets/sheet-rows.ts';

const day = (text: string) => dayIn({ text });

test('a day is read as it is written here, the day before the month, and its time is dropped', () => {
  for (const text of [
    '20/11/2026',
    '20-11-2026',
    '20.11.2026',
    '20/11/26',
    '20 / 11 / 2026',
    '20/11/2026 08:30',
    '20/11/2026 08:30:15 SA',
    '08:30 20/11/2026',
    '8h30, ngày 20/11/2026',
    '8 giờ 30 phút ngày 20/11/2026',
    'Ngày 20 tháng 11 năm 2026',
    '2026-11-20',
    '2026-11-20T08:30:00',
    '2026-11-20 08:30:00.000',
  ])
    expect(day(text), text).toBe('2026-11-20');
  expect(day('1/2/2026')).toBe('2026-02-01');
  expect(dayIn({ text: '46346', number: 46_346 })).toBe('2026-11-20');
  expect(dayIn({ text: '46346.35', number: 46_346.35 })).toBe('2026-11-20');
});

test('what is no day is none, and the month is never guessed before the day', () => {
  for (const text of ['', 'hôm qua', '30/02/2026', '11/20/2026', '20/11', '2026', '1/1/1999', '20/11/20266'])
    expect(day(text), text).toBeUndefined();
  expect(dayIn({ text: '12', number: 12 })).toBeUndefined();
});

test('days are counted as spreadsheets do, from 1900 and from 1904', () => {
  expect(dayOfSerial(36_526)).toBe('2000-01-01');
  expect(dayOfSerial(46_346 - 1_462, true)).toBe('2026-11-20');
  expect(dayOfSerial(36_525)).toBeUndefined();
});

test('a month is read from its name or from a day of it', () => {
  for (const text of [
    'Tháng 11/2026',
    '11/2026',
    'T11/2026',
    'tháng 11 năm 2026',
    '2026-11',
    '11-2026',
    '15/11/2026',
  ])
    expect(monthIn({ text }), text).toBe('2026-11');
  for (const text of ['13/2026', '11', 'Quý IV/2026', '']) expect(monthIn({ text }), text).toBeUndefined();
});

test('a count is a whole number with or without points; a dash is none', () => {
  expect([countIn({ text: '1.234' }), countIn({ text: '12' }), countIn({ text: '–' })]).toEqual([
    1_234, 12, 0,
  ]);
  expect(countIn({ text: '12', number: 12 })).toBe(12);
  for (const text of ['1,5', 'mười', '-3', '1.23']) expect(countIn({ text }), text).toBeUndefined();
  expect(countIn({ text: '1.5', number: 1.5 })).toBeUndefined();
});
