import { expect, test } from 'vitest';
import {
  readNumber,
  writeCount,
  writeDecimal,
  writeInterval,
  writePercent,
  writeTarget,
} from './write-number.ts';

test('a percentage has a decimal comma in Vietnamese, a point in English, and always one decimal', () => {
  expect(writePercent(92, 'vi')).toBe('92,0\u00a0%');
  expect(writePercent(92, 'en')).toBe('92.0\u00a0%');
  expect(writePercent(88.25 - 0.05, 'vi')).toBe('88,2\u00a0%');
  expect(writePercent(0, 'vi')).toBe('0,0\u00a0%');
  expect(writePercent(100, 'en')).toBe('100.0\u00a0%');
});

test('46 satisfied forms and 4 not are written 92,0 % [81,2–96,8]', () => {
  expect(`${writePercent(92, 'vi')} ${writeInterval(81.2, 96.8, 'vi')}`).toBe('92,0\u00a0% [81,2–96,8]');
  expect(writeInterval(81.2, 96.8, 'en')).toBe('[81.2–96.8]');
});

test('a whole target has no decimals, another keeps its one', () => {
  expect(writeTarget(90, 'vi')).toBe('90\u00a0%');
  expect(writeTarget(87.5, 'vi')).toBe('87,5\u00a0%');
});

test('thousands are parted by a point in Vietnamese and by a comma in English', () => {
  expect(writeCount(999, 'vi')).toBe('999');
  expect(writeCount(22765, 'vi')).toBe('22.765');
  expect(writeCount(1234567, 'en')).toBe('1,234,567');
  expect(writeDecimal(8118.25, 'vi')).toBe('8.118,3');
});

test('what is written can be typed again: grouped thousands are no thousandths', () => {
  for (const language of ['vi', 'en'] as const)
    for (const count of [0, 12, 999, 12_000, 1_234_567])
      expect(readNumber(writeCount(count, language), language)).toBe(count);
  expect(readNumber(' 1.234,5 ', 'vi')).toBe(1234.5);
  expect(readNumber('12\u00a0000', 'vi')).toBe(12_000);
});

test('either decimal sign is read; what would be another number in the other language is not', () => {
  expect(['92,5', '92.5'].map((text) => readNumber(text, 'vi'))).toEqual([92.5, 92.5]);
  expect(['92,5', '92.5'].map((text) => readNumber(text, 'en'))).toEqual([92.5, 92.5]);
  expect(readNumber('', 'vi')).toBeNull();
  expect(readNumber('12,000', 'vi')).toBeNaN();
  expect(readNumber('12.000', 'en')).toBeNaN();
  for (const text of ['x', '1e3', '0x10', '1.23.4', 'Infinity']) expect(readNumber(text, 'vi')).toBeNaN();
});
