import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import type { UnitName } from './overview.ts';
import { LIST_MOST_BYTES, SHIPPED_LISTS } from './shipped-lists.ts';

/** What the page of fields and procedures exchanges with the server. One list for the whole tree. */

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)),
);
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const name = v.strictObject({ vi: words, en: words });
/** Both days belong to it; null = without an end. */
const dates = { validFrom: day, validTo: v.nullable(day) };
const code = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32), v.regex(/^[A-Za-z0-9_.-]+$/));
/** `POST /api/v1/fields`; `PUT /api/v1/fields/CODE` takes the same without the code. Both answer with `FieldRow`. */
const fieldBody = { name, ...dates };
export const NewFieldSchema = v.strictObject({ code, ...fieldBody });
export const FieldSchema = v.strictObject(fieldBody);
/** `POST /api/v1/procedures`, `PUT /api/v1/procedures/CODE`. `authority`: unit that decides; null = who receives. */
const procedureBody = {
  ...fieldBody,
  field: code,
  authority: v.nullable(v.pipe(v.string(), v.maxLength(64))),
};
export const NewProcedureSchema = v.strictObject({ code, ...procedureBody });
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
  readonly act: 'add' | 'change' | 'same';
}
export interface ListImported {
  readonly steps: readonly ListStep[];
  readonly written: boolean;
}
