import * as v from 'valibot';
import type { Sign } from '../class-counts.ts';
import {
  COHORT_CLASSES,
  type CohortClass,
  type FlagClass,
  REVIEW_DECISIONS,
  type ReviewDecision,
} from '../flag-classes.ts';
import type { Text } from '../questionnaire.ts';
import { REASON_LEAST, REASON_MOST } from './manage-requests.ts';
import type { UnitName } from './overview.ts';

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
export interface ToldFlags {
  readonly forms: number;
  readonly flagged: Told;
  readonly classes: Readonly<Record<FlagClass, Told>>;
}

/** How many forms carry each class; `flagged`: at least one. The server alone knows them. */
export type FlagCounts = Readonly<Record<'forms' | 'flagged' | FlagClass, number>>;

/** A decision as it stands in the record. */
export interface ReviewRow {
  readonly id: string;
  readonly span: string;
  readonly flag: CohortClass;
  readonly decision: ReviewDecision;
  readonly reason: string;
  /** Name of the account that decided. */
  readonly author: string;
  readonly day: string;
}

/** One service point in one half-month that has ended. */
export interface ReviewPoint {
  readonly point: { readonly id: string; readonly name: Text };
  readonly unit: UnitName;
  /** Null: fewer than ten forms, or not counted yet. */
  readonly counts: ToldFlags | null;
  /** Half-days with ten marked forms or more; no number of these: the half-month minus it would tell of others. */
  readonly halfDays: readonly { readonly halfDay: string; readonly forms: number }[];
  /** By which signs it looked unlike itself; empty = it did not. */
  readonly signs: readonly Sign[];
  /** Newest last. */
  readonly reviews: readonly ReviewRow[];
}

/** Forms of a unit and month against the dossiers that it returned: more forms than dossiers ask for a look. */
export interface FormsAgainstDossiers {
  readonly unit: UnitName;
  /** Month id, `month-2026-11`. */
  readonly month: string;
  /** Null below ten. */
  readonly forms: number | null;
  /** Null: no list and no statistics were brought in for the month. */
  readonly returned: number | null;
  /** Take-up: forms in percent of the dossiers returned, one decimal; null where either is not known. */
  readonly takeUp: number | null;
  /** How many forms there are above the dossiers returned; null where either is not known, 0 where there are none. */
  readonly above: number | null;
}

/** `GET /api/v1/reviews?unit=…&halfMonth=2026-11/1` → what a reviewer looks at. */
export interface ReviewView {
  readonly unit: UnitName;
  readonly halfMonth: string;
  /** Half-months that have ended, the newest first: what can be asked for. */
  readonly halfMonths: readonly string[];
  readonly points: readonly ReviewPoint[];
  readonly dossiers: readonly FormsAgainstDossiers[];
}
