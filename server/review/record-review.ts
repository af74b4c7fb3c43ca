import { daysOfHalfMonth, halfDayAt, halfMonthOf, addDays } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import type { CohortClass, ReviewDecision } from '../../shared/flag-classes.ts';
import type { ReviewMade } from '../../shared/wire/cohort-review.ts';
import { audited } from '../audited.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { note } from '../store/audit.ts';
import { loadCatalogue, tallyContext } from '../store/catalogue.ts';
import { reviewCohort } from '../store/cohort-reviews.ts';
import { addEntry } from '../store/entries.ts';
import { allReattributions, placesBy, type Reattribution } from '../store/reattribution.ts';
import { talliedOnlyUntil } from '../store/settings.ts';

interface Asked {
  readonly point: string;
  readonly span: string;
  readonly flag: CohortClass;
  readonly decision: ReviewDecision;
  readonly reason: string;
}

/**
 * Records a decision about a cohort with its entry of the nightly root and its line of the audit log, and moves the
 * figures, all in one transaction. The point, and every place where the cohort counts by now, are in the scope of
 * whoever decides.
 */
export function recordReview(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  { account, scope, today }: Caller,
  asked: Asked,
): Promise<ReviewMade> {
  const { point, span } = asked;
  if (!scope.points.has(point)) throw new ProblemError('not-found');
  const nowMs = deps.clock();
  // an open half-day or half-month would take away forms that nobody has looked at
  if (span >= (span.includes('/') ? halfMonthOf(today) : halfDayAt(nowMs))) throw invalid('span', 'too-late');
  return deps.store.write(async (tx) => {
    // what is only tallied cannot be told apart any more
    if (halfMonthOf(span) <= (await talliedOnlyUntil(tx))) throw invalid('span', 'too-early');
    const places = placesOf(await allReattributions(tx), point, span);
    if (!places.every((place) => scope.points.has(place))) throw new ProblemError('not-possible');
    const context = tallyContext(await loadCatalogue(tx), nowMs);
    const { id, changed } = await reviewCohort(tx, { ...asked, author: account.id, day: today }, context);
    const facts = { id, ...asked };
    await addEntry(tx, { kind: 'review', day: today, by: account.id, facts });
    const { point: subject, ...details } = facts;
    await note(
      tx,
      audited(deps, { account: account.id, unit: account.unit, what: 'review-cohort', subject, details }),
    );
    return { id, forms: changed < MIN_N ? null : changed };
  });
}

/** Where the forms of a point and span may count. */
function placesOf(records: readonly Reattribution[], point: string, span: string): string[] {
  const placeOf = placesBy(records);
  if (!span.includes('/')) return [placeOf(point, span)];
  const { from, to } = daysOfHalfMonth(span);
  const places = new Set([placeOf(point, span)]);
  for (let day = from; day <= to; day = addDays(day, 1)) places.add(placeOf(point, `${day}AM`));
  return [...places];
}
