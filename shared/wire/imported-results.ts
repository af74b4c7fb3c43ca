import * as v from 'valibot';
import type { Text, VersionName } from '../questionnaire.ts';
import type { Answer } from './answer-parts.ts';
import type { FileFault } from './dossier-requests.ts';
import type { ImportedPointSchema, ImportedResultsSchema, ImportedScoreSchema } from './imported-answers.ts';
import { REASON_LEAST, REASON_MOST } from '../reason-length.ts';

/** Tables of former years: how they are taken in, and what is told of them. */

export type ImportedScore = Answer<typeof ImportedScoreSchema>;
export type ImportedPoint = Answer<typeof ImportedPointSchema>;
export type ImportedResults = Answer<typeof ImportedResultsSchema>;

/** Of a file, before it is packed for the wire. */
export const TABLES_MOST_BYTES = 3 * 2 ** 20;
/** A province with four tables of 39 items for each of 120 communes. */
export const TABLES_MOST_ROWS = 20_000;

/** Columns of a file, in the order of the template; `level1` … `level5` from very dissatisfied to very satisfied. */
export const TABLE_COLUMNS = [
  'unit',
  'unitName',
  'period',
  'form',
  'item',
  'itemName',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'noOpinion',
  'forms',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Why a file is not taken; each is told with its row. */
export const TABLE_FAULTS = [
  'column', // a column of the template is missing
  'needed',
  'unit', // no such unit in the scope
  'period', // no reporting period
  'not-ended',
  'form', // no form that is known
  'item', // the form has no such item
  'count', // no whole number
  'sum', // more answers to an item than forms
  'twice',
  'differs', // form or number of forms is another one than in the first row of the same table
  'items-missing', // an area must be there whole or not at all
  'too-many', // more faults than are told
] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];
export interface FaultyCell {
  readonly row: number;
  readonly column: TableColumn | null;
  readonly why: TableFault;
}
export const TABLE_FAULTS_SHOWN = 200;

const reason = v.pipe(v.string(), v.trim(), v.minLength(REASON_LEAST, 'needed'), v.maxLength(REASON_MOST));

/** `POST /api/v1/imported-results` → `TablesLook`. The whole file is taken, or nothing of it. */
export const TakeTablesSchema = v.strictObject({
  /** The bytes of the file in base64. */
  file: v.pipe(v.string(), v.base64(), v.maxLength(Math.ceil((TABLES_MOST_BYTES * 4) / 3) + 4)),
  /** False: only says what would be done. */
  write: v.boolean(),
  /** Needed where a table that is there would become another one. */
  reason: v.nullable(reason),
});
export type TakeTables = v.InferOutput<typeof TakeTablesSchema>;

/** A table of a unit and a period, as it would be taken. */
export interface LookedTable {
  readonly unit: { readonly id: string; readonly name: Text };
  readonly period: string;
  readonly form: VersionName;
  readonly formName: Text;
  readonly forms: number;
  readonly items: number;
  readonly act: 'add' | 'change' | 'same';
  /** Share of levels 4 and 5, all answers together: to be compared with what was printed then. */
  readonly policy: ImportedScore;
  readonly service: ImportedScore;
}
export interface TablesLook {
  readonly refused: FileFault | null;
  readonly faults: readonly FaultyCell[];
  readonly tables: readonly LookedTable[];
  readonly written: boolean;
}

/** A table that is there. */
export interface ImportedTable {
  readonly unit: { readonly id: string; readonly name: Text };
  readonly period: string;
  readonly formName: Text;
  /** Null below the threshold. */
  readonly forms: number | null;
  readonly file: string;
  readonly day: string;
  readonly by: string | null;
  readonly reason: string | null;
}
export interface KnownForm {
  readonly form: VersionName;
  /** As a file names it, `sp33 1`. */
  readonly code: string;
  readonly name: Text;
  readonly items: number;
}
/** `GET /api/v1/imported-results/tables`, and the answer to a removal. */
export interface ImportedTables {
  readonly tables: readonly ImportedTable[];
  readonly forms: readonly KnownForm[];
}

/** `POST /api/v1/imported-results/remove`: everything in the scope that stands as this file left it. */
export const RemoveTablesSchema = v.strictObject({ file: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** `GET /api/v1/imported-results/template?unit=…&period=…&form=sp33+1&file=xlsx|csv` */
export const TEMPLATE_FILES = ['xlsx', 'csv'] as const;
export type TemplateFile = (typeof TEMPLATE_FILES)[number];
