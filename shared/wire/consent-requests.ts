import * as v from 'valibot';
import { CONSENT_KINDS, CONSENT_LIMITS, type ConsentKind, type ConsentWords } from '../consent-script.ts';
import { idField } from './day-field.ts';
import type { UnitName } from './overview.ts';

/** What is read out before an interview, as a unit words it: the managers' page of it. */

/** One line of text: whoever pastes brings breaks and double spaces along. */
const line = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(2 * most, 'too-long'),
    v.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
    v.check((text) => !/\p{Cc}/u.test(text), 'wrong'),
  );
const PartsSchema = v.strictObject({
  greeting: line(CONSENT_LIMITS.greeting),
  more: line(CONSENT_LIMITS.more),
  question: line(CONSENT_LIMITS.question),
});

/** `POST /api/v1/consent` → `ConsentList` of the unit. `words` null: none of its own, as above it or as is usual. */
export const ConsentSchema = v.strictObject({
  unit: idField,
  kind: v.picklist(CONSENT_KINDS),
  words: v.nullable(v.strictObject({ vi: PartsSchema, en: PartsSchema })),
});
export type ConsentAsked = v.InferOutput<typeof ConsentSchema>;

/** What is read out at a unit now. */
export interface ConsentInForce {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly words: ConsentWords;
  /** Unit that worded it; null = as is usual. */
  readonly by: UnitName | null;
  /** Local day from which on; null = as is usual. */
  readonly since: string | null;
  readonly isOwn: boolean;
}

/** A wording that a unit had, or has: what people agreed to under its version. */
export interface ConsentOnce {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly words: ConsentWords;
  readonly since: string;
}

/** `GET /api/v1/consent?unit=ID` */
export interface ConsentList {
  readonly unit: UnitName;
  readonly inForce: readonly ConsentInForce[];
  /** Of this unit, the newest first. */
  readonly own: readonly ConsentOnce[];
}
