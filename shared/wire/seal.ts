import * as v from 'valibot';
import { SYS } from './batch.ts';

/**
 * A seal is a device's signed statement over a group of its submissions, version 1. The chain runs over seals
 * whose leaves are sorted, never over single submissions: what it proves holds no order of arrival
 * (Molnar, Kohno, Sastry, Wagner 2006: tamper-evident and history-independent).
 */

/** Most leaves of one seal. */
export const SEAL_MOST = 50;
/** A seal has at least so many leaves, except at the day's end. */
export const SEAL_LEAST = 5;
export const SEALS_MOST = 50;
export const SEALS_MOST_BYTES = 256 * 1024;
/** `prev` of a device's first seal. */
export const NO_SEAL = '0'.repeat(64);

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The statement, fields in this order; its JSON text `s` is built once, kept, signed and sent verbatim. */
export const SealSchema = v.strictObject({
  v: v.literal(1),
  dev: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Number of the seal, from 1. */
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Hash of the seal before. */
  prev: hash,
  /** Submissions sealed by this device so far, these included. */
  total: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Business half-day at which it was closed. */
  b: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(AM|PM)$/)),
  app: v.pipe(v.string(), v.maxLength(32)),
  /** Sorted leaves, each once. */
  leaves: v.pipe(v.array(hash), v.minLength(1), v.maxLength(SEAL_MOST)),
});
export type Seal = Readonly<v.InferOutput<typeof SealSchema>>;

const FIELDS = ['v', 'dev', 'n', 'prev', 'total', 'b', 'app', 'leaves'] as const;

/** The text of a seal: these fields in this order. */
export function encodeSeal(seal: Seal): string {
  return JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, seal[field]])));
}

/** What is hashed (SHA-256) and signed (ECDSA P-256 with SHA-256, raw r‖s): the same bytes. */
export function sealPreimage(s: string): string {
  return `sipas-seal-1\n${s}`;
}

/** A seal as it travels: its text and the signature in base64. */
export const SignedSealSchema = v.strictObject({
  s: v.pipe(v.string(), v.minLength(2), v.maxLength(8192)),
  sig: v.pipe(v.string(), v.minLength(80), v.maxLength(120)),
});
export type SignedSeal = Readonly<v.InferOutput<typeof SignedSealSchema>>;

/** `POST /api/v1/seals`: lowest number first. */
export const SealsSchema = v.object({
  proto: v.pipe(v.number(), v.integer(), v.minValue(1)),
  dev: v.pipe(v.string(), v.maxLength(64)),
  seals: v.pipe(v.array(SignedSealSchema), v.minLength(1), v.maxLength(SEALS_MOST)),
});

/**
 * What became of a seal. `refused` means kept aside with its reason and looked at by people: it is not sent again.
 * `later` = a seal before it is missing: send that one first; or so many are kept aside that people must look first.
 */
export const SEAL_RECEIPTS = ['stored', 'dup', 'refused', 'later'] as const;
export type SealReceiptKind = (typeof SEAL_RECEIPTS)[number];

export const SealReceiptsSchema = v.object({
  sys: v.picklist([SYS]),
  epoch: v.string(),
  now: v.number(),
  /** Number of the seal and what became of it. */
  seals: v.array(v.tuple([v.number(), v.picklist(SEAL_RECEIPTS)])),
  /** Leaves that the server has no submission for: the device sends those again. */
  lacks: v.array(v.string()),
  safeSeal: v.number(),
});
export type SealReceipts = v.InferOutput<typeof SealReceiptsSchema>;
