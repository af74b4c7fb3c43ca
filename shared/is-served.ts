import type { ServedFigure, ServedScore } from './wire/overview.ts';

/** A figure that may be shown; the other case carries no number at all. */
export function isServed(score: ServedScore): score is ServedFigure {
  return !('withheld' in score);
}
