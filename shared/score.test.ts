import { expect, test } from 'vitest';
import {
  answered,
  countForms,
  type Form,
  figure,
  NINE_FACTORS,
  type Question,
  SERVICE_EXPRESS,
  SERVICE_FULL,
  times,
} from '../tests/fakes/count-forms.ts';
import {
  combine,
  GREY_BELOW_N,
  itemScore,
  type Method,
  MIN_N,
  type Score,
  score,
  weightedByDossiers,
} from './score.ts';

const POOLED: Method = { statistic: 'top2', aggregation: 'pooled' };
const MEAN5: Method = { statistic: 'mean5', aggregation: 'pooled' };

/** Percent, bounds and effective size to six decimals. */
function sixDecimals(result: Score) {
  const { percent, low, high, nEff } = figure(result);
  return { percent, low, high, nEff: Math.round(nEff * 1e6) / 1e6 };
}

/** V1: forms with (y, m) = (32, 32), (26, 32), (20, 26), (14, 32), (0, 18). */
const V1_FORMS = [
  ...times(30, [5, 4, 5, 5, 4]),
  ...times(8, [3, 5, 5, 5, 5]),
  ...times(5, [null, 5, 3, 4, 4]),
  ...times(4, [5, 4, 1, 2, 3]),
  ...times(3, [1, null, 2, 3, undefined]),
];

test('an express area is a ratio of weighted answers with forms as clusters (V1)', () => {
  const group = countForms(SERVICE_EXPRESS, V1_FORMS);
  expect(group.sums).toMatchObject({ n: 50, YY: 38_912, YM: 41_768, MM: 47_360 });
  const result = figure(score(group, POOLED, 6));
  expect(result).toMatchObject({
    n: 50,
    answers: 239,
    noOpinion: 8,
    percent: 86.649215,
    low: 77.751952,
    high: 92.338944,
  });
  expect(result.p).toBe(1324 / 1528);
  expect(result.nEff).toBeCloseTo(83.943404, 6);
  expect(score(group, POOLED)).toMatchObject({
    percent: 86.6,
    low: 77.8,
    high: 92.3,
    decimals: 1,
    method: POOLED,
  });
});

test('when all answers of a form are alike, the effective size is the number of forms (V2)', () => {
  const group = countForms(SERVICE_EXPRESS, [...times(46, [5, 5, 4, 4, 5]), ...times(4, [3, 2, 1, 3, 3])]);
  expect(group.sums).toMatchObject({ n: 50, YY: 47_104, YM: 47_104, MM: 51_200 });
  expect(sixDecimals(score(group, POOLED, 6))).toEqual({
    percent: 92,
    low: 81.161753,
    high: 96.845049,
    nEff: 50,
  });
  expect(score(group, POOLED, 1)).toMatchObject({ low: 81.2, high: 96.8 });
});

test('everybody satisfied has an upper bound of 100 and an honest lower one (V3)', () => {
  const group = countForms(SERVICE_EXPRESS, times(12, [5, 4, 5, 4, 5]));
  expect(group.sums).toMatchObject({ n: 12, YY: 12_288, YM: 12_288, MM: 12_288 });
  expect(sixDecimals(score(group, POOLED, 6))).toEqual({ percent: 100, low: 75.750599, high: 100, nEff: 12 });
});

test('a full form has weights of one (V4)', () => {
  const group = countForms(SERVICE_FULL, [
    ...times(30, [5, 5, 5, 5, 5]),
    ...times(8, [5, 5, 5, 5, 3]),
    ...times(5, [4, 4, 4, 1, null]),
    ...times(4, [4, 4, 1, 1, 1]),
    ...times(3, [3, 3, 3, null, null]),
  ]);
  expect(group.sums).toMatchObject({ n: 50, YY: 939, YM: 1010, MM: 1157 });
  expect(sixDecimals(score(group, POOLED, 6))).toEqual({
    percent: 85.774059,
    low: 76.583905,
    high: 91.746073,
    nEff: 81.564773,
  });
});

test("one answer a form is Wilson's interval on the answers (V5)", () => {
  expect(itemScore(answered(46, 50), 'top2', 2)).toMatchObject({
    percent: 92,
    low: 81.16,
    high: 96.85,
    n: 50,
  });
  expect(itemScore(answered(7, 10), 'top2', 2)).toMatchObject({ percent: 70, low: 39.68, high: 89.22 });
  expect(itemScore(answered(10, 10), 'top2', 2)).toMatchObject({ percent: 100, low: 72.25, high: 100 });
  expect(itemScore(answered(0, 10), 'top2', 2)).toMatchObject({ percent: 0, low: 0, high: 27.75 });
});

/** V6: forms with (x, m) = (112, 32), (90, 32), (74, 26), (62, 32), (24, 18). */
const V6_FORMS = [
  ...times(30, [5, 3, 5, 5, 5]),
  ...times(8, [5, 4, 5, 4, 1]),
  ...times(5, [4, 5, 3, 3, null]),
  ...times(4, [4, 2, 4, 4, 1]),
  ...times(3, [2, null, 2, 3, null]),
];

test('the mean index has an interval from the same forms (V6)', () => {
  const group = countForms(SERVICE_EXPRESS, V6_FORMS);
  expect(group.sums).toMatchObject({ n: 50, XX: 485_604, XM: 149_412, MM: 47_360 });
  const result = figure(score(group, MEAN5, 6));
  expect(result).toMatchObject({ percent: 82.434555, low: 79.061873, high: 85.398281 });
  expect(result.p).toBeCloseTo(0.7804319, 7);
  expect(result.nEff).toBeCloseTo(417.6288, 4);
});

test('the mean index averages items with the variance of their levels (V11)', () => {
  const method: Method = { statistic: 'mean5', aggregation: 'mean_items' };
  const result = figure(score(countForms(SERVICE_EXPRESS, V6_FORMS), method, 6));
  expect(result).toMatchObject({ percent: 83.100061, low: 79.999189, high: 86.200933 });
  expect(result.nEff).toBeCloseTo(426.033196, 6);
});

const TWO_FACTORS: Question[] = [
  { factor: 'II.A', weight: 6 },
  { factor: 'II.B', weight: 8 },
];
const V7_FORMS = [
  ...times(6, [5, 4]),
  ...times(2, [4, 3]),
  ...times(2, [2, 1]),
  ...times(10, [5, undefined]),
];

test('a mean of items has the items own variances, enlarged by what forms have in common (V7)', () => {
  const group = countForms(TWO_FACTORS, V7_FORMS);
  expect(group.sums).toMatchObject({ n: 20, YY: 1608, YM: 1704, MM: 2320 });
  const result = figure(score(group, { statistic: 'top2', aggregation: 'mean_items' }, 6));
  expect(result).toMatchObject({ percent: 75, low: 53.813806, high: 96.186194 });
  expect(result.p).toBe(0.75);
  expect(result.nEff).toBeCloseTo(0.1875 / (0.2118619375 / 1.959964) ** 2, 3);
});

test('dossier weights: three fields make one figure with its own interval (V10)', () => {
  const result = combine([
    { share: 0.6, p: 0.92, nEff: 120 },
    { share: 0.3, p: 0.8, nEff: 60 },
    { share: 0.1, p: 1, nEff: 20 },
  ]);
  expect(result.p).toBeCloseTo(0.892, 12);
  expect(result.variance).toBeCloseTo(5.459152e-4, 10);
  expect(result.nEff).toBeCloseTo(176.46696, 5);
  expect(100 * result.low).toBeCloseTo(83.758134, 6);
  expect(100 * result.high).toBeCloseTo(92.971559, 6);
});

/** Item A: 0, 1, 2, 5, 2 at levels 1 to 5. Item B: 1, 0, 1, 1, 1, and six without an opinion. */
const WORKED: Form[] = [
  [2, 1],
  [3, 3],
  [3, 4],
  [4, 5],
  ...[4, 4, 4, 4, 5, 5].map((level): Form => [level, null]),
];
const TWO_FACTORS_FULL = TWO_FACTORS.map(({ factor }) => ({ factor, weight: 1 }));

test('the worked example: all answers together, top-2 and mean, without the six that have no opinion', () => {
  const group = countForms(TWO_FACTORS_FULL, WORKED);
  expect(score(group, POOLED, 2)).toMatchObject({ percent: 64.29, n: 10, answers: 14, noOpinion: 6 });
  expect(score(group, MEAN5, 2)).toMatchObject({ percent: 72.86 });
  expect(itemScore(group.factors[0]!.items[0]!, 'top2', 2)).toMatchObject({ percent: 70, n: 10 });
  expect(itemScore(group.factors[0]!.items[0]!, 'mean5', 2)).toMatchObject({ percent: 76 });
});

test('the worked example: four answers are withheld, and so is an average that would use them', () => {
  const group = countForms(TWO_FACTORS_FULL, WORKED);
  expect(itemScore(group.factors[1]!.items[0]!, 'top2')).toEqual({ withheld: 'too-few' });
  expect(score(group, { statistic: 'top2', aggregation: 'mean_items' })).toEqual({
    withheld: 'item-below-ten',
  });
  expect(score(group, { statistic: 'mean5', aggregation: 'mean_factors' })).toEqual({
    withheld: 'item-below-ten',
  });
});

test('the worked example ten times over: items and their means', () => {
  const group = countForms(
    TWO_FACTORS_FULL,
    WORKED.flatMap((form) => times(10, form)),
  );
  const B = group.factors[1]!.items[0]!;
  expect(itemScore(B, 'top2', 2)).toMatchObject({ percent: 50, n: 40, noOpinion: 60 });
  expect(itemScore(B, 'mean5', 2)).toMatchObject({ percent: 65 });
  expect(score(group, { statistic: 'top2', aggregation: 'mean_items' }, 2)).toMatchObject({ percent: 60 });
  expect(score(group, { statistic: 'mean5', aggregation: 'mean_items' }, 2)).toMatchObject({ percent: 70.5 });
  expect(score(group, POOLED, 2)).toMatchObject({ percent: 64.29 });
});

test('design weights undo the unequal chance of being drawn: 78.00 and not 80.00 inside an area', () => {
  expect(score(countForms(TWO_FACTORS, V7_FORMS), POOLED, 2)).toMatchObject({ percent: 78 });
  expect(score(countForms(TWO_FACTORS_FULL, V7_FORMS), POOLED, 2)).toMatchObject({ percent: 80 });
});

test('design weights give the policy its share back: 76.98 and not 85.00 over both areas', () => {
  const forms = [
    ...times(12, [5, 4]),
    ...times(8, [5, 3]),
    ...times(70, [4, undefined]),
    ...times(10, [2, undefined]),
  ];
  const weighted = (service: number, policy: number) => {
    const questions = [
      { factor: 'II.A', weight: service },
      { factor: 'I.A', weight: policy },
    ];
    return score(countForms(questions, forms), POOLED, 2);
  };
  expect(weighted(6, 23)).toMatchObject({ percent: 76.98, n: 100, answers: 120 });
  expect(weighted(1, 1)).toMatchObject({ percent: 85 });
});

test('zero over zero is "no answers", whatever the method, and is no number', () => {
  const nobody = countForms(SERVICE_EXPRESS, []);
  const silent = countForms(SERVICE_EXPRESS, times(40, [null, null, null, null, null]));
  for (const aggregation of ['pooled', 'mean_items', 'mean_factors', 'mean_nine_factors'] as const) {
    for (const statistic of ['top2', 'mean5'] as const) {
      expect(score(nobody, { statistic, aggregation })).toEqual({ withheld: 'no-answers' });
      expect(score(silent, { statistic, aggregation })).toEqual({ withheld: 'no-answers' });
    }
  }
  expect(itemScore(answered(0, 0), 'top2')).toEqual({ withheld: 'no-answers' });
  expect(score({ ...nobody, factors: [] }, POOLED)).toEqual({ withheld: 'no-answers' });
  expect(weightedByDossiers([], POOLED)).toEqual({ withheld: 'no-answers' });
});

test('nine forms are withheld without any number, ten are shown', () => {
  const forms = (count: number) => countForms(SERVICE_EXPRESS, times(count, [5, 5, 5, 5, 5]));
  expect(score(forms(9), POOLED)).toEqual({ withheld: 'too-few' });
  expect(itemScore(answered(9, 9), 'mean5')).toEqual({ withheld: 'too-few' });
  expect(score(forms(10), POOLED)).toMatchObject({ percent: 100, n: 10, answers: 50 });
  expect([MIN_N, GREY_BELOW_N]).toEqual([10, 30]);
});

test('a scale of four levels counts levels 3 and 4, and its mean is divided by four', () => {
  const item = { weight: 1, width: 4, levels: [1, 2, 3, 4], noOpinion: 0 };
  expect(itemScore(item, 'top2', 2)).toMatchObject({ percent: 70 });
  expect(itemScore(item, 'mean5', 2)).toMatchObject({ percent: 75 });
});

test('a scale of three levels has no top-2 share', () => {
  const item = { weight: 1, width: 3, levels: [5, 5, 5], noOpinion: 0 };
  expect(() => itemScore(item, 'top2')).toThrow(RangeError);
  expect(itemScore(item, 'mean5', 2)).toMatchObject({ percent: 66.67 });
});

test('the mean index runs from 20 to 100 and never shows zero', () => {
  expect(itemScore({ ...answered(0, 0), levels: [30, 0, 0, 0, 0] }, 'mean5')).toMatchObject({
    percent: 20,
    low: 20,
  });
  expect(itemScore({ ...answered(0, 0), levels: [0, 0, 0, 0, 30] }, 'mean5')).toMatchObject({
    percent: 100,
    high: 100,
  });
  // All the same in the middle: no variance is seen, so the worst case is used.
  const middle = figure(itemScore({ ...answered(0, 0), levels: [0, 0, 30, 0, 0] }, 'mean5'));
  expect(middle).toMatchObject({ percent: 60, nEff: 30 });
  expect(middle.low).toBeLessThan(60);
});

test('sums that are not of the counted forms are refused instead of scored', () => {
  const group = countForms(SERVICE_EXPRESS, V1_FORMS);
  expect(() => score({ ...group, sums: { ...group.sums, YY: 1 } }, POOLED)).toThrow(RangeError);
});

test('averaged factors: an area is the mean of its factors, everything the mean of two areas or of nine factors', () => {
  // Each factor is satisfied in its own share of 100 full forms: 10, 20, 30, 40 % and 50, 60, 70, 80, 90 %.
  const codes = [...new Set(NINE_FACTORS.map((question) => question.factor))];
  const forms = Array.from({ length: 100 }, (_, form): Form => {
    return NINE_FACTORS.map(({ factor }) => (form < 10 * (codes.indexOf(factor) + 1) ? 5 : 3));
  });
  const percentOf = (area: string, aggregation: Method['aggregation']) => {
    const questions = NINE_FACTORS.filter(({ factor }) => factor.startsWith(area));
    const inArea = forms.map((form) => form.filter((_, at) => NINE_FACTORS[at]!.factor.startsWith(area)));
    return figure(score(countForms(questions, inArea), { statistic: 'top2', aggregation }, 2)).percent;
  };
  expect(percentOf('I.', 'mean_factors')).toBe(25);
  expect(percentOf('II.', 'mean_factors')).toBe(70);
  expect(percentOf('', 'mean_factors')).toBe(47.5);
  expect(percentOf('', 'mean_nine_factors')).toBe(50);
  expect(percentOf('', 'mean_items')).toBe(47.18); // 1840 / 39: factors with many items weigh more
  expect(percentOf('I.B', 'mean_factors')).toBe(20);
});

test('an average of one thing is that thing, with the same interval', () => {
  const questions = SERVICE_EXPRESS.slice(0, 1);
  const group = countForms(questions, V1_FORMS);
  const plain = figure(score(group, POOLED, 6));
  for (const aggregation of ['mean_items', 'mean_factors', 'mean_nine_factors'] as const) {
    const method: Method = { statistic: 'top2', aggregation };
    expect(score(group, method, 6)).toEqual({ ...plain, method });
  }
});

test('an average of unanimous items has a width and an effective size', () => {
  for (const statistic of ['top2', 'mean5'] as const) {
    const group = countForms(SERVICE_EXPRESS, times(12, [5, 5, 5, 5, 5]));
    const result = figure(score(group, { statistic, aggregation: 'mean_items' }));
    expect(result).toMatchObject({ percent: 100, high: 100, nEff: 12, p: 1 });
    expect(result.low).toBeLessThan(96);
  }
});

test('a figure weighted by dossiers follows the work of the fields and not who answered', () => {
  const field = (satisfied: number, all: number) =>
    countForms(SERVICE_EXPRESS.slice(0, 1), [...times(satisfied, [5]), ...times(all - satisfied, [2])]);
  const rows = [
    { dossiers: 600, group: field(110, 120) },
    { dossiers: 300, group: field(48, 60) },
    { dossiers: 100, group: field(20, 20) },
  ];
  const result = weightedByDossiers(rows, POOLED, 2);
  expect(result).toMatchObject({
    percent: 89,
    n: 200,
    answers: 200,
    weightedBy: 'dossiers',
    shares: [0.6, 0.3, 0.1],
  });
  expect(figure(result).low).toBeLessThan(89);
  expect(weightedByDossiers([...rows, { dossiers: 5, group: field(9, 9) }], POOLED)).toEqual({
    withheld: 'too-few',
  });
  expect(weightedByDossiers([...rows, { dossiers: 0, group: field(9, 9) }], POOLED, 2)).toMatchObject({
    percent: 89,
  });
  expect(weightedByDossiers(rows.slice(2), POOLED, 2)).toMatchObject({ percent: 100, nEff: 20, high: 100 });
  expect(weightedByDossiers(rows, MEAN5, 2)).toMatchObject({ percent: 93.4 });
});
