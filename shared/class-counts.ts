import type { Submission } from './submission.ts';

/**
 * How many submissions carry which coarse class: all that is looked at when a place is compared with itself. It holds
 * no time, no order, no device, no person, and of the answers only "the best level throughout".
 */
export const CLASSES = ['tapped', 'fast', 'top', 'soon', 'repeated', 'late'] as const;
export type CountedClass = (typeof CLASSES)[number];
export type ClassCounts = Readonly<Record<'forms' | CountedClass, number>>;

export const NO_FORMS: ClassCounts = { forms: 0, tapped: 0, fast: 0, top: 0, soon: 0, repeated: 0, late: 0 };

const BEST_LEVEL = 5;

/** One submission: each class 0 or 1. `tapped` is fast and the best level throughout at once. */
export function classesOf({ q, a }: Pick<Submission, 'q' | 'a'>): ClassCounts {
  // a line is one level, so that one answer tells which
  const top = q.line === 1 && a.includes(BEST_LEVEL) ? 1 : 0;
  return { forms: 1, tapped: top & q.dur, fast: q.dur, top, soon: q.gap, repeated: q.run, late: q.hrs };
}

export function sumOfCounts(list: readonly ClassCounts[]): ClassCounts {
  const sum: Record<keyof ClassCounts, number> = { ...NO_FORMS };
  for (const counts of list) {
    sum.forms += counts.forms;
    for (const name of CLASSES) sum[name] += counts[name];
  }
  return sum;
}

/** What made a place look unlike itself. `closed`: forms in half-days in which it is never open. */
export const SIGNS = [...CLASSES, 'closed'] as const;
export type Sign = (typeof SIGNS)[number];
