import { type ServicePoint, type Unit, upwards } from './organisation.ts';
import type { Tx } from './store.ts';

/**
 * The telephone numbers that offices show to citizens. Unlike names and hours a number has no dates: what was shown
 * yesterday concerns no figure, and a wrong number is put right at once.
 */

/** The number of a place: its own, that of its centre, or of the nearest unit above. */
export function contactAt(
  point: ServicePoint,
  points: readonly ServicePoint[],
  units: readonly Unit[],
): string | undefined {
  const centre = points.find(({ id }) => id === point.parent);
  return point.contact ?? centre?.contact ?? contactOf(point.unit, units);
}

/** The number of a unit: its own, or that of the nearest above it. */
export const contactOf = (unit: string, units: readonly Unit[]): string | undefined =>
  upwards(units, unit).find(({ contact }) => contact !== undefined)?.contact;

/** Null: none of its own. */
export async function putContact(
  tx: Tx,
  of: 'units' | 'service_points',
  id: string,
  contact: string | null,
): Promise<void> {
  await tx.updateTable(of).set({ contact }).where('id', '=', id).execute();
}
