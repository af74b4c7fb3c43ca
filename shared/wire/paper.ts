import * as v from 'valibot';
import { NOTE_MOST } from '../code-limits.ts';
import type { FormKind, Text } from '../questionnaire.ts';
import { idField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { PaperBatchRowSchema } from './counted-answers.ts';

/** Forms on paper: what managers' and staff's pages ask of the server about batches and their keying, and what they get. */

/** Why a returned form cannot be keyed. One on which fewer than half of the items are answered is keyed, and not valid. */
export const UNUSABLE = ['empty', 'unreadable', 'other-form'] as const;
export type Unusable = (typeof UNUSABLE)[number];

export const PRINTED_MOST = 5_000;

/** What is keyed at one place of a form: a level, 0 no opinion, "b" left blank or marked twice. */
export const KEYED = [0, 1, 2, 3, 4, 5, 'b'] as const;
export type Keyed = (typeof KEYED)[number];
/** The questions about the person, after the items, each with how many boxes it has; they have no "no opinion". */
export const ABOUT = [
  { name: 'sex', most: 2 },
  { name: 'age', most: 5 },
  { name: 'kind', most: 2 },
] as const;
export type AboutName = (typeof ABOUT)[number]['name'];

/** Whether what was keyed can stand at a place of a form with so many items. */
export function fitsPlace(keyed: Keyed, place: number, items: number): boolean {
  const about = ABOUT[place - items];
  return keyed === 'b' || about === undefined || (keyed >= 1 && keyed <= about.most);
}

interface Named {
  readonly id: string;
  readonly name: Text;
}

/** `GET /api/v1/paper/batches` → `PaperBatchRow[]`, the newest first. Nothing in it is about one form. */
export type PaperBatchRow = Answer<typeof PaperBatchRowSchema>;

/** `GET /api/v1/paper/options`: what a new batch can be made for. */
export interface PaperOptions {
  /** The present half-month, the next one and those before, the newest first. */
  readonly halfMonths: readonly string[];
  readonly points: readonly (Named & {
    readonly unit: Named;
    readonly fields: readonly { readonly code: string; readonly name: Text }[];
    readonly campaigns: readonly (Named & {
      readonly starts: string;
      readonly ends: string | null;
      readonly form: FormKind;
    })[];
  })[];
}

const printed = v.pipe(
  v.number(),
  v.integer('wrong'),
  v.minValue(1, 'wrong'),
  v.maxValue(PRINTED_MOST, 'too-many'),
);
/** `POST /api/v1/paper/batches` → `PaperBatchView`. */
export const NewPaperBatchSchema = v.strictObject({
  point: idField,
  field: v.nullable(idField),
  campaign: idField,
  form: v.picklist(['full', 'express']),
  language: v.picklist(['vi', 'en']),
  halfMonth: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])\/[12]$/, 'wrong')),
  printed,
  note: v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MOST, 'too-long')),
});
export type NewPaperBatch = v.InferOutput<typeof NewPaperBatchSchema>;
/** `PUT /api/v1/paper/batches/ID/printed` → `PaperBatchView`: more were printed, or fewer. */
export const PrintedSchema = v.strictObject({ printed });

/** A form of the drawn tenth, found again by the number that was written on it; it goes when the batch is closed. */
export interface DrawnForm {
  readonly number: number;
  /** `waiting` for the second entry; `differs`: both are there and the paper decides; `done`. */
  readonly state: 'waiting' | 'differs' | 'done';
  /** The asker keyed it first: somebody else should key it now. */
  readonly isOwn: boolean;
  readonly differences: readonly Difference[];
}
export interface Difference {
  /** Place on the form. */
  readonly place: number;
  readonly first: Keyed;
  readonly second: Keyed;
}

/** How often two entries were compared at one question, and how often they differed. */
export interface ComparedItem {
  /** Number of the item, 0 the overall question, or a question about the person. */
  readonly item: number | AboutName;
  readonly compared: number;
  readonly differing: number;
}

/** `GET /api/v1/paper/batches/ID` → `PaperBatchView`. */
export interface PaperBatchView extends PaperBatchRow {
  /** The half-month has begun, and the batch is open. */
  readonly mayKey: boolean;
  readonly drawnForms: readonly DrawnForm[];
  readonly items: readonly ComparedItem[];
  readonly keyers: readonly string[];
  /** Sets of questions: how many different sheets are printed. */
  readonly sets: number;
}

/** `POST /api/v1/paper/batches/ID/print` (empty object) → PDF. */

const formId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);
/**
 * `POST /api/v1/paper/batches/ID/keying` → `Keying`: somebody begins to key. `last`: a form that was sent from this browser
 * and never answered, because the page was closed or the line broke.
 */
export const KeyingSchema = v.strictObject({ last: v.nullable(formId) });
export interface Keying {
  readonly batch: PaperBatchView;
  /** Of each set the questions in their order on the sheet: the number printed there, and what is asked, in short. */
  readonly sets: readonly (readonly { readonly label: number | null; readonly text: string }[])[];
  /** Words of the five levels and of no opinion, as they are printed. */
  readonly levels: readonly string[];
  readonly noOpinion: string;
  /** Whether the last form was kept, and the number to write on it; null where none was named. */
  readonly last: { readonly isKept: boolean; readonly number: number | null } | null;
}

const entry = {
  /** Which set of questions, from 0. */
  set: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(11)),
  keyed: v.pipe(v.array(v.picklist(KEYED)), v.minLength(1), v.maxLength(64)),
};
/** `POST /api/v1/paper/batches/ID/forms` → `FormKept`. The id is made where it is keyed: sent twice it counts once. */
export const KeyedFormSchema = v.strictObject({ id: formId, ...entry });
export interface FormKept {
  readonly batch: PaperBatchView;
  /** The number to write on the paper, because it is keyed a second time; null for the other nine. */
  readonly number: number | null;
}
/** `POST /api/v1/paper/batches/ID/unusable` → `PaperBatchView`. */
export const UnusableFormSchema = v.strictObject({ id: formId, why: v.picklist(UNUSABLE) });

const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PRINTED_MOST));
/** `POST /api/v1/paper/batches/ID/second` → `PaperBatchView`: equal ones are done, others wait for a decision. */
export const SecondEntrySchema = v.strictObject({ number, ...entry });
/** `POST /api/v1/paper/batches/ID/decide` → `PaperBatchView`: what the paper says at each place that differed. */
export const DecideFormSchema = v.strictObject({
  number,
  decided: v.pipe(
    v.array(
      v.strictObject({
        place: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(63)),
        keyed: v.picklist(KEYED),
      }),
    ),
    v.minLength(1),
    v.maxLength(64),
  ),
});
/** `POST /api/v1/paper/batches/ID/close` (empty object) → `PaperBatchView`. */
