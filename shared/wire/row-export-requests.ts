import * as v from 'valibot';
import { idField } from './day-field.ts';
import { ROW_FILES } from './row-exports.ts';

/** `POST /api/v1/exports`: prepares a file; it is made while it is fetched, from one state of the data. */
export const AskExportSchema = v.strictObject({
  unit: idField,
  /** Null: all that is stored. A package knows no other. */
  period: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  file: v.picklist(ROW_FILES),
  language: v.picklist(['vi', 'en']),
});
