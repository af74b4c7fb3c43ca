import { expect, test } from 'vitest';
import { managersEn } from './managers-en.ts';
import { managersVi } from './managers-vi.ts';
import { sayScore } from './say-score.ts';

const score = {
  percent: 92,
  low: 81.2,
  high: 96.8,
  n: 50,
  answers: 250,
  noOpinion: 3,
  noOpinionPercent: 0,
  nEff: 50,
  method: { statistic: 'top2', aggregation: 'pooled' },
  asOf: 0,
  received: 50,
  shown: 50,
  grey: false,
} as const;

test('a percentage is never said without its interval and n', () => {
  expect(sayScore(score, managersVi, 'vi')).toBe('92,0\u00a0% [81,2–96,8], n = 50');
  expect(sayScore(score, managersEn, 'en')).toBe('92.0\u00a0% [81.2–96.8], n = 50');
});

test('a withheld score holds no digit, and zero over zero is a dash', () => {
  expect(sayScore({ withheld: 'too-few' }, managersVi, 'vi')).toBe('chưa đủ số liệu');
  expect(sayScore({ withheld: 'complement' }, managersEn, 'en')).toBe('not enough data');
  expect(sayScore({ withheld: 'no-answers' }, managersVi, 'vi')).toBe('—');
});
