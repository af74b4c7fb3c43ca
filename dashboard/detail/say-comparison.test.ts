import { expect, test } from 'vitest';
import { detailEn } from '../text/detail-en.ts';
import { detailVi } from '../text/detail-vi.ts';
import { sayComparison } from './say-comparison.ts';

const period = { by: 'period', not: null } as const;

test('a change that the test does not find is never called one (sentence 50)', () => {
  expect(sayComparison({ ...period, points: 3.1, outcome: 'alike' }, detailVi, 'vi')).toBe(
    'tăng 3,1 điểm – chưa đủ cơ sở để nói là thay đổi thật',
  );
  expect(sayComparison({ ...period, points: -3.1, outcome: 'lower' }, detailVi, 'vi')).toBe(
    'giảm 3,1 điểm – khác biệt rõ',
  );
  expect(sayComparison({ by: 'point', not: null, points: 8.2, outcome: 'higher' }, detailEn, 'en')).toBe(
    'higher by 8.2 points – a clear difference',
  );
  expect(sayComparison({ ...period, points: 0, outcome: 'alike' }, detailVi, 'vi')).toBe('không đổi');
});

test('where nothing can be said the reason is', () => {
  const none = { points: null, outcome: null } as const;
  expect(sayComparison({ ...period, ...none, not: 'versions' }, detailVi, 'vi')).toBe(
    'Không so sánh được: hai bên dùng hai phiên bản bộ câu hỏi.',
  );
  expect(sayComparison({ by: 'form', ...none, not: 'forms' }, detailEn, 'en')).toContain('express and full');
});
