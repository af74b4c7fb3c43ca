import { put } from '../../shared/text/words.ts';
import type { EnrolFault, Step } from './enrol-course.ts';
import { countOf } from './say-health.ts';
import type { StaffWords } from './staff-words.ts';

/** One sentence with the next step. */
export function sayEnrolFault(words: StaffWords, fault: EnrolFault): string {
  return put(words.enrolFaults[fault.kind], 'n' in fault ? { n: countOf(words, fault.n) } : {});
}

/** What a code means for a tablet that is enrolled already; undefined for a new one. */
export function sayStanding(
  words: StaffWords,
  { standing, may }: Extract<Step, { kind: 'confirm' }>,
): string | undefined {
  if (standing.kind === 'new' || may === 'new') return undefined;
  return put(words.known[may], { n: countOf(words, standing.unsent), device: standing.device.name });
}
