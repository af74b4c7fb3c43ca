import { type Outcome, type OutcomeGroup, outcomeFacts } from './calls.ts';
import { MIN_N } from './score.ts';

/**
 * Rates of a survey by telephone, by the formulae of AAPOR's Standard Definitions (9th edition, 2016), each with its
 * numerator and denominator. Cases that nobody tried are of unknown eligibility (UO): they stand in the denominators, so
 * that a list that was left lying lowers the rates.
 */
export type CaseCounts = Readonly<Record<OutcomeGroup | 'UO', number>>;
export const RATE_CODES = ['RR1', 'RR2', 'CON1', 'REF1', 'COOP1'] as const;
export type RateCode = (typeof RATE_CODES)[number];
export interface Rate {
  readonly code: RateCode;
  readonly numerator: number;
  readonly denominator: number;
  /** With one decimal, half up; null where the denominator is below the threshold of every percentage. */
  readonly percent: number | null;
}

/** Cases by group; null = nobody tried. */
export function countCases(outcomes: Iterable<Outcome | null>): CaseCounts {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, NE: 0, UO: 0 };
  for (const outcome of outcomes) counts[outcome === null ? 'UO' : outcomeFacts(outcome).group]++;
  return counts;
}

export function ratesOf({ I, P, R, NC, O, UO }: CaseCounts): Rate[] {
  const all = I + P + (R + NC + O) + UO;
  const reached = I + P + R + O;
  return [
    rate('RR1', I, all),
    rate('RR2', I + P, all),
    rate('CON1', reached, all),
    rate('REF1', R, all),
    rate('COOP1', I, reached),
  ];
}

function rate(code: RateCode, numerator: number, denominator: number): Rate {
  const percent =
    denominator < MIN_N ? null : Math.floor((2_000 * numerator + denominator) / (2 * denominator)) / 10;
  return { code, numerator, denominator, percent };
}
