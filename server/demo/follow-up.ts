import type { RandomBytes } from '../../shared/ids.ts';
import { uuid4 } from '../../shared/ids.ts';
import { addDays, mondayOf, periodsUpTo } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import { handOver } from '../cases/hand-over-remarks.ts';
import { remarksBetween } from '../store/stored-cases.ts';
import { addReply } from '../store/replies.ts';
import type { Tx } from '../store/store.ts';
import { TOP, UNITS } from './lam-khe.ts';

/** Weeks that the oldest remarks of the story go back. */
const WEEKS = 5;

/**
 * Eighteen open comments, three of them older than fifteen days: remarks are handed over week by week, as they would have
 * been. What the province has answered stands on tablets, pages and posters, where there were ten of them in a period.
 */
export async function followUp(tx: Tx, today: string, random: RandomBytes): Promise<void> {
  const monday = mondayOf(today);
  for (let week = WEEKS; week >= 0; week--) await handOver(tx, addDays(monday, -7 * week), random);
  const units = UNITS.map(({ id }) => id);
  for (const period of periodsUpTo(today).toReversed()) {
    if (period.kind === 'half' || (await remarksBetween(tx, units, period)).length < MIN_N) continue;
    await addReply(tx, {
      id: uuid4(random),
      unit: TOP,
      period: period.id,
      vi: {
        said: 'Sáng thứ Hai rất đông, phải chờ lâu mới đến lượt.',
        did: 'Mỗi trung tâm mở thêm một quầy vào sáng thứ Hai và kê thêm ghế ở khu vực chờ.',
      },
      en: {
        said: 'Monday mornings are crowded and the wait is long.',
        did: 'Each centre opens one more counter on Monday mornings and has more seats.',
      },
      published: today,
      author: 'demo',
    });
    return;
  }
}
