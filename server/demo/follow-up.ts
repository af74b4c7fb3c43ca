import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { addDays, mondayOf, periodsUpTo } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import { handOver } from '../cases/hand-over-remarks.ts';
import { switchOn } from '../store/public-pages.ts';
import { addReply } from '../store/replies.ts';
import { remarksBetween } from '../store/stored-cases.ts';
import type { Tx } from '../store/store.ts';
import { AUTHOR, TOP, UNITS } from './lam-khe.ts';
import { REPLIES } from './remarks.ts';

/** Weeks that the oldest remarks of the story go back. */
const WEEKS = 5;
/** The months of which an office may say what it did. */
const MONTHS = 7;
/** The province and two of its communes; of the others nobody can tell that they are there. */
const PUBLIC = [TOP, 'lk-dong-lam', 'lk-nam-khe'];

/** Eighteen open comments, three of them older than fifteen days: remarks are handed over week by week, as they would have been. */
export async function followUp(tx: Tx, today: string, random: RandomBytes): Promise<void> {
  const monday = mondayOf(today);
  for (let week = WEEKS; week >= 0; week--) await handOver(tx, addDays(monday, -7 * week), random);
  await publishReplies(tx, today, random);
  for (const unit of PUBLIC) await switchOn(tx, { unit, since: addDays(today, -30), account: AUTHOR });
}

/** What the province says it has done, about the newest period with ten remarks, a few days apart. */
async function publishReplies(tx: Tx, today: string, random: RandomBytes): Promise<void> {
  const units = UNITS.map(({ id }) => id);
  for (const period of periodsUpTo(today, MONTHS)) {
    // as the page of cases offers them
    const isOffered = period.kind === 'month' || /^report-.*-q/.test(period.id);
    if (!isOffered || (await remarksBetween(tx, units, period)).length < MIN_N) continue;
    for (const [at, { vi, en }] of REPLIES.entries()) {
      const published = addDays(today, -4 * at - 2);
      await addReply(tx, {
        id: uuid4(random),
        unit: TOP,
        period: period.id,
        vi,
        en,
        published,
        author: AUTHOR,
      });
    }
    return;
  }
}
