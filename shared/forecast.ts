import { studentT975 } from './interval.ts';

/**
 * How many forms there will be at the cut-off (docs/method.md, "Progress of a plan"). A plan's help, never a result:
 * it says what comes if the coming opening days are like the last ones.
 */

/** What came in one stretch of time, and on how many opening days. */
export interface Stretch {
  readonly count: number;
  readonly days: number;
}

/** Whole forms that are still to come. */
export interface Forecast {
  readonly expected: number;
  /** 95 % prediction interval, rounded outwards. */
  readonly low: number;
  readonly high: number;
}

/** With fewer stretches nobody knows how much they differ. */
const STRETCHES_LEAST = 3;

/**
 * What `daysLeft` more opening days bring at the rate of these stretches. The interval is the closed form of
 * Krishnamoorthy and Peng (2011) for a Poisson count, widened by how much more the stretches differ than chance says
 * (Pearson's dispersion, McCullagh and Nelder 1989, at least 1) and by Student's t, because few stretches tell that.
 * Undefined while too little has come to say anything.
 */
export function forecastCount(stretches: readonly Stretch[], daysLeft: number): Forecast | undefined {
  const count = stretches.reduce((sum, one) => sum + one.count, 0);
  const open = stretches.filter(({ days }) => days > 0);
  if (open.length < STRETCHES_LEAST) return undefined;
  const days = open.reduce((sum, one) => sum + one.days, 0);
  const ratio = daysLeft / days;
  const wide = studentT975(open.length - 1) ** 2 * dispersion(open);
  const centre = ratio * (count + wide / 2);
  const half = Math.sqrt(wide * ratio * (count * (1 + ratio) + (wide * ratio) / 4));
  return {
    expected: Math.round(ratio * count),
    low: Math.max(0, Math.floor(centre - half)),
    high: Math.ceil(centre + half),
  };
}

/** Pearson's statistic per degree of freedom of counts that chance alone would spread by their opening days. */
function dispersion(stretches: readonly Stretch[]): number {
  const count = stretches.reduce((sum, one) => sum + one.count, 0);
  const days = stretches.reduce((sum, one) => sum + one.days, 0);
  if (count === 0) return 1;
  const pearson = stretches.reduce((sum, one) => {
    const expected = (count * one.days) / days;
    return sum + (one.count - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, pearson / (stretches.length - 1));
}

/** `reached`: the wanted number is there · the others say what the forecast means for it. */
export type Outlook = 'reached' | 'enough' | 'at-risk' | 'short' | 'unknown';

/** The whole interval decides, as it does for a target: the expected number alone would promise too much. */
export function outlookOf(
  wanted: number,
  received: number,
  daysLeft: number,
  forecast: Forecast | undefined,
): Outlook {
  if (received >= wanted) return 'reached';
  if (daysLeft === 0) return 'short';
  if (!forecast) return 'unknown';
  if (received + forecast.low >= wanted) return 'enough';
  return received + forecast.high < wanted ? 'short' : 'at-risk';
}
