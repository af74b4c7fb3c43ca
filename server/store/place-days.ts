import { invariant } from '../../shared/assert.ts';
import { type ClassCounts, classesOf, sumOfCounts } from '../../shared/class-counts.ts';
import { halfMonthOf, nextHalfMonth } from '../../shared/period.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import { bytesOfStored } from './packed-submission.ts';
import { allReattributions, placesBy } from './reattribution.ts';
import type { Reader } from './store.ts';
import { behind } from './submission-ids.ts';

/** Coarse counts of the forms of one place and half-day from its tablets or from phones. They never leave the server. */
export interface HalfDayCounts {
  readonly place: string;
  readonly halfDay: string;
  readonly channel: 'kiosk' | 'qr';
  readonly counts: ClassCounts;
}

/**
 * Counts every submission of these half-months that nobody has excluded, by the place whose figures it enters. The
 * classes stand in the bytes alone, so every row is read: work for the night.
 */
export async function countHalfDays(read: Reader, halfMonths: readonly string[]): Promise<HalfDayCounts[]> {
  const wanted = new Set(halfMonths);
  const placeOf = placesBy(await allReattributions(read));
  const cells = new Map<string, HalfDayCounts>();
  for (let after: string | undefined; ; ) {
    const rows = await pageOf(read, halfMonths, after);
    if (rows.length === 0) return [...cells.values()];
    after = rows.at(-1)!.id;
    for (const row of rows) {
      if (row.standing === 'excluded' || !wanted.has(halfMonthOf(row.half_day))) continue;
      const submission = decodeSubmission(bytesOfStored(row));
      invariant(submission, 'a stored submission can be read');
      const { sp, ch } = submission;
      if (ch !== 'kiosk' && ch !== 'qr') continue;
      const place = placeOf(sp, row.half_day);
      const key = [place, row.half_day, ch].join('\n');
      const one = classesOf(submission);
      const cell = cells.get(key);
      const counts = cell ? sumOfCounts([cell.counts, one]) : one;
      cells.set(key, { place, halfDay: row.half_day, channel: ch, counts });
    }
  }
}

/** The months only narrow the search: half-months and half-days sort apart. */
function pageOf(read: Reader, halfMonths: readonly string[], after: string | undefined) {
  return read
    .selectFrom('submissions')
    .selectAll()
    .where(behind(after))
    .where('half_day', '>=', halfMonths[0]!.slice(0, 7))
    .where('half_day', '<', nextHalfMonth(`${halfMonths.at(-1)!.slice(0, 7)}/2`).slice(0, 7))
    .orderBy('id')
    .limit(2_000)
    .execute();
}
