import { addDays } from './period.ts';

/** When a dossier, and the telephone number beside it, have been kept long enough. */
interface Days {
  readonly received: string;
  readonly due: string | null;
  readonly returned: string | null;
}

/** An open dossier may be asked about while it is late: its number stays three times as long after the day it was due. */
export const OPEN_FACTOR = 3;

/** The last day on which the number is kept. */
export function numberUntil({ received, due, returned }: Days, days: number): string {
  return returned !== null ? addDays(returned, days) : addDays(due ?? received, OPEN_FACTOR * days);
}

/** The day by which its age is told: when it ended, or when it should have. */
export function ageDayOf({ received, due, returned }: Days): string {
  return returned ?? (due !== null && due > received ? due : received);
}
