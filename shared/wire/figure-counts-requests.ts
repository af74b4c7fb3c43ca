import * as v from 'valibot';
import { AGGREGATIONS, STATISTICS } from '../plan-choices.ts';
import { FORMS } from '../questionnaire.ts';
import { CUTS } from './cuts.ts';
import { dayField, idField } from './day-field.ts';
import { COUNT_FILES } from './figure-counts.ts';

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
