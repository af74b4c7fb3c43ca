import { type Assignment, byDates } from './devices.ts';
import type { Reader, Tx } from './store.ts';

/** Where devices stand, by dates. What was is kept: late submissions are judged by it. */

async function assignmentsOf(read: Reader, device: string): Promise<Assignment[]> {
  const rows = await read.selectFrom('assignments').selectAll().where('device', '=', device).execute();
  return rows
    .map(({ service_point, starts, ends }) => ({ servicePoint: service_point, starts, ends }))
    .sort(byDates);
}

/** Nothing stands open after that day; both places hold on the day itself, for half a day may be of either. */
export async function endAssignments(tx: Tx, device: string, day: string): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ ends: day })
    .where('device', '=', device)
    .where('starts', '<=', day)
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>', day)]))
    .execute();
  // what would only have begun later never comes
  await tx.deleteFrom('assignments').where('device', '=', device).where('starts', '>', day).execute();
}

/**
 * Nothing stands at these service points after that day, and what has moved on stays where it went. A stay that would
 * only have begun later becomes one of no days, so that the device can still be found.
 */
export async function endAssignmentsAt(tx: Tx, points: readonly string[], day: string): Promise<void> {
  if (points.length === 0) return;
  await tx
    .updateTable('assignments')
    .set({ ends: day })
    .where('service_point', 'in', [...points])
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>', day)]))
    .execute();
}

/** Takes that end back; what has found another place meanwhile stays there. */
export async function resumeAssignmentsAt(tx: Tx, points: readonly string[], day: string): Promise<void> {
  if (points.length === 0) return;
  const standing = tx.selectFrom('assignments').select('device').where('ends', 'is', null);
  await tx
    .updateTable('assignments')
    .set({ ends: null })
    .where('service_point', 'in', [...points])
    .where('ends', '=', day)
    .where('device', 'not in', standing)
    .execute();
}

/** Stands at a service point from a day on; taken up again where it ended on that very day, or has been given already. */
export async function beginAssignment(tx: Tx, device: string, point: string, day: string): Promise<void> {
  const again = (await assignmentsOf(tx, device)).findLast(
    ({ servicePoint, ends }) => servicePoint === point && (ends === null || ends >= day),
  );
  if (again) {
    await tx
      .updateTable('assignments')
      .set({ ends: null })
      .where('device', '=', device)
      .where('service_point', '=', point)
      .where('starts', '=', again.starts)
      .execute();
    return;
  }
  await tx
    .insertInto('assignments')
    .values({ device, service_point: point, starts: day, ends: null })
    .onConflict((on) => on.columns(['device', 'service_point', 'starts']).doUpdateSet({ ends: null }))
    .execute();
}

/** Where it stood last. */
export async function lastPlace(read: Reader, device: string): Promise<string | undefined> {
  return (await assignmentsOf(read, device)).at(-1)?.servicePoint;
}

export async function setPin(tx: Tx, device: string, pin: object): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ pin: JSON.stringify(pin) })
    .where('id', '=', device)
    .execute();
}
