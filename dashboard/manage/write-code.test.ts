import { expect, test } from 'vitest';
import { qrPath } from '../parts/qr-path.ts';
import { groupCode, spellCode, typedAddress, writeClock } from './write-code.ts';

test('the time left is written in minutes and seconds, rounded up, and never below zero', () => {
  expect(writeClock(600_000)).toBe('10:00');
  expect(writeClock(64_001)).toBe('1:05');
  expect(writeClock(-5)).toBe('0:00');
});

test('a code stands in two fours for the eye and sign by sign for the ear', () => {
  expect(groupCode('K7QM2XHB')).toBe('K7QM 2XHB');
  expect(spellCode('K7QM2XHB')).toBe('K 7 Q M 2 X H B');
});

test('the address to type holds neither scheme nor code', () => {
  expect(typedAddress('https://khaosat.example.gov.vn/kiosk/staff/#enrol=K7QM2XHB')).toBe(
    'khaosat.example.gov.vn/kiosk/staff/',
  );
});

test('a QR code keeps four white modules on every side', () => {
  const { size, path } = qrPath('https://khaosat.example.gov.vn/kiosk/staff/#enrol=K7QM2XHB');
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
    from: Number(x),
    to: Number(x) + Number(length),
    y: Number(y),
  }));
  expect(Math.min(...runs.map(({ from }) => from))).toBe(4);
  expect(Math.max(...runs.map(({ to }) => to))).toBe(size - 4);
  expect(Math.min(...runs.map(({ y }) => y))).toBe(4);
  expect(Math.max(...runs.map(({ y }) => y))).toBe(size - 5);
});
