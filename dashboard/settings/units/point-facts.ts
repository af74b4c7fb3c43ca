import type { PointLine } from '../../../shared/wire/units.ts';

/** Devices at a service point and at its counters: what loses its place when it closes. */
export function devicesAt(point: PointLine, points: readonly PointLine[]): number {
  return points
    .filter(({ id, parent }) => id === point.id || parent === point.id)
    .reduce((sum, { devices }) => sum + devices, 0);
}

/** Days of the week, 1 to 7 in their order, in words; from … to only where none between them is left out. */
export function sayDays(days: readonly number[], names: readonly string[]): string {
  const named = days.map((day) => names[day - 1]);
  const [first = 0] = days;
  const last = days.at(-1) ?? 0;
  const isSpan = days.length > 2 && last - first === days.length - 1;
  return isSpan ? `${named[0]} – ${named.at(-1)}` : named.join(', ');
}
