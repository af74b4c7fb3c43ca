import type { Refusal } from '../server-link.ts';
import type { Words } from './managers-vi.ts';

/** A refusal in words. A problem without words of its own reads as `internal`. */
export function sayRefusal(refusal: Refusal, words: Words): string {
  if (refusal.kind === 'unreachable') return words.unreachable;
  if (refusal.code === 'too-many') return words.tooMany(sayWait(refusal.retryAfterSeconds, words));
  const problems: Partial<Record<string, string>> = words.problems;
  return problems[refusal.code] ?? words.problems.internal;
}

/** What was asked fits no longer what the server has: somebody else was faster, or the page is old. */
export const isStale = (refusal: Refusal) =>
  refusal.kind === 'problem' && ['malformed', 'not-possible', 'not-found'].includes(refusal.code);

/** Up to a minute in seconds, above it in minutes rounded up: nobody should come back too early. */
function sayWait(seconds: number | undefined, words: Words): string {
  if (seconds === undefined) return words.aWhile;
  return seconds <= 60 ? words.seconds(Math.ceil(seconds)) : words.minutes(Math.ceil(seconds / 60));
}
