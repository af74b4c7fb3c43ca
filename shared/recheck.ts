/**
 * Asking again: of completed interviews a few are drawn, and somebody else asks whether, when and how there was one.
 * What was answered in the survey is never asked and stands nowhere near.
 */

/** Of so many completed interviews one is drawn: 5 %. */
export const RECHECK_ONE_OF = 20;
/** Days after the interview within which somebody is asked again. */
export const RECHECK_DAYS = 14;
/** Calls after which nobody is tried any more. */
export const RECHECK_TRIES = 4;

/**
 * An interview face to face has no number. So people are asked whose dossier the same place returned in the same
 * half-month: at most so many of them are drawn, where telephones of staff counted ten interviews or more.
 */
export const FACE_DRAWN = 20;
/** Days after the half-month from which on, and up to which, they are drawn: telephones report late, numbers go early. */
export const FACE_DAYS = { from: 3, to: 14 } as const;

/** `call`: the interview itself was drawn. `face`: a dossier of the place, and perhaps there was none. */
export const RECHECK_KINDS = ['call', 'face'] as const;
export type RecheckKind = (typeof RECHECK_KINDS)[number];

/** Was there an interview? `refused`, `unreached`: nobody said. */
export const RECHECK_OUTCOMES = ['yes', 'no', 'unsure', 'refused', 'unreached'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];

/** When: in the half-month that is recorded, at another time, not remembered. */
export const SAID_TIMES = ['same', 'other', 'unsure'] as const;
export type SaidTime = (typeof SAID_TIMES)[number];
/** How: called by telephone, asked face to face, in another way, not remembered. */
export const SAID_WAYS = ['call', 'face', 'other', 'unsure'] as const;
export type SaidWay = (typeof SAID_WAYS)[number];

/** What a manager noted of one person who was asked again. */
export interface RecheckAnswer {
  readonly outcome: RecheckOutcome;
  readonly time: SaidTime | null;
  readonly way: SaidWay | null;
}

/** An interview is confirmed when there was one, and neither time nor way was said to be another one. */
export const confirms = ({ outcome, time, way }: RecheckAnswer): boolean =>
  outcome === 'yes' && time !== 'other' && (way === null || way === 'call' || way === 'unsure');

/** Was asked face to face, whenever: an interview may have been on another day than the result. */
export const saysFace = ({ outcome, way }: Pick<RecheckAnswer, 'outcome' | 'way'>): boolean =>
  outcome === 'yes' && way !== 'call' && way !== 'other';

/** Whether the number of these bytes, drawn evenly, is one of the drawn. */
export function isDrawn(bytes: Uint8Array): boolean {
  const value = (bytes[0]! * 256 + bytes[1]!) * 256 + bytes[2]!;
  return value < 0x1_00_00_00 / RECHECK_ONE_OF;
}
