import * as v from 'valibot';
import { QUEUES } from '../calls.ts';
import type { Text } from '../questionnaire.ts';
import { dayField, idField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type {
  StratumRowSchema,
  PlanRowSchema,
  PlanListSchema,
  RateRowSchema,
  PlanViewSchema,
} from './dossier-answers.ts';

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
export type StratumRow = Answer<typeof StratumRowSchema>;
export interface PlanPreview {
  /** The campaign whose questions are asked. */
  readonly campaign: Named;
  readonly strata: readonly StratumRow[];
}

export type PlanRow = Answer<typeof PlanRowSchema>;
export type PlanList = Answer<typeof PlanListSchema>;

/** What became of the cases of a unit, or of those that an interviewer ended. */
export type RateRow = Answer<typeof RateRowSchema>;

/** `GET /api/v1/call-plans/ID`. */
export type PlanView = Answer<typeof PlanViewSchema>;
