import type { RandomBytes } from '../../shared/ids.ts';
import { addDays, mondayOf } from '../../shared/period.ts';
import { handOver } from '../cases/hand-over-remarks.ts';
import type { Tx } from '../store/store.ts';

/** Weeks that the oldest remarks of the story go back. */
const WEEKS = 5;

/** Eighteen open comments, three of them older than fifteen days: remarks are handed over week by week, as they would have been. */
export async function followUp(tx: Tx, today: string, random: RandomBytes): Promise<void> {
  const monday = mondayOf(today);
  for (let week = WEEKS; week >= 0; week--) await handOver(tx, addDays(monday, -7 * week), random);
}
