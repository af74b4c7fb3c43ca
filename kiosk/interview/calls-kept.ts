import * as v from 'valibot';
import { nextCallAt, type Outcome, OUTCOMES } from '../../shared/calls.ts';
import { localDay } from '../../shared/period.ts';
import { isPartial, type Submission } from '../../shared/submission.ts';
import { type Attempt, AttemptSchema, type CallCase, CallCaseSchema } from '../../shared/wire/call-list.ts';
import { type Place, PlaceSchema } from '../../shared/wire/device.ts';

/**
 * What a telephone keeps of calls, as one record of its shelf, and how each event changes it. Promised: a call that was
 * begun gets its outcome before another one begins, also when the page was closed in between; what was recorded stays
 * until the server has receipted it; of a case that is over, or whose time here is, neither number nor dossier is left.
 */
const BegunSchema = v.object({
  id: v.string(),
  case: v.string(),
  at: v.number(),
  tq: v.picklist(['ok', 'est', 'unknown']),
  /** Version of the text that was agreed to: no question opens without. */
  consent: v.optional(v.string()),
  ownCounter: v.optional(v.boolean()),
});
export type Begun = v.InferOutput<typeof BegunSchema>;

export const CallsKeptSchema = v.object({
  places: v.record(v.string(), PlaceSchema),
  cases: v.array(CallCaseSchema),
  /** Recorded and not receipted yet. */
  attempts: v.array(AttemptSchema),
  begun: v.optional(BegunSchema),
  /** Local day on which somebody last opened the list: numbers come to a telephone that is called with, and to no other. */
  wantedOn: v.optional(v.string()),
});
export interface CallsKept {
  readonly places: Readonly<Record<string, Place>>;
  readonly cases: readonly CallCase[];
  readonly attempts: readonly Attempt[];
  readonly begun?: Begun | undefined;
  readonly wantedOn?: string | undefined;
}
export const NOTHING_KEPT: CallsKept = { places: {}, cases: [], attempts: [] };

/** A call's end. */
export interface Ending {
  readonly outcome: Outcome;
  /** With a call-back. */
  readonly callbackAt?: number;
  /** Version of the text that was read out, where it was refused. */
  readonly consent?: string;
}

/** Of an interview that was kept: handed in, or stopped after the question on the whole. */
export const outcomeOf = (submission: Pick<Submission, 'e'>): Outcome =>
  isPartial(submission) ? 'PARTIAL' : 'COMPLETE';

/** An attempt as its case remembers it; a case that is never to be called again goes. */
function withAttempt(cases: readonly CallCase[], attempt: Attempt): CallCase[] {
  const { at, outcome } = attempt;
  const callbackAt = attempt.callbackAt ?? null;
  return cases.flatMap((one) => {
    if (one.id !== attempt.case) return [one];
    const attempts = [...one.attempts, { day: localDay(at) }];
    if (OUTCOMES[outcome].isFinal || nextCallAt({ attempts, callbackAt }, at) === null) return [];
    // A call-back stays with the telephone that promised it.
    const promised = callbackAt === null ? one.until : localDay(callbackAt);
    return [{ ...one, attempts, callbackAt, until: promised > one.until ? promised : one.until }];
  });
}

/** A call begins: with the touch of its number, or where it is made with another telephone, with what comes of it. */
export function begin(kept: CallsKept, begun: Begun): CallsKept {
  return kept.begun ? kept : { ...kept, begun };
}

/** Nobody was called after all. */
export function drop(kept: CallsKept): CallsKept {
  return { ...kept, begun: undefined };
}

export function agree(kept: CallsKept, consent: string): CallsKept {
  return kept.begun ? { ...kept, begun: { ...kept.begun, consent } } : kept;
}

/** The one outcome of the call that was begun. */
export function end(kept: CallsKept, ending: Ending): CallsKept {
  const { begun, ...rest } = kept;
  if (!begun) return kept;
  const attempt: Attempt = { ...begun, ...ending };
  return { ...rest, cases: withAttempt(kept.cases, attempt), attempts: [...kept.attempts, attempt] };
}

/** Attempts with a receipt go, and so do the cases that are over here or elsewhere. */
export function receipted(
  kept: CallsKept,
  receipts: ReadonlySet<string>,
  done: readonly string[],
): CallsKept {
  return {
    ...kept,
    cases: kept.cases.filter(({ id }) => !done.includes(id)),
    attempts: kept.attempts.filter(({ id }) => !receipts.has(id)),
  };
}

/** A new list takes the place of the old one; what was recorded since holds over it. */
export function listed(kept: CallsKept, list: Pick<CallsKept, 'places' | 'cases'>): CallsKept {
  return { ...kept, places: list.places, cases: kept.attempts.reduce(withAttempt, [...list.cases]) };
}

/** Cases go with the last day on which this telephone may call them. */
export function expired(kept: CallsKept, today: string): CallsKept {
  const cases = kept.cases.filter(({ until }) => until >= today);
  return cases.length === kept.cases.length ? kept : { ...kept, cases };
}
