import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { dayField, idField } from './day-field.ts';
import { REPORT_FILES } from './survey-report.ts';

/** `POST /api/v1/report/files`: the report as a file; that it left is written to the audit log. */
export const ReportFileSchema = v.strictObject({
  unit: idField,
  period: v.pipe(v.string(), v.maxLength(40)),
  form: v.picklist(FORMS),
  asOf: v.optional(dayField),
  file: v.picklist(REPORT_FILES),
  language: v.picklist(['vi', 'en']),
});
