import { fraction, percentHalfUp } from './rational.ts';

/**
 * How much of what was returned came late. Counts of all dossiers and not of a sample: there is no interval, and what the
 * counts do not say is null and never guessed.
 */

/** Dossiers returned in a time; null: it is not said. */
export interface Returned {
  readonly early: number | null;
  readonly onTime: number | null;
  readonly late: number | null;
}

/** Percent late from which a board marks: one district criticises from 5 and considers discipline from 10 (Lâm Hà, 2023). */
export const LATE_MARKS = [5, 10] as const;
/** `five`: from 5 % late, `ten`: from 10 %. */
export type LateMark = 'none' | 'five' | 'ten';

/** Below so many returned one late dossier alone is more than 5 %. */
export const FEW_RETURNED = 20;

/** National tables and portals print two decimals. */
const DECIMALS = 2;

/** Returned early, on time and late together; null where one of the three is not said. */
export function returnedOf({ early, onTime, late }: Returned): number | null {
  return early === null || onTime === null || late === null ? null : early + onTime + late;
}

/** What part of a whole is, 0-100, rounded half up once to two decimals from whole numbers; null of nothing. */
export const shareInPercent = (part: number, whole: number): number | null =>
  whole === 0 ? null : percentHalfUp(fraction(part, whole), DECIMALS);

/** By whole numbers: 4.999 % is below five, however it is printed. */
export function markOf(late: number, returned: number): LateMark {
  const [five, ten] = LATE_MARKS;
  if (returned === 0 || 100 * late < five * returned) return 'none';
  return 100 * late < ten * returned ? 'five' : 'ten';
}

/**
 * The latest first, by the exact share. Of a place that returned few one dossier decides: it stands behind the others that
 * are known; what is not known, or returned nothing, comes last.
 */
export function byLateness(a: Returned, b: Returned): number {
  const [x, y] = [returnedOf(a), returnedOf(b)];
  const group = rankOf(x) - rankOf(y);
  if (group !== 0 || !x || !y) return group;
  return b.late! * x - a.late! * y || b.late! - a.late!;
}

function rankOf(returned: number | null): number {
  if (returned === null) return 3;
  if (returned === 0) return 2;
  return returned < FEW_RETURNED ? 1 : 0;
}
