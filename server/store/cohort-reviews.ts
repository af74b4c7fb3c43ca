import { isOutsideIndex } from '../../shared/calls.ts';
import { invariant } from '../../shared/assert.ts';
import { daysOfHalfMonth, halfMonthOf } from '../../shared/period.ts';
import { decodeSubmission, isFlagged, type Standing, type Submission } from '../../shared/submission.ts';
import type { CohortClass, ReviewDecision } from '../../shared/flag-classes.ts';
import { always } from './many.ts';
import { bytesOfStored } from './packed-submission.ts';
import { allReattributions, placesBy } from './reattribution.ts';
import type { Reader, Tx } from './store.ts';
import { behind } from './submission-ids.ts';
import type { Tables } from './tables.ts';
import { changeTallies, type TallyContext } from './tallies.ts';
import type { Accepted } from './tally-cells.ts';

/**
 * Review of cohorts: a reviewer takes flagged forms out of the figures, or back in, never one form. The standing of a
 * submission is a function of its bytes, its business date and the decisions in their order, so what arrives late
 * falls under the decision about its cohort. A cohort names the service point of the bytes: a re-attribution moves
 * figures, and the decision goes along. Promised: after each decision the tallies equal a recount byte for byte, and
 * served figures move by the release step alone.
 */
export interface CohortReview {
  /** Sorts by the order in which decisions were made: of two about one submission the later one holds. */
  readonly id: string;
  readonly point: string;
  /** Half-day or half-month. A half-month holds its half-days. */
  readonly span: string;
  readonly flag: CohortClass;
  readonly decision: ReviewDecision;
  readonly reason: string;
  /** Account. */
  readonly author: string;
  readonly day: string;
}

const decisions = always<Tables['cohort_reviews']>('select * from cohort_reviews order by id');

export async function allCohortReviews(read: Reader): Promise<CohortReview[]> {
  return (await decisions(read)).map(({ service_point, flag, decision, ...row }) => ({
    ...row,
    point: service_point,
    flag: flag as CohortClass,
    decision: decision as ReviewDecision,
  }));
}

type Cohort = Pick<CohortReview, 'point' | 'span' | 'flag'>;

const holds = ({ point, span, flag }: Cohort, { sp, q }: Submission, date: string) =>
  sp === point &&
  (flag === 'any' || q[flag] === 1) &&
  (span === date || (span.includes('/') && halfMonthOf(date) === span));

/** The standing of a submission by its bytes, its business date and these decisions. */
export function standingsBy(
  reviews: readonly CohortReview[],
): (submission: Submission, date: string) => Standing {
  return (submission, date) => {
    // interviews about late dossiers are kept and enter no figure, whatever anybody decides
    if (isOutsideIndex(submission)) return 'excluded';
    if (!isFlagged(submission)) return 'counted';
    const last = reviews.findLast((review) => holds(review, submission, date));
    return last?.decision === 'exclude' ? 'excluded' : 'flagged';
  };
}

/** Makes the decision and moves the figures of its cohort; returns its id and how many forms changed their standing. */
export async function reviewCohort(
  tx: Tx,
  asked: Omit<CohortReview, 'id'>,
  context: TallyContext,
): Promise<{ readonly id: string; readonly changed: number }> {
  const before = await allCohortReviews(tx);
  const last = Number(before.at(-1)?.id.slice(1) ?? 0);
  const id = `v${String(last + 1).padStart(6, '0')}`;
  const standingOf = standingsBy([...before, { ...asked, id }]);
  const placeOf = placesBy(await allReattributions(tx));
  const [removed, added]: [Accepted[], Accepted[]] = [[], []];
  for (let after: string | undefined; ; ) {
    const rows = await flaggedIn(tx, asked.span, after);
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    for (const row of rows) {
      const submission = decodeSubmission(bytesOfStored(row));
      invariant(submission, 'a stored submission can be read');
      if (!holds(asked, submission, row.half_day)) continue;
      const [was, is] = [row.standing as Standing, standingOf(submission, row.half_day)];
      if (was === is) continue;
      const one = { submission, place: placeOf(submission.sp, row.half_day), halfDay: row.half_day };
      removed.push({ ...one, standing: was });
      added.push({ ...one, standing: is });
      await tx.updateTable('submissions').set({ standing: is }).where('id', '=', row.id).execute();
    }
  }
  await changeTallies(tx, { added, removed }, context);
  const { point, ...record } = asked;
  await tx
    .insertInto('cohort_reviews')
    .values({ ...record, id, service_point: point })
    .execute();
  return { id, changed: added.length };
}

/** What a decision about a span can concern; which of it is of the cohort stands in the bytes. */
function flaggedIn(read: Reader, span: string, after: string | undefined) {
  const { from, to } = daysOfHalfMonth(halfMonthOf(span));
  const [first, last] = span.includes('/') ? [from, `${to}PM`] : [span, span];
  return read
    .selectFrom('submissions')
    .selectAll()
    .where(behind(after))
    .where('standing', '!=', 'counted')
    .where((eb) =>
      eb.or([eb('half_day', '=', span), eb.and([eb('half_day', '>=', first), eb('half_day', '<=', last)])]),
    )
    .orderBy('id')
    .limit(2_000)
    .execute();
}
