import { invariant } from '../../shared/assert.ts';
import { halfMonthOf, nextHalfMonth } from '../../shared/period.ts';
import { decodeSubmission, type Standing } from '../../shared/submission.ts';
import { always } from './many.ts';
import { bytesOfStored } from './packed-submission.ts';
import type { Reader, Tx } from './store.ts';
import { behind } from './submission-ids.ts';
import type { Tables } from './tables.ts';
import { addToTallies, takeFromTallies, type TallyContext } from './tallies.ts';
import type { Accepted } from './tally-cells.ts';

/**
 * Re-attribution: what a unit that was set up wrongly took under another service point's name. The bytes stay as
 * they were sealed; figures follow the record, those of submissions that come later too. Promised: after each record
 * the tallies equal a recount byte for byte, and served figures move by the release step alone.
 */
export interface Reattribution {
  /** Sorts by the order in which records were made: a later one is about what the earlier ones left. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Local days, both inside; a half-month belongs to it by any of its days. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  /** Account, or the word for what acted. */
  readonly author: string;
  readonly day: string;
}

const records = always<Tables['reattributions']>('select * from reattributions order by id');

export async function allReattributions(read: Reader): Promise<Reattribution[]> {
  return (await records(read)).map((row) => ({
    id: row.id,
    from: row.from_point,
    to: row.to_point,
    fromDay: row.from_day,
    toDay: row.to_day,
    reason: row.reason,
    author: row.author,
    day: row.day,
  }));
}

function covers({ fromDay, toDay }: Pick<Reattribution, 'fromDay' | 'toDay'>, date: string): boolean {
  if (date.includes('/')) return halfMonthOf(fromDay) <= date && date <= halfMonthOf(toDay);
  const day = date.slice(0, 10);
  return fromDay <= day && day <= toDay;
}

/** The service point whose figures a submission enters, from what its bytes and its business date say. */
export function placesBy(records: readonly Reattribution[]): (point: string, date: string) => string {
  return (point, date) =>
    records.reduce(
      (place, record) => (place === record.from && covers(record, date) ? record.to : place),
      point,
    );
}

/** Makes the record and moves the figures of everything it covers; returns its id and how many moved. */
export async function reattribute(
  tx: Tx,
  asked: Omit<Reattribution, 'id'>,
  context: TallyContext,
): Promise<{ readonly id: string; readonly moved: number }> {
  const before = await allReattributions(tx);
  const id = `r${String(before.length + 1).padStart(6, '0')}`;
  const placeBefore = placesBy(before);
  let moved = 0;
  for (let after: string | undefined; ; ) {
    const rows = await submissionsUpTo(tx, asked, after);
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    const leaving = rows.flatMap((row): Accepted[] => {
      const submission = decodeSubmission(bytesOfStored(row));
      invariant(submission, 'a stored submission can be read');
      const place = placeBefore(submission.sp, row.half_day);
      if (place !== asked.from || !covers(asked, row.half_day)) return [];
      return [{ submission, place, halfDay: row.half_day, standing: row.standing as Standing }];
    });
    await takeFromTallies(tx, leaving, context);
    await addToTallies(
      tx,
      leaving.map((one) => ({ ...one, place: asked.to })),
      context,
    );
    moved += leaving.length;
  }
  await tx
    .insertInto('reattributions')
    .values({
      id,
      from_point: asked.from,
      to_point: asked.to,
      from_day: asked.fromDay,
      to_day: asked.toDay,
      reason: asked.reason,
      author: asked.author,
      day: asked.day,
    })
    .execute();
  return { id, moved };
}

/** The dates only narrow the search: half-months and half-days sort apart, `covers` decides. */
function submissionsUpTo(
  read: Reader,
  asked: Pick<Reattribution, 'fromDay' | 'toDay'>,
  after: string | undefined,
) {
  return read
    .selectFrom('submissions')
    .selectAll()
    .where(behind(after))
    .where('half_day', '>=', asked.fromDay.slice(0, 7))
    .where('half_day', '<', nextHalfMonth(`${asked.toDay.slice(0, 7)}/2`).slice(0, 7))
    .orderBy('id')
    .limit(2_000)
    .execute();
}
