import type { RandomBytes } from '../../shared/ids.ts';
import { addDays, localDay, localMinutes, type Period } from '../../shared/period.ts';
import { dueDayOf, duePeriods, type ReminderStep } from '../../shared/report-deadlines.ts';
import { hasRight } from '../../shared/role-rights.ts';
import { audited } from '../audited.ts';
import { concerned } from '../concerned-accounts.ts';
import { isWorkingDay } from '../due-on.ts';
import { type RemindedReport, writeReminder } from '../mail/write-reminder.ts';
import { calendars } from '../place-calendar.ts';
import { note } from '../store/audit.ts';
import { accountsWithEmail } from '../store/listed-accounts.ts';
import { queueMail } from '../store/mails.ts';
import { upwards } from '../store/organisation.ts';
import { addReminder, remindedUnits } from '../store/reminders.ts';
import { putSetting, setting } from '../store/settings.ts';
import type { Reader, Store } from '../store/store.ts';
import { readDuties } from './report-duties.ts';

/** Offices open at half past seven at the earliest. */
const FROM_MINUTES = 7 * 60 + 30;
/** Days before the due day on which it is said again. */
const SOON_DAYS = 2;
/** Whoever has not answered after so long is not reminded when reminders are switched on. */
const OVERDUE_DAYS_MOST = 30;

const LOOKED = 'reminders-looked';

/** Whether nobody has looked today what is due; where no unit wants reminders there is nothing to look for. */
export async function isReminderDue(read: Reader, nowMs: number): Promise<boolean> {
  if (localMinutes(nowMs) < FROM_MINUTES || (await setting(read, LOOKED)) === localDay(nowMs)) return false;
  return (await remindedUnits(read)).size > 0;
}

/** The step at which the report of a period stands on a day: of steps that were slept through only the last one is said. */
export function stepOn(period: Pick<Period, 'to'>, today: string): ReminderStep | undefined {
  const due = dueDayOf(period);
  if (today <= period.to || today > addDays(due, OVERDUE_DAYS_MOST)) return undefined;
  if (today > due) return 'overdue';
  return today >= addDays(due, -SOON_DAYS) ? 'soon' : 'closed';
}

/**
 * Writes letters about reports that are due and not certified: on a working day of the unit, to whoever may certify there or,
 * where nobody there has an address, at the nearest unit above; one letter for an account and day. That it was
 * said is written down with the letter, so that nothing is said twice.
 */
export async function remindReports({
  store,
  clock,
  random,
  publicUrl,
}: {
  readonly store: Store;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly publicUrl: string;
}): Promise<void> {
  const today = localDay(clock());
  const duties = await readDuties(store.read, today);
  const [on, calendarOf] = [await remindedUnits(store.read), await calendars(store.read)];
  const readers = (await accountsWithEmail(store.read)).filter((account) => hasRight(account, 'certify'));
  const due = duePeriods(today).flatMap((period) => {
    const step = stepOn(period, today);
    return step ? [{ period, step }] : [];
  });
  await store.write(async (tx) => {
    const letters = new Map<string, RemindedReport[]>();
    for (const unit of due.length > 0 ? duties.units : []) {
      const line = upwards(duties.units, unit.id);
      if (!line.some(({ id }) => on.has(id)) || !isWorkingDay(today, calendarOf(unit.id))) continue;
      const accounts = concerned(line, readers);
      for (const { period, step } of accounts.length > 0 ? due : []) {
        if (!duties.campaignOf(unit, period) || duties.owed(unit, period).state === 'certified') continue;
        if (!(await addReminder(tx, { unit: unit.id, period: period.id, step }, today))) continue;
        for (const { id } of accounts)
          letters.set(id, [...(letters.get(id) ?? []), { unit: unit.name, period, step }]);
        const details = {
          name: unit.name.vi,
          period: period.id,
          step: `reminder-${step}`,
          letters: accounts.length,
        };
        const said = { account: null, unit: unit.id, what: 'reminder-written', subject: unit.id, details };
        await note(tx, audited({ clock, random }, said));
      }
    }
    for (const [account, reports] of letters) {
      const occasion = `reports ${today}`;
      await queueMail(tx, { account, occasion, ...writeReminder(reports, publicUrl) }, clock());
    }
    await putSetting(tx, LOOKED, today);
  });
}
