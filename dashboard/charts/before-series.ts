import type { ImportedPoint, ImportedScore } from '../../shared/wire/imported-results.ts';
import type { TrendBreak } from '../../shared/wire/overview.ts';
import type { Area, TrendSeries } from '../../shared/trend-series.ts';

/** A trend with what stands before it: two rows of values on one axis, never one line. */
export interface SeriesWithBefore extends TrendSeries {
  /** Null at every month; the values of the trend are null at every imported point. */
  readonly imported: readonly (number | null)[];
}

export const percentOf = (score: ImportedScore): number | null =>
  'withheld' in score ? null : score.percent;

/** `breaks` of the imported points alone; the one before the first month is always there. */
export function withBefore(
  series: TrendSeries,
  points: readonly ImportedPoint[],
  breaks: readonly TrendBreak[],
  area: Area,
  part: Readonly<Record<string, string>>,
): SeriesWithBefore {
  const count = points.length;
  const before = points.map(() => null);
  const shifted = (list: readonly (number | null)[]) => [...before, ...list];
  return {
    labels: [...points.map(({ period }) => labelOf(period, part)), ...series.labels],
    values: shifted(series.values),
    lows: shifted(series.lows),
    highs: shifted(series.highs),
    targets: shifted(series.targets),
    hollow: [...points.map(() => false), ...series.hollow],
    starts: [
      ...breaks.map(({ at }) => at),
      ...(count > 0 ? [count] : []),
      ...series.starts.map((at) => at + count),
    ],
    imported: [...points.map((point) => percentOf(point[area])), ...series.values.map(() => null)],
  };
}

/** `['’22']`, or `['6 th.', '’24']`: a year written out would stand on its neighbour on a telephone. */
function labelOf(period: string, part: Readonly<Record<string, string>>): string[] {
  const [, year = '', of = ''] = period.split('-');
  const word = part[of];
  const short = `’${year.slice(2)}`;
  return word === undefined ? [short] : [word, short];
}
