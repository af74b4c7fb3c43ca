import { daysOfHalfMonth, type Period } from '../../shared/period.ts';
import type { Breakdown, Place } from './place-tree.ts';

/**
 * Of a place and its parts, when a difference between them must not be served, one side is withheld. In the tree of one
 * day it is the part: the total stays. Between trees of two days it is the side that nobody may have read already: the
 * newer one in a period that began before it, because figures of the other were served then; later the one that is
 * not in the tree as the period begins. It must not depend on anything that may still change while a period is open:
 * what was withheld yesterday would be served beside what was served then.
 */
type Side = Pick<Place, 'since' | 'standsOn'>;

export function partsGiveWay(parts: Side, whole: Side, period: Period): boolean {
  if (parts.since === whole.since) return true;
  const { from } = daysOfHalfMonth(period.halfMonths[0]!);
  const newer = parts.since > whole.since ? parts : whole;
  if (from < newer.since) return newer === parts;
  return whole.standsOn(from) || !parts.standsOn(from);
}

/** The rows of a breakdown as one side. */
export function rowsGiveWay({ rows, whole }: Breakdown, period: Period): boolean {
  const since = rows.reduce((latest, row) => (row.since > latest ? row.since : latest), '');
  return partsGiveWay({ since, standsOn: (day) => rows.every((row) => row.standsOn(day)) }, whole, period);
}
