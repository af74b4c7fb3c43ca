import * as v from 'valibot';
import { OUTCOME_CODES, QUEUES } from '../calls.ts';
import { SYS } from './batch.ts';
import { PlaceSchema } from './device.ts';

/**
 * The list of people to call, and what became of each call. Only telephones of staff get it (any other device: 403); a
 * telephone holds at most `CASES_HELD` cases, until the end of the day after, and erases what is `done` at once.
 */
export const CASES_HELD = 20;

const day = v.string();
const TextSchema = v.object({ vi: v.string(), en: v.string() });

/** One dossier that was drawn. Nothing of it goes into a submission but point, field, authority and on-time class. */
export const CallCaseSchema = v.object({
  id: v.string(),
  queue: v.picklist(QUEUES),
  /** Ten or eleven digits, for a `tel:` link. */
  number: v.string(),
  /** Of the dossier, to be named in the conversation. */
  code: v.string(),
  /** Key of `places`: where the visit takes place and what it asks. */
  place: v.string(),
  point: v.object({ id: v.string(), ...TextSchema.entries }),
  /** Code of a field; its name stands in the place. */
  field: v.nullable(v.string()),
  procedure: v.nullable(TextSchema),
  /** Unit that decided, as the submission names it; null = the point's own. */
  authority: v.nullable(v.string()),
  /** Where the dossier was handled, as the office's list says it; an own counter of the interviewer is warned of. */
  counter: v.nullable(v.string()),
  returnedOn: day,
  /** As `ot` of the submission. */
  onTime: v.nullable(v.picklist(['early', 'on', 'late'])),
  attempts: v.array(v.object({ day })),
  callbackAt: v.nullable(v.number()),
  /** Last local day on which this telephone may call; then the case goes back to the list. */
  until: day,
});
export type CallCase = v.InferOutput<typeof CallCaseSchema>;

/** `GET /api/v1/calls`: the open cases of this telephone, topped up. Asking again gives the same ones. */
export const CallListSchema = v.object({
  sys: v.picklist([SYS]),
  now: v.number(),
  hours: v.array(v.tuple([v.string(), v.string()])),
  mostAttempts: v.number(),
  mostDays: v.number(),
  /** Name of the account, as the consent text says it. */
  interviewer: v.string(),
  /** With the campaign of the plan and its form for calls. */
  places: v.record(v.string(), PlaceSchema),
  cases: v.array(CallCaseSchema),
});
export type CallList = v.InferOutput<typeof CallListSchema>;

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One call that was made. `id` is made on the telephone and never that of a submission. */
export const AttemptSchema = v.pipe(
  v.strictObject({
    id: uuid,
    case: v.pipe(v.string(), v.maxLength(64)),
    /** When it began, by the server's clock as the telephone knows it, and how well it knows it. */
    at: instant,
    tq: v.picklist(['ok', 'est', 'unknown']),
    outcome: v.picklist(OUTCOME_CODES),
    callbackAt: v.optional(instant),
    /** Version of the consent text that was read out and agreed to or refused. */
    consent: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,20}$/))),
    /** The interviewer was on duty at the very counter. */
    ownCounter: v.optional(v.boolean()),
  }),
  v.check((attempt) => attempt.outcome !== 'CALLBACK' || attempt.callbackAt !== undefined, 'callback'),
);
export type Attempt = v.InferOutput<typeof AttemptSchema>;

export const ATTEMPTS_MOST = 50;
/** `POST /api/v1/calls/attempts`. Each is read by itself: one that cannot be read holds up no other. */
export const AttemptsSchema = v.object({
  proto: v.number(),
  dev: v.pipe(v.string(), v.maxLength(64)),
  attempts: v.pipe(v.array(v.looseObject({ id: uuid })), v.maxLength(ATTEMPTS_MOST)),
});

/** `refused`: it cannot be read, or names a case that this telephone never held. Any receipt settles the attempt. */
export const AttemptReceiptsSchema = v.object({
  sys: v.picklist([SYS]),
  now: v.number(),
  receipts: v.array(v.tuple([v.string(), v.picklist(['stored', 'dup', 'refused'])])),
  /** Cases that are final or no longer this telephone's. */
  done: v.array(v.string()),
});
export type AttemptReceipts = v.InferOutput<typeof AttemptReceiptsSchema>;
