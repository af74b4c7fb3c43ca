import { expect, test } from 'vitest';
import { readPhone, shortPhone } from './vietnam-phone.ts';

test('a number is read however it is written, and stored in one form', () => {
  for (const text of ['0912345678', '0912 345 678', '0912.345.678', '(0912)-345-678', '+84912345678'])
    expect(readPhone(text), text).toBe('0912345678');
  expect(readPhone('84 912 345 678')).toBe('0912345678');
  expect(readPhone('0084912345678')).toBe('0912345678');
  // a spreadsheet took it for a number
  expect(readPhone('912345678')).toBe('0912345678');
  expect(readPhone('2203825123')).toBe('02203825123');
  expect(readPhone('0220 3825 123')).toBe('02203825123');
  expect(readPhone('0912345678; 0987654321')).toBe('0912345678');
  expect(readPhone('0912345678 / 0987654321')).toBe('0912345678');
});

test('what cannot be called is no number', () => {
  for (const text of [
    '',
    'không có',
    '0',
    '123',
    '0412345678',
    '091234567',
    '09123456789',
    '01234567890',
    '113',
  ])
    expect(readPhone(text), text).toBeUndefined();
});

test('of a number only its end is shown', () => expect(shortPhone('0912345678')).toBe('… 678'));
