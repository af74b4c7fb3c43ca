import { expect, test } from 'vitest';
import { managersEn } from './managers-en.ts';
import { managersVi } from './managers-vi.ts';
import { sayRefusal } from './say-refusal.ts';

test('too many tries say how long to wait, rounded up', () => {
  const wait = (retryAfterSeconds?: number) =>
    sayRefusal({ kind: 'problem', code: 'too-many', retryAfterSeconds }, managersVi);
  expect(wait(45)).toContain('45 giây');
  expect(wait(61)).toContain('2 phút');
  expect(wait()).toContain('ít phút');
});

test('every refusal has words in both languages', () => {
  expect(sayRefusal({ kind: 'unreachable' }, managersEn)).toBe(managersEn.unreachable);
  expect(sayRefusal({ kind: 'problem', code: 'wrong-credentials' }, managersVi)).toBe(
    'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  );
  expect(sayRefusal({ kind: 'problem', code: 'wrong-type' }, managersEn)).toBe(managersEn.problems.internal);
});
