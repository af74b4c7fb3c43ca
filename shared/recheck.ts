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

/** Whether the number of these bytes, drawn evenly, is one of the drawn. */
export function isDrawn(bytes: Uint8Array): boolean {
  const value = (bytes[0]! * 256 + bytes[1]!) * 256 + bytes[2]!;
  return value < 0x1_00_00_00 / RECHECK_ONE_OF;
}
