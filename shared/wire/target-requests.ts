import * as v from 'valibot';
import { dayField, idField, textField } from './day-field.ts';
import type { Target, UnitName } from './overview.ts';

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
export interface TargetStep {
  readonly percent: number | null;
  readonly source: Target['source'];
  readonly from: string;
  /** Last day; null = until changed. Before `from`: replaced before it ever held. */
  readonly to: string | null;
  readonly at: number | null;
  /** Null: set up with the installation. */
  readonly who: string | null;
}

export interface TargetLine {
  readonly unit: UnitName;
  readonly year: number;
  readonly field: string | null;
  /** In force today, or on the first day of a year to come; null = none. */
  readonly percent: number | null;
  /** Newest first. */
  readonly history: readonly TargetStep[];
}

/** `GET /api/v1/targets` */
export interface TargetList {
  readonly today: string;
  /** Reporting years that can still be changed, each with its first and last day. */
  readonly years: readonly { readonly year: number; readonly from: string; readonly to: string }[];
  readonly targets: readonly TargetLine[];
  readonly fields: readonly { readonly code: string; readonly name: Target['source'] }[];
}
