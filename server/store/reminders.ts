import type { ReminderStep } from '../../shared/report-deadlines.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Reminders of reports that are due. Off until somebody switches them on for a unit and all below it. Promised: of a unit,
 * period and step one is written once; what is written down here is never written again, also when its letter never went.
 */
export interface Reminder {
  readonly unit: string;
  readonly period: string;
  readonly step: ReminderStep;
}

/** Units for which they were switched on. */
export async function remindedUnits(read: Reader): Promise<ReadonlySet<string>> {
  const rows = await read.selectFrom('reminder_units').select('unit').execute();
  return new Set(rows.map(({ unit }) => unit));
}

export async function switchReminders(tx: Tx, unit: string, isOn: boolean): Promise<void> {
  await tx.deleteFrom('reminder_units').where('unit', '=', unit).execute();
  if (isOn) await tx.insertInto('reminder_units').values({ unit }).execute();
}

/** Writes down that somebody is reminded; false when that was done before. */
export async function addReminder(tx: Tx, { unit, period, step }: Reminder, day: string): Promise<boolean> {
  const added = await tx
    .insertInto('reminders')
    .values({ unit, period, step, day })
    .onConflict((on) => on.columns(['unit', 'period', 'step']).doNothing())
    .returning('unit')
    .execute();
  return added.length > 0;
}
