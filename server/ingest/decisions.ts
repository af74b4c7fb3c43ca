import { allCohortReviews, standingsBy } from '../store/cohort-reviews.ts';
import { allReattributions, placesBy } from '../store/reattribution.ts';
import type { Reader } from '../store/store.ts';

/** What people have decided about submissions that come: where they count, and as what. */
export interface Decisions {
  readonly placeOf: ReturnType<typeof placesBy>;
  readonly standingOf: ReturnType<typeof standingsBy>;
}

export async function readDecisions(read: Reader): Promise<Decisions> {
  const [records, reviews] = await Promise.all([allReattributions(read), allCohortReviews(read)]);
  return { placeOf: placesBy(records), standingOf: standingsBy(reviews) };
}
