import { expect, test } from 'vitest';
import { seeded } from '../tests/fakes/seeded.ts';
import { confirms, isDrawn } from './recheck.ts';

test('one of twenty is drawn, by bytes of the generator', () => {
  const random = seeded(3);
  const drawn = Array.from({ length: 40_000 }, () => isDrawn(random(3))).filter(Boolean).length;
  expect(drawn / 40_000).toBeGreaterThan(0.047);
  expect(drawn / 40_000).toBeLessThan(0.053);
  expect(isDrawn(Uint8Array.of(0, 0, 0))).toBe(true);
  expect(isDrawn(Uint8Array.of(12, 204, 204))).toBe(true);
  expect(isDrawn(Uint8Array.of(12, 204, 205))).toBe(false);
});

test('an interview is confirmed unless there was none, at another time, or in another way', () => {
  expect(confirms({ outcome: 'yes', time: 'same', way: 'call' })).toBe(true);
  expect(confirms({ outcome: 'yes', time: 'unsure', way: 'unsure' })).toBe(true);
  expect(confirms({ outcome: 'yes', time: 'other', way: 'call' })).toBe(false);
  expect(confirms({ outcome: 'yes', time: 'same', way: 'face' })).toBe(false);
  expect(confirms({ outcome: 'no', time: null, way: null })).toBe(false);
  expect(confirms({ outcome: 'unsure', time: null, way: null })).toBe(false);
});
