import * as v from 'valibot';
import { CASE_TAGS, type CaseTag, DID_MOST, NOTE_MOST, SAID_MOST } from '../case-tags.ts';
import type { UnitName } from './overview.ts';
import { dayField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { CaseCountSchema, ReplySchema, ReplyListSchema } from './case-answers.ts';

/** Cases: what somebody follows up, and what a unit publishes of it. Nothing here names a form, a level or a device. */

export const CASE_KINDS = ['remark', 'alert', 'manual'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export const CASE_STATES = ['new', 'working', 'answered', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const isOpenState = (state: CaseState): boolean => state === 'new' || state === 'working';

const id = v.pipe(v.string(), v.maxLength(64));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** `POST /api/v1/cases`: by hand, at a unit or at one of its service points. */
export const NewCaseSchema = v.object({ unit: id, point: v.nullable(id), words: text(NOTE_MOST) });

/** `POST /api/v1/cases/:id/acts`: one act of a person. */
export const CaseActSchema = v.variant('what', [
  v.object({ what: v.literal('noted'), note: text(NOTE_MOST) }),
  /** Null: nobody's. */
  v.object({ what: v.literal('assigned'), owner: v.nullable(id) }),
  v.object({ what: v.literal('due'), due: dayField }),
  v.object({
    what: v.literal('tags'),
    tags: v.pipe(v.array(v.picklist(CASE_TAGS)), v.maxLength(CASE_TAGS.length)),
  }),
  /** What was answered, or done. */
  v.object({ what: v.literal('answered'), note: text(NOTE_MOST) }),
  /** Why nothing is done. */
  v.object({ what: v.literal('closed'), note: text(NOTE_MOST) }),
  v.object({ what: v.literal('reopened') }),
  /** A stretch of the words, from and before, in UTF-16 units; `acts` says which state of the case was seen. */
  v.object({ what: v.literal('masked'), from: count(), to: count(), acts: count() }),
]);
export type CaseAct = v.InferOutput<typeof CaseActSchema>;

function count() {
  return v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
}

export interface Named {
  readonly vi: string;
  readonly en: string;
}

export interface SuggestedTag {
  readonly tag: CaseTag;
  /** The words of the text that speak for it. */
  readonly words: readonly string[];
}

export interface CaseRow {
  readonly id: string;
  readonly kind: CaseKind;
  readonly unit: UnitName;
  readonly point: Named | null;
  /** Local day; of a remark the Monday of the week in which it was handed over. */
  readonly opened: string;
  /** Days since then, while it is open; else until it ended. */
  readonly age: number;
  readonly due: string;
  readonly state: CaseState;
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** Masked; null of an alert. */
  readonly words: string | null;
  /** Of an alert alone: at whose end the line was crossed. */
  readonly halfDay: string | null;
  /** Null: nobody has confirmed any. */
  readonly tags: readonly CaseTag[] | null;
  readonly suggested: readonly SuggestedTag[];
}

/** `GET /api/v1/cases?unit=`: the open ones, the oldest first; then the newest that have ended. */
export interface CaseList {
  readonly unit: UnitName;
  readonly today: string;
  readonly open: readonly CaseRow[];
  readonly ended: readonly CaseRow[];
  readonly points: readonly { readonly id: string; readonly name: Named }[];
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

export interface CaseStep {
  readonly what: CaseAct['what'] | 'opened';
  /** A name, a day, or tags separated by spaces. */
  readonly value: string | null;
  readonly note: string | null;
  /** Null: the server. */
  readonly author: string | null;
  readonly day: string;
}

/** `GET /api/v1/cases/:id`, and what an act answers. */
export interface OneCase {
  readonly today: string;
  readonly row: CaseRow;
  readonly steps: readonly CaseStep[];
  readonly owners: CaseList['owners'];
}

/** `GET /api/v1/cases/count`: open ones in the scope of whoever asks. */
export type CaseCount = Answer<typeof CaseCountSchema>;

export const ReplyWordsSchema = v.object({ said: text(SAID_MOST), did: text(DID_MOST) });
export type ReplyWords = v.InferOutput<typeof ReplyWordsSchema>;

/** `POST /api/v1/replies`: what people said in a period and what was done. */
export const NewReplySchema = v.object({
  unit: id,
  period: v.pipe(v.string(), v.maxLength(40)),
  vi: ReplyWordsSchema,
  en: v.nullable(ReplyWordsSchema),
});

/** `POST /api/v1/replies/print`: a poster of what is shown at a unit. */
export const PrintRepliesSchema = v.object({ unit: id, language: v.picklist(['vi', 'en']) });

export type Reply = Answer<typeof ReplySchema>;

/** `GET /api/v1/replies?unit=`: what was published for a unit, and what may be. */
export type ReplyList = Answer<typeof ReplyListSchema>;
