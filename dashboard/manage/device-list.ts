import { fitsWords } from '../../shared/bare-text.ts';
import { LAMPS } from '../../shared/wire/manage.ts';
import type { DeviceRow, Lamp } from '../../shared/wire/manage.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { unitsBelow } from '../parts/units-as-tree.ts';

/** Which devices a manager sees and in which order. */
export interface DeviceFilter {
  readonly unit: string | null;
  readonly text: string;
  readonly withRetired: boolean;
}

export function fitsSearch(row: DeviceRow, text: string): boolean {
  return fitsWords(`${row.name} ${row.point.name.vi} ${row.point.name.en} ${row.unit.name.vi}`, text);
}

/** Devices of a unit and below it that fit the search; retired ones only on demand. */
export function devicesOf(
  rows: readonly DeviceRow[],
  units: readonly ScopeUnit[],
  filter: DeviceFilter,
): DeviceRow[] {
  const inside = filter.unit === null ? null : unitsBelow(units, filter.unit);
  return rows.filter(
    (row) =>
      (inside === null || inside.has(row.unit.id)) &&
      (filter.withRetired || row.state !== 'retired') &&
      fitsSearch(row, filter.text),
  );
}

/** Worst first: red before amber before green, more alarms before fewer, then by place and name. */
export function worstFirst(rows: readonly DeviceRow[]): DeviceRow[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  return rows.toSorted(
    (a, b) =>
      LAMPS.indexOf(b.lamp) - LAMPS.indexOf(a.lamp) ||
      b.alarms.length - a.alarms.length ||
      collator.compare(a.point.name.vi, b.point.name.vi) ||
      collator.compare(a.name, b.name),
  );
}

export type LampCounts = Readonly<Record<Lamp | 'new', number>>;

/**
 * How many devices of each lamp. One that was never enrolled is not called well, and retired ones are nobody's work
 * any more and are left out.
 */
export function countLamps(rows: readonly DeviceRow[]): LampCounts {
  const counts = { green: 0, amber: 0, red: 0, new: 0 };
  for (const { lamp, state } of rows) {
    if (state !== 'retired') counts[state === 'new' ? state : lamp] += 1;
  }
  return counts;
}
