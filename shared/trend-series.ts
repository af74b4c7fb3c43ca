import type { ServedScore, TargetState, TrendBreak, TrendPoint } from './wire/overview.ts';
import { isServed } from './is-served.ts';

/** One line of the trend, ready to be drawn: null where a month is withheld, so that the line breaks there. */
export interface TrendSeries {
  /** Month over year where a year begins: `['01', '2026']`, else `['02']`. */
  readonly labels: readonly (readonly string[])[];
  readonly values: readonly (number | null)[];
  readonly lows: readonly (number | null)[];
  readonly highs: readonly (number | null)[];
  /** Fewer than 30 forms: a hollow dot. */
  readonly hollow: readonly boolean[];
  readonly targets: readonly (number | null)[];
  /** Positions at which another version of the questionnaire begins: nothing is drawn across. */
  readonly starts: readonly number[];
}

export type Area = 'policy' | 'service';

export function scoreOf(point: TrendPoint, area: Area): ServedScore {
  return point[area];
}

export function targetStateOf(point: TrendPoint, area: Area): TargetState | null {
  return area === 'policy' ? point.policyTarget : point.serviceTarget;
}

export function trendSeries(
  points: readonly TrendPoint[],
  area: Area,
  breaks: readonly TrendBreak[] = [],
): TrendSeries {
  const scores = points.map((point) => scoreOf(point, area));
  const pick = (read: (score: { percent: number; low: number; high: number }) => number) =>
    scores.map((score) => (isServed(score) ? read(score) : null));
  return {
    labels: points.map(({ from }, index) => {
      const [year, month] = [from.slice(0, 4), from.slice(5, 7)];
      // a first December leaves its year out: the January beside it would stand on it in a narrow picture
      return month === '01' || (index === 0 && month !== '12') ? [month, year] : [month];
    }),
    values: pick(({ percent }) => percent),
    lows: pick(({ low }) => low),
    highs: pick(({ high }) => high),
    hollow: scores.map((score) => isServed(score) && score.grey),
    targets: points.map(({ target }) => target?.percent ?? null),
    starts: breaks.map(({ at }) => at),
  };
}

/** Runs of neighbouring points with a value: a band is drawn over each run and never across a gap, nor into a new version. */
export function unbrokenRuns(
  values: readonly (number | null)[],
  starts: readonly number[] = [],
): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const run = runs.at(-1);
    if (run && run.last === index - 1 && !starts.includes(index)) run.last = index;
    else runs.push({ first: index, last: index });
  });
  return runs;
}
