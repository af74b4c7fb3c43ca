import { expect, test } from 'vitest';
import { readOfficePhone, readPhone, shortPhone, writePhone } from './vietnam-phone.ts';

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

test('the number of an office is one number, of a line, a mobile or a service', () => {
  expect(readOfficePhone('(0263) 3822.345')).toBe('02633822345');
  expect(readOfficePhone('024 - 3825 4321')).toBe('02438254321');
  expect(readOfficePhone('1900 1234')).toBe('19001234');
  expect(readOfficePhone('1800.588.822')).toBe('1800588822');
  expect(readOfficePhone('1022')).toBe('1022');
  for (const text of ['', '113', '1900 12', '1700 1234', '0263 382 234', '0912345678; 0987654321', 'bàn 5'])
    expect(readOfficePhone(text), text).toBeUndefined();
});

test('it is written in groups that a line never parts, and read back', () => {
  const written = [
    '024 3825 4321',
    '028 3829 1056',
    '0263 3822 345',
    '0912 345 678',
    '1900 1234',
    '1800 588 822',
    '1022',
  ];
  for (const text of written) {
    const phone = readOfficePhone(text)!;
    expect(writePhone(phone)).toBe(text.replaceAll(' ', '\u00a0'));
    expect(readOfficePhone(writePhone(phone))).toBe(phone);
  }
});
