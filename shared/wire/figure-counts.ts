import * as v from 'valibot';
import { AGGREGATIONS, STATISTICS } from '../plan-choices.ts';
import { FORMS } from '../questionnaire.ts';
import { type Cut, type CutFigure, type CutRow, CUTS, type FigureSums } from './cuts.ts';
import { dayField, idField } from './day-field.ts';

/** The table of a cut as a file: what the page shows, for every group at once, with the whole numbers behind each figure. */

export const COUNT_FILES = ['xlsx', 'csv', 'json'] as const;
export type CountFile = (typeof COUNT_FILES)[number];

/** `POST /api/v1/counts/files`: that it left is written to the audit log. */
export const CountFileSchema = v.strictObject({
  unit: idField,
  period: v.pipe(v.string(), v.maxLength(40)),
  form: v.picklist(FORMS),
  by: v.picklist(CUTS),
  asOf: v.optional(dayField),
  statistic: v.optional(v.picklist(STATISTICS)),
  aggregation: v.optional(v.picklist(AGGREGATIONS)),
  file: v.picklist(COUNT_FILES),
  language: v.picklist(['vi', 'en']),
});

export interface CountedFigure extends CutFigure {
  /** Of a figure that is served. */
  readonly sums: FigureSums | null;
}

export interface CountedRow extends Omit<CutRow, 'figures'> {
  readonly figures: readonly CountedFigure[];
}

/** The JSON file: a cut with its sums. */
export interface FigureCounts extends Omit<Cut, 'rows'> {
  readonly kind: 'sipas-counts-1';
  readonly rows: readonly CountedRow[];
}
