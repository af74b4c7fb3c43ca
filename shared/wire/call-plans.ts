import * as v from 'valibot';
import type { CaseCounts, Rate } from '../aapor.ts';
import { type Outcome, type Queue, QUEUES } from '../calls.ts';
import type { Text } from '../questionnaire.ts';
import { dayField, idField } from './day-field.ts';

/** Plans of calls: what managers' pages ask of the server, and what they get. No answer, no number, no dossier. */

/** One plan; a larger one is not called in the thirty days for which a number is kept. */
export const WANTED_MOST = 5_000;

/** `POST /api/v1/call-plans/preview` → `PlanPreview`; `POST /api/v1/call-plans` → `PlanView`. */
export const PlanAskedSchema = v.pipe(
  v.strictObject({
    unit: idField,
    queue: v.picklist(QUEUES),
    /** Days on which the dossiers were returned, both inside. */
    from: dayField,
    to: dayField,
    /** Of the sample; null = all, as of the late ones. */
    wanted: v.nullable(
      v.pipe(v.number(), v.integer('wrong'), v.minValue(1, 'wrong'), v.maxValue(WANTED_MOST, 'too-many')),
    ),
    /** Last day of calls. */
    ends: dayField,
  }),
  v.forward(
    v.check(({ from, to }) => from <= to, 'order'),
    ['to'],
  ),
  v.forward(
    v.check(({ queue, wanted }) => (queue === 'sample') === (wanted !== null), 'needed'),
    ['wanted'],
  ),
);
export type PlanAsked = v.InferOutput<typeof PlanAskedSchema>;

interface Named {
  readonly id: string;
  readonly name: Text;
}

/** Dossiers of a stratum, and why not all of them could be drawn. */
export interface StratumRow {
  readonly point: Named;
  readonly field: Named;
  readonly population: number;
  readonly noNumber: number;
  readonly drawnBefore: number;
  readonly suppressed: number;
  readonly drawn: number;
}
export interface PlanPreview {
  /** The campaign whose questions are asked. */
  readonly campaign: Named;
  readonly strata: readonly StratumRow[];
}

export interface PlanRow {
  readonly id: string;
  readonly unit: Named;
  readonly queue: Queue;
  readonly from: string;
  readonly to: string;
  readonly made: string;
  readonly ends: string;
  readonly closed: string | null;
  readonly drawn: number;
  /** Cases that have ended, and of them complete and partial interviews. */
  readonly ended: number;
  readonly interviews: number;
}
export interface PlanList {
  readonly plans: readonly PlanRow[];
  readonly units: readonly Named[];
  /** Days for which a number is kept after the dossier was returned. */
  readonly phoneDays: number;
}

/** What became of the cases of a unit, or of those that an interviewer ended. */
export interface RateRow {
  /** Of an interviewer the name of the account in both languages; null = nobody called. */
  readonly name: Text | null;
  /** Cases that have ended. */
  readonly cases: number;
  readonly groups: CaseCounts;
  readonly rates: readonly Rate[];
}

/** `GET /api/v1/call-plans/ID`. */
export interface PlanView extends PlanRow {
  readonly campaign: Named;
  readonly by: string | null;
  readonly wanted: number | null;
  readonly seed: string | null;
  readonly strata: readonly (StratumRow & { readonly ended: number; readonly interviews: number })[];
  /** Ended cases by outcome; `UNTRIED`: nobody called. */
  readonly outcomes: Readonly<Partial<Record<Outcome | 'UNTRIED', number>>>;
  readonly whole: RateRow;
  readonly units: readonly RateRow[];
  readonly interviewers: readonly RateRow[];
  readonly attempts: number;
  /** Attempts outside of the hours, of the number of calls or days, after the end, by a clock that nobody knows. */
  readonly flagged: number;
  /** Attempts by an interviewer on duty at the very counter. */
  readonly ownCounter: number;
}
