import * as v from 'valibot';
import { dayField, idField, textField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { TargetStepSchema, TargetLineSchema, TargetListSchema } from './plan-answers.ts';

/** Targets: the managers' page of them. A change is a new row; what was in force on a day stays so. */

const SOURCE_MOST = 200;
const tenths = (percent: number) => Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;

/** `POST /api/v1/targets` → `TargetLine`. */
export const TargetSchema = v.strictObject({
  unit: idField,
  /** Reporting year: from 15 December of the year before to 14 December. */
  year: v.pipe(v.number(), v.integer('wrong')),
  /** Code of a field; null = all fields together. */
  field: v.nullable(idField),
  /** Null: no target any more from that day on. */
  percent: v.nullable(
    v.pipe(v.number(), v.minValue(1, 'wrong'), v.maxValue(100, 'wrong'), v.check(tenths, 'wrong')),
  ),
  source: textField(SOURCE_MOST),
  /** First local day on which it is in force. */
  from: dayField,
});
export type TargetAsked = v.InferOutput<typeof TargetSchema>;

/** One step in the history of a target. */
export type TargetStep = Answer<typeof TargetStepSchema>;

export type TargetLine = Answer<typeof TargetLineSchema>;

/** `GET /api/v1/targets` */
export type TargetList = Answer<typeof TargetListSchema>;
