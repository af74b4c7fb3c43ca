import type { ServedScore } from './wire/overview.ts';
import { isServed } from './is-served.ts';

/** An axis over less than this would make chance look like movement. */
const LEAST_SPAN = 30;

/**
 * Lower end of a percentage axis that ends at 100: below every lower bound and every target, in tens.
 * One floor serves all pictures that will be compared.
 */
export function axisFloor(scores: readonly ServedScore[], targets: readonly number[] = []): number {
  const lowest = Math.min(100, ...targets, ...scores.filter(isServed).map(({ low }) => low));
  return Math.max(0, Math.min(100 - LEAST_SPAN, Math.floor((lowest - 2) / 10) * 10));
}
