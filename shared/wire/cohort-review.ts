import * as v from 'valibot';
import { COHORT_CLASSES, type FlagClass, REVIEW_DECISIONS } from '../flag-classes.ts';
import { REASON_LEAST, REASON_MOST } from '../reason-length.ts';
import type { Answer } from './answer-parts.ts';
import type {
  ToldFlagsSchema,
  ReviewRowSchema,
  ReviewPointSchema,
  FormsAgainstDossiersSchema,
  ReviewViewSchema,
} from './check-answers.ts';

/**
 * Review of cohorts: what of a service point's flagged forms counts. A cohort is a service point, a half-day or
 * half-month, and a class; nobody decides about one form, and no count of fewer than ten forms is told.
 */

const SPAN = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(AM|PM)|\/[12])$/;

/** `POST /api/v1/reviews` → `ReviewMade`. */
export const CohortReviewSchema = v.strictObject({
  point: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** `2026-11-20AM` or `2026-11/2`, as the bytes have it; it must be over. */
  span: v.pipe(v.string(), v.regex(SPAN)),
  flag: v.picklist(COHORT_CLASSES),
  decision: v.picklist(REVIEW_DECISIONS),
  reason: v.pipe(v.string(), v.trim(), v.minLength(REASON_LEAST), v.maxLength(REASON_MOST)),
});

export interface ReviewMade {
  readonly id: string;
  /** Forms whose standing the decision changed; null where that is none to nine. */
  readonly forms: number | null;
}

/** A number of forms; `few`: one to nine, `most`: all but one to nine. */
export type Told = number | 'few' | 'most';
export type ToldFlags = Answer<typeof ToldFlagsSchema>;

/** How many forms carry each class; `flagged`: at least one. The server alone knows them. */
export type FlagCounts = Readonly<Record<'forms' | 'flagged' | FlagClass, number>>;

/** A decision as it stands in the record. */
export type ReviewRow = Answer<typeof ReviewRowSchema>;

/** One service point in one half-month that has ended. */
export type ReviewPoint = Answer<typeof ReviewPointSchema>;

/** Forms of a unit and month against the dossiers that it returned: more forms than dossiers ask for a look. */
export type FormsAgainstDossiers = Answer<typeof FormsAgainstDossiersSchema>;

/** `GET /api/v1/reviews?unit=…&halfMonth=2026-11/1` → what a reviewer looks at. */
export type ReviewView = Answer<typeof ReviewViewSchema>;
