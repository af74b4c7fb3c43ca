import { invariant } from '../../shared/assert.ts';
import { type Measure, MEASURES } from '../../shared/alert-rule.ts';
import { isSatisfied } from '../../shared/counts.ts';
import { decodeSubmission, type Submission } from '../../shared/submission.ts';
import { bytesOfStored } from './packed-submission.ts';
import { allReattributions, placesBy } from './reattribution.ts';
import type { Reader } from './store.ts';
import { behind } from './submission-ids.ts';

export interface Score {
  forms: number;
  answers: number;
  satisfied: number;
}
/** By place (whose figures a form enters), half-day and measure. */
export type HalfDayScores = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<Measure, Score>>>>;

/** An item that a measure looks at, and how many levels it has. */
export interface MeasuredItem {
  readonly measure: Measure;
  readonly width: number;
}
/** By the items' numbers. */
export type MeasuredItems = ReadonlyMap<number, MeasuredItem>;

const HALF_DAY = /[AP]M$/;

/**
 * Sums the answers of every form of these half-days that nobody has excluded. They stand in the bytes alone, so every row
 * is read: work for a process of its own. Forms that know their half-month only are left out.
 */
export async function sumHalfDays(
  read: Reader,
  { from, to }: { readonly from: string; readonly to: string },
  itemsOf: (submission: Submission) => MeasuredItems,
): Promise<HalfDayScores> {
  const placeOf = placesBy(await allReattributions(read));
  const scores = new Map<string, Map<string, Record<Measure, Score>>>();
  for (let after: string | undefined; ; ) {
    const rows = await read
      .selectFrom('submissions')
      .selectAll()
      .where(behind(after))
      .where('half_day', '>=', from)
      .where('half_day', '<=', to)
      .orderBy('id')
      .limit(2_000)
      .execute();
    if (rows.length === 0) return scores;
    after = rows.at(-1)!.id;
    for (const row of rows) {
      if (row.standing === 'excluded' || !HALF_DAY.test(row.half_day)) continue;
      const submission = decodeSubmission(bytesOfStored(row));
      invariant(submission, 'a stored submission can be read');
      const place = placeOf(submission.sp, row.half_day);
      const days = scores.get(place) ?? new Map<string, Record<Measure, Score>>();
      scores.set(place, days);
      const score = days.get(row.half_day) ?? { overall: nothing(), service: nothing() };
      days.set(row.half_day, score);
      for (const measure of MEASURES) add(score[measure], submission, measure, itemsOf(submission));
    }
  }
}

const nothing = (): Score => ({ forms: 0, answers: 0, satisfied: 0 });

function add(score: Score, { it, a }: Submission, measure: Measure, items: MeasuredItems): void {
  let isAny = false;
  a.forEach((answer, i) => {
    const item = items.get(it[i]!);
    // no opinion, not reached and blank are no levels
    if (item?.measure !== measure || typeof answer !== 'number' || answer < 1) return;
    isAny = true;
    score.answers += 1;
    if (isSatisfied(answer, item.width)) score.satisfied += 1;
  });
  if (isAny) score.forms += 1;
}
