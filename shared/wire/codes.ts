import * as v from 'valibot';
import {
  BATCH_LEAST,
  BATCH_TICKETS_MOST,
  CODES_MOST,
  COUNTER_MOST,
  NOTE_MOST,
  PRINT_FORMATS,
  PRINT_MOST,
} from '../code-limits.ts';
import { CODE_ALPHABET, WALK_UP_CODE_LENGTH } from '../ids.ts';
import type { Text } from '../questionnaire.ts';
import { TicketSchema } from './batch.ts';
import { dayField, idField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { CodePlaceSchema, TicketBatchRowSchema } from './counted-answers.ts';

/** What managers' pages ask of the server about walk-up codes, tickets and what is printed of them, and what they get. */

const code = v.pipe(v.string(), v.regex(new RegExp(`^[${CODE_ALPHABET}]{${WALK_UP_CODE_LENGTH}}$`)));
const counter = v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(COUNTER_MOST)));
const field = v.nullable(idField);

interface Named {
  readonly id: string;
  readonly name: Text;
}
/** Where a code or a batch leads, in words. */
export type CodePlace = Answer<typeof CodePlaceSchema>;

export type CodeState = 'active' | 'ending' | 'ended' | 'revoked';
/** `GET /api/v1/codes` → `CodeRow[]`. Days are local. */
export interface CodeRow extends CodePlace {
  readonly code: string;
  readonly state: CodeState;
  /** Asks for its own campaign as long as that runs; else for whichever runs at its place. */
  readonly isPinned: boolean;
  readonly made: string | null;
  readonly ends: string | null;
  readonly successor: string | null;
}

/** `GET /api/v1/codes/options`: what a new code can be made for. */
export interface CodeOptions {
  readonly today: string;
  readonly points: readonly (Named & {
    readonly unit: Named;
    readonly fields: readonly { readonly code: string; readonly name: Text }[];
    /** Campaigns that ask there today or later; the one in force first. */
    readonly campaigns: readonly Named[];
  })[];
}

/** `POST /api/v1/codes` → `CodeRow[]` of the new ones. Without a campaign it is the one in force at each place. */
export const NewCodesSchema = v.strictObject({
  places: v.pipe(
    v.array(v.strictObject({ point: idField, counter, field })),
    v.minLength(1, 'needed'),
    v.maxLength(CODES_MOST, 'too-many'),
  ),
  campaign: v.nullable(idField),
});
export type NewCodes = v.InferOutput<typeof NewCodesSchema>;

const codes = (most: number) => v.pipe(v.array(code), v.minLength(1), v.maxLength(most));
/** `POST /api/v1/codes/revoke` → `CodeRow[]`: they end at once and for good. */
export const RevokeCodesSchema = v.strictObject({ codes: codes(CODES_MOST) });
/** `POST /api/v1/codes/renew` → `CodeRow[]` of the successors; the old ones work until the end of that day. */
export const RenewCodesSchema = v.strictObject({ codes: codes(CODES_MOST), ends: dayField });

/** `POST /api/v1/codes/print` → PDF, one page a code, in the order asked. */
export const PrintCodesSchema = v.strictObject({
  codes: codes(PRINT_MOST),
  format: v.picklist(PRINT_FORMATS),
  language: v.picklist(['vi', 'en']),
});

/** `GET /api/v1/tickets` → `TicketBatchRow[]`. */
export type TicketBatchRow = Answer<typeof TicketBatchRowSchema>;

/** `POST /api/v1/tickets` → `NewTickets`: shown once, the server keeps only their hashes. */
export const NewTicketsSchema = v.strictObject({
  point: idField,
  counter,
  field,
  campaign: v.nullable(idField),
  count: v.pipe(v.number(), v.integer(), v.minValue(BATCH_LEAST), v.maxValue(BATCH_TICKETS_MOST)),
  expires: dayField,
  note: v.pipe(v.string(), v.trim(), v.maxLength(NOTE_MOST)),
});
export interface NewTickets {
  readonly batch: TicketBatchRow;
  /** Address in front of each ticket. */
  readonly address: string;
  readonly tickets: readonly string[];
}

/** `POST /api/v1/tickets/print` → PDF of slips to cut; all must be unused tickets of the batch. */
export const PrintTicketsSchema = v.strictObject({
  batch: idField,
  tickets: v.pipe(v.array(TicketSchema), v.minLength(1), v.maxLength(PRINT_MOST)),
  language: v.picklist(['vi', 'en']),
});
/** `POST /api/v1/tickets/ID/revoke` (empty object) → `TicketBatchRow`: what nobody has used opens nothing any more. */
