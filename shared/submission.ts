import * as v from 'valibot';
import { FORMS } from './questionnaire.ts';

/**
 * Submission bytes, version 1: one UTF-8 JSON string, built once by `encodeSubmission`, kept and sent
 * verbatim and hashed as it is, so nothing ever needs a canonical form.
 *
 * What is promised: the bytes hold a date no finer than half a day, coarse classes and answers. They must
 * never hold a sequence number, a device, a fine time, an address, a ticket, an officer, a rotation seed or
 * a mark of demo or training; `docs/protocol.md` says why for each.
 */

export const CHANNELS = ['kiosk', 'qr', 'ticket', 'assisted', 'call', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels in which half a day could single out a person carry the half-month instead. */
const HALF_MONTH_CHANNELS: ReadonlySet<Channel> = new Set(['assisted', 'call', 'ticket', 'paper']);

/** 1-5 a level, 0 no opinion, null not reached, "b" left blank on paper. Not drawn = not asked. */
export type Answer = 1 | 2 | 3 | 4 | 5 | 0 | null | 'b';
export const NO_OPINION = 0;
export const NOT_REACHED = null;
export const BLANK = 'b';

const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,32}$/));
const bit = v.picklist([0, 1]);

const HALF_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(AM|PM)$/;
const HALF_MONTH = /^\d{4}-(0[1-9]|1[0-2])\/[12]$/;

export const SubmissionSchema = v.pipe(
  v.strictObject({
    v: v.literal(1),
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
    /** Campaign. */
    c: code,
    /** Questionnaire and its version, and the form of it. */
    f: code,
    fv: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
    fm: v.picklist(FORMS),
    /** Service point, and the competent authority (null = the service point's own unit). */
    sp: code,
    au: v.nullable(code),
    ch: v.picklist(CHANNELS),
    /** Business half-day or half-month, local to Asia/Ho_Chi_Minh, and the quality of the clock behind it. */
    b: v.string(),
    tq: v.picklist(['ok', 'est', 'unknown']),
    lg: v.picklist(['vi', 'en', 'other']),
    /** Field, on-time class (call and ticket only), respondent kind, {sex, age} by the codes of the official form. */
    fd: v.nullable(code),
    ot: v.nullable(v.picklist(['early', 'on', 'late'])),
    rk: v.nullable(v.picklist(['person', 'organisation'])),
    dm: v.nullable(
      v.strictObject({
        sex: v.nullable(v.picklist([1, 2])),
        age: v.nullable(v.picklist([1, 2, 3, 4, 5])),
      }),
    ),
    /** Interface version, which includes the direction of the scale. */
    ui: code,
    /** Items drawn in the order shown (0 = the overall question) and the answer to each. */
    it: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))),
      v.minLength(1),
      v.maxLength(200),
    ),
    a: v.array(v.nullable(v.picklist([0, 1, 2, 3, 4, 5, 'b']))),
    e: v.picklist(['done', 'ended', 'idle']),
    /** Coarse classes judged on the device: fast, short gap, one level, identical run, one cell, out of hours. */
    q: v.strictObject({ dur: bit, gap: bit, line: bit, run: bit, cell: bit, hrs: bit }),
    /** Only with a remark: hash of salt and remark, which travel beside the bytes. */
    rh: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  }),
  v.check((s) => s.a.length === s.it.length, 'answers'),
  v.check((s) => new Set(s.it).size === s.it.length, 'items'),
  v.check((s) => (HALF_MONTH_CHANNELS.has(s.ch) ? HALF_MONTH : HALF_DAY).test(s.b), 'date'),
  v.check((s) => s.ot === null || s.ch === 'call' || s.ch === 'ticket', 'on-time'),
  v.check((s) => s.dm === null || s.dm.sex !== null || s.dm.age !== null, 'demographics'),
  v.check((s) => s.ch === 'paper' || !s.a.includes(BLANK), 'blank'),
);
export type Submission = Readonly<v.InferOutput<typeof SubmissionSchema>>;
export type Signals = Submission['q'];

export const NO_SIGNALS: Signals = { dur: 0, gap: 0, line: 0, run: 0, cell: 0, hrs: 0 };

/** The fields of a submission, of `dm` and of `q`, in the order that is part of version 1. */
const FIELDS =
  'v id c f fv fm sp au ch b tq lg fd ot rk dm sex age ui it a e q dur gap line run cell hrs rh'.split(' ');

/** The bytes of a submission: these fields in this order, whatever else the object holds. */
export function encodeSubmission(s: Submission): string {
  return JSON.stringify(s, FIELDS);
}

/** Reads submission bytes; undefined when they are not version 1. Never throws, whatever the bytes. */
export function decodeSubmission(p: string): Submission | undefined {
  let json: unknown;
  try {
    json = JSON.parse(p);
  } catch {
    return undefined;
  }
  const result = v.safeParse(SubmissionSchema, json);
  return result.success ? result.output : undefined;
}

/** What is hashed (SHA-256, lower-case hex) to name the bytes: the submission's leaf. */
export function leafPreimage(p: string): string {
  return `sipas-submission-1\n${p}`;
}

/** An answer the person reached and gave; "no opinion" counts, a blank on paper does not. */
export function isAnswered(answer: Answer): boolean {
  return answer !== NOT_REACHED && answer !== BLANK;
}

/** Partial: the visit ended early. A partial submission can still be valid. */
export function isPartial(submission: Pick<Submission, 'e'>): boolean {
  return submission.e !== 'done';
}

/** Valid: at least half of the drawn items reached and answered. Only valid submissions enter results. */
export function isValid(submission: Pick<Submission, 'a'>): boolean {
  return 2 * submission.a.filter(isAnswered).length >= submission.a.length;
}

/** Any of the six coarse classes makes a submission flagged; flags never delete. */
export function isFlagged(submission: Pick<Submission, 'q'>): boolean {
  return Object.values(submission.q).some((signal) => signal === 1);
}

export const STANDINGS = ['counted', 'flagged', 'excluded'] as const;
export type Standing = (typeof STANDINGS)[number];
