import { expect, test } from 'vitest';
import { isLongEnough } from '../shared/password-rule.ts';

test('twelve characters are enough, and an accented letter counts once', () => {
  expect(isLongEnough('mười hai chữ')).toBe(true);
  expect(isLongEnough('ngắn quá rồi')).toBe(true);
  expect(isLongEnough('mười một ký')).toBe(false);
});
