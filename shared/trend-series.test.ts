import { expect, test } from 'vitest';
import type { ServedScore, TrendPoint } from './wire/overview.ts';
import { trendSeries, unbrokenRuns } from './trend-series.ts';

const withheld: ServedScore = { withheld: 'too-few' };
const figure = (percent: number, grey: boolean): ServedScore => ({
  percent,
  low: percent - 5,
  high: percent + 5,
  n: grey ? 12 : 60,
  answers: 60,
  noOpinion: 0,
  noOpinionPercent: 0,
  nEff: 60,
  method: { statistic: 'top2', aggregation: 'pooled' },
  asOf: 0,
  received: 60,
  shown: 60,
  grey,
});
const point = (month: string, service: ServedScore): TrendPoint => ({
  period: `month-${month}`,
  from: `${month}-01`,
  to: `${month}-28`,
  version: { id: 'sp39', version: 1 },
  policy: withheld,
  service,
  target: { year: Number(month.slice(0, 4)), percent: 90, source: { vi: 'x', en: 'x' } },
  policyTarget: null,
  serviceTarget: 'met',
});

test('a withheld month leaves a gap, a month under 30 forms a hollow dot', () => {
  const series = trendSeries(
    [point('2025-12', figure(90, false)), point('2026-01', withheld), point('2026-02', figure(88, true))],
    'service',
  );
  expect(series.values).toEqual([90, null, 88]);
  expect(series.lows).toEqual([85, null, 83]);
  expect(series.hollow).toEqual([false, false, true]);
  expect(series.labels).toEqual([['12'], ['01', '2026'], ['02']]);
  expect(trendSeries([point('2026-02', withheld)], 'policy').values).toEqual([null]);
});

test('a band never crosses a gap', () => {
  expect(unbrokenRuns([null, 1, 2, null, null, 3])).toEqual([
    { first: 1, last: 2 },
    { first: 5, last: 5 },
  ]);
  expect(unbrokenRuns([null])).toEqual([]);
});

test('nothing is drawn from one version of the questionnaire into the next', () => {
  expect(unbrokenRuns([1, 2, 3, null, 4], [1])).toEqual([
    { first: 0, last: 0 },
    { first: 1, last: 2 },
    { first: 4, last: 4 },
  ]);
  const version = { id: 'donvi', version: 1 };
  const points = [point('2026-11', figure(90, false)), { ...point('2026-11', figure(85, false)), version }];
  const change = {
    at: 1,
    from: points[0]!.version,
    to: version,
    policy: 'same',
    service: 'changed',
  } as const;
  expect(trendSeries(points, 'service', [change]).starts).toEqual([1]);
});
