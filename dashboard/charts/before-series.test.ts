import { expect, test } from 'vitest';
import type { ImportedPoint } from '../../shared/wire/imported-results.ts';
import { trendSeries } from '../../shared/trend-series.ts';
import { withBefore } from './before-series.ts';

const former = (period: string, percent: number): ImportedPoint => ({
  imported: true,
  period,
  from: '2021-12-15',
  to: '2022-12-14',
  version: { id: 'sp33', version: 1 },
  formName: { vi: 'x', en: 'x' },
  forms: 20,
  policy: { withheld: 'no-answers' },
  service: { percent, answers: 40, noOpinion: null },
  now: null,
  file: '',
  day: '2026-11-20',
  by: null,
  reason: null,
});
const month = {
  period: 'month-2026-01',
  from: '2026-01-01',
  to: '2026-01-31',
  version: { id: 'sp39', version: 1 },
  policy: { withheld: 'too-few' },
  service: { withheld: 'too-few' },
  target: null,
  policyTarget: null,
  serviceTarget: null,
} as const;

test('former years have a row of values of their own, and a line stands between them and the first month', () => {
  const points = [former('report-2022-year', 70), former('report-2024-h1', 80)];
  const series = withBefore(trendSeries([month], 'service'), points, [], 'service', { h1: '6 th.' });
  expect(series.imported).toEqual([70, 80, null]);
  expect(series.values).toEqual([null, null, null]);
  expect(series.starts).toEqual([2]);
  expect(series.labels.slice(0, 2)).toEqual([['’22'], ['6 th.', '’24']]);
  const policy = withBefore(trendSeries([month], 'policy'), points, [], 'policy', {});
  expect(policy.imported).toEqual([null, null, null]);
});

test('without former years a trend is drawn as it was', () => {
  const series = trendSeries([month], 'service');
  expect(withBefore(series, [], [], 'service', {})).toEqual({ ...series, imported: [null] });
});
