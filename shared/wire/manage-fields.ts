import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { codeField, dayField, idField, textField } from './day-field.ts';
import type { UnitName } from './overview.ts';
import { LIST_MOST_BYTES, SHIPPED_LISTS } from './shipped-lists.ts';

/** What the page of fields and procedures exchanges with the server. One list for the whole tree. */

const name = textField(300);
/** Both days belong to it; null = without an end. */
const dates = { validFrom: dayField, validTo: v.nullable(dayField) };
/** `POST /api/v1/fields`; `PUT /api/v1/fields/CODE` takes the same without the code. Both answer with `FieldRow`. */
const fieldBody = { name, ...dates };
export const NewFieldSchema = v.strictObject({ code: codeField, ...fieldBody });
export const FieldSchema = v.strictObject(fieldBody);
/** `POST /api/v1/procedures`, `PUT /api/v1/procedures/CODE`. `authority`: unit that decides; null = who receives. */
const procedureBody = {
  ...fieldBody,
  field: idField,
  authority: v.nullable(idField),
};
export const NewProcedureSchema = v.strictObject({ code: codeField, ...procedureBody });
export const ProcedureSchema = v.strictObject(procedureBody);

export interface FieldRow {
  readonly code: string;
  readonly name: Text;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Service points of the scope that offer it. */
  readonly points: number;
  readonly procedures: number;
}
export interface ProcedureRow extends Omit<FieldRow, 'points' | 'procedures'> {
  readonly field: string;
  readonly authority: UnitName | null;
}

/** `GET /api/v1/fields`: all, also those that have ended. */
export interface FieldList {
  readonly fields: readonly FieldRow[];
  readonly procedures: readonly ProcedureRow[];
  /** Only an account of the top unit changes what holds for the whole tree. */
  readonly mayChange: boolean;
}

/**
 * `POST /api/v1/fields/import` → `ListImported`, or `invalid` with faults at `lines.LINE.COLUMN`. With `write` false
 * nothing is written: what would be done is answered.
 */
export const ImportSchema = v.strictObject({
  list: v.variant('from', [
    v.strictObject({ from: v.literal('file'), text: v.pipe(v.string(), v.maxLength(LIST_MOST_BYTES)) }),
    v.strictObject({ from: v.literal('shipped'), name: v.picklist(SHIPPED_LISTS) }),
  ]),
  write: v.boolean(),
});
export interface ListStep {
  readonly line: number;
  readonly kind: 'field' | 'procedure';
  readonly code: string;
  readonly name: Text;
  /** `end`: a procedure that the list does not name ends with its field, on whose line this stands. */
  readonly act: 'add' | 'change' | 'end' | 'same';
}
export interface ListImported {
  readonly steps: readonly ListStep[];
  readonly written: boolean;
}
