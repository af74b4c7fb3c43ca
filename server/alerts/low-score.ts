import { WINDOW_LEAST } from '../../shared/alert-rule.ts';

/** Answers of one place in one half-day, of what its rule looks at. They never leave the server. */
export interface HalfDayScore {
  readonly halfDay: string;
  /** Forms with an answer. */
  readonly forms: number;
  readonly answers: number;
  readonly satisfied: number;
}

export type Verdict =
  | { readonly kind: 'too-few' }
  /** `from`: the oldest half-day of the window. */
  | { readonly kind: 'below' | 'above'; readonly from: string };

/**
 * Compares the rolling last ten forms or more with a line, in percent: the latest half-days that together hold them, so
 * that nobody needs an order within a half-day.
 */
export function judgeWindow(scores: readonly HalfDayScore[], line: number): Verdict {
  const newestFirst = scores
    .filter(({ forms }) => forms > 0)
    .sort((a, b) => b.halfDay.localeCompare(a.halfDay));
  let [forms, answers, satisfied] = [0, 0, 0];
  for (const one of newestFirst) {
    forms += one.forms;
    answers += one.answers;
    satisfied += one.satisfied;
    if (forms >= WINDOW_LEAST)
      return { kind: satisfied * 100 < line * answers ? 'below' : 'above', from: one.halfDay };
  }
  return { kind: 'too-few' };
}
