import { addDays, localDay, minutesOf, startOfLocalDay } from './period.ts';
import type { Text } from './questionnaire.ts';
import type { Submission } from './submission.ts';

/**
 * Interviews by telephone: when somebody may be called, and what became of a call. Telephone and server judge by the
 * same functions; of each dossier drawn there is one case, of each case one attempt after another.
 */

/** Local time; the end is outside. */
export const CALL_HOURS = [
  ['08:00', '11:30'],
  ['14:00', '17:00'],
  ['18:00', '20:00'],
] as const;
export const MOST_ATTEMPTS = 4;
/** Different days on which one person may be called. */
export const MOST_DAYS = 3;

/** The random sample, and the late dossiers, whose answers stay outside of every figure. */
export const QUEUES = ['sample', 'late'] as const;
export type Queue = (typeof QUEUES)[number];

/**
 * Interface version of the submission bytes, by queue: a call about a late dossier begins with other words, and its
 * version is what keeps it apart for ever.
 */
export const CALL_UI: Readonly<Record<Queue, string>> = { sample: 'c1a', late: 'c1a-late' };

/** An interview of the list of late dossiers: it is kept, and enters no figure. */
export const isOutsideIndex = ({ ch, ui }: Pick<Submission, 'ch' | 'ui'>): boolean =>
  ch === 'call' && ui === CALL_UI.late;

/**
 * What AAPOR's formulae count: complete and partial interviews, refusals, people not reached, others who were reached,
 * not eligible. Cases that nobody tried are `UO` (unknown) and have no outcome.
 */
export type OutcomeGroup = 'I' | 'P' | 'R' | 'NC' | 'O' | 'NE';

interface OutcomeFacts {
  /** Number in AAPOR's Standard Definitions (9th edition, 2016); '' = not final there. */
  readonly family: string;
  readonly group: OutcomeGroup;
  /** The case ends with it. */
  readonly isFinal: boolean;
  /** Nobody may be called at this number again: it goes at once. */
  readonly dropsNumber?: true;
  readonly name: Text;
}

/**
 * What a call can end in. The list is of known users of a service, so that whoever is not reached is a non-contact (2.2)
 * and not of unknown eligibility (3.1); where a case ends with "call back", somebody was reached (2.3).
 */
export const OUTCOMES = {
  COMPLETE: { family: '1.1', group: 'I', isFinal: true, name: { vi: 'Hoàn thành', en: 'Complete' } },
  PARTIAL: { family: '1.2', group: 'P', isFinal: true, name: { vi: 'Trả lời một phần', en: 'Partial' } },
  REFUSED: {
    family: '2.11',
    group: 'R',
    isFinal: true,
    dropsNumber: true,
    name: { vi: 'Từ chối', en: 'Refused' },
  },
  BREAKOFF: {
    family: '2.12',
    group: 'R',
    isFinal: true,
    name: { vi: 'Dừng giữa chừng', en: 'Broke off' },
  },
  NO_ANSWER: { family: '2.2', group: 'NC', isFinal: false, name: { vi: 'Không nghe máy', en: 'No answer' } },
  BUSY: { family: '2.2', group: 'NC', isFinal: false, name: { vi: 'Máy bận', en: 'Busy' } },
  OFF: { family: '2.2', group: 'NC', isFinal: false, name: { vi: 'Tắt máy', en: 'Switched off' } },
  CALLBACK: { family: '2.3', group: 'O', isFinal: false, name: { vi: 'Hẹn gọi lại', en: 'Call back' } },
  LANGUAGE: {
    family: '2.33',
    group: 'O',
    isFinal: true,
    name: { vi: 'Không chung ngôn ngữ', en: 'No common language' },
  },
  UNABLE: {
    family: '2.32',
    group: 'O',
    isFinal: true,
    name: { vi: 'Không đủ sức trả lời', en: 'Not able to answer' },
  },
  WRONG: {
    family: '4',
    group: 'NE',
    isFinal: true,
    dropsNumber: true,
    name: { vi: 'Nhầm số', en: 'Wrong number' },
  },
  DISCONNECTED: {
    family: '4.3',
    group: 'NE',
    isFinal: true,
    dropsNumber: true,
    name: { vi: 'Số không tồn tại', en: 'Number does not exist' },
  },
  NOT_USER: {
    family: '4.7',
    group: 'NE',
    isFinal: true,
    dropsNumber: true,
    name: { vi: 'Không làm thủ tục này', en: 'Did not have this done' },
  },
  PROXY: {
    family: '2.3',
    group: 'O',
    isFinal: true,
    name: { vi: 'Chỉ có người khác trả lời thay', en: 'Only somebody else would answer' },
  },
} as const satisfies Readonly<Record<string, OutcomeFacts>>;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as readonly Outcome[];

/** The same facts, of any outcome. */
export const outcomeFacts = (outcome: Outcome): OutcomeFacts => OUTCOMES[outcome];

/** What has been tried of a case. */
export interface CallSoFar {
  /** Oldest first; local days. */
  readonly attempts: readonly { readonly day: string }[];
  /** When the person asked to be called, ms; null = whenever it suits. */
  readonly callbackAt: number | null;
}

/** The next instant from `ms` on at which a call may begin; `ms` itself inside the hours. */
export function nextCallHour(ms: number): number {
  const midnight = startOfLocalDay(localDay(ms));
  const atTime = (time: string) => midnight + minutesOf(time) * 60_000;
  for (const [from, to] of CALL_HOURS) if (ms < atTime(to)) return Math.max(ms, atTime(from));
  return startOfLocalDay(addDays(localDay(ms), 1)) + minutesOf(CALL_HOURS[0][0]) * 60_000;
}

/** The next instant at which a case may be called: `now` = at once, null = never again. */
export function nextCallAt({ attempts, callbackAt }: CallSoFar, now: number): number | null {
  if (attempts.length >= MOST_ATTEMPTS) return null;
  const at = nextCallHour(Math.max(now, callbackAt ?? now));
  const days = new Set(attempts.map(({ day }) => day));
  return days.size < MOST_DAYS || days.has(localDay(at)) ? at : null;
}

/** Whether a case may be called now: inside the hours, not before the time agreed, at most 4 attempts on 3 days. */
export function mayCall(so: CallSoFar, now: number): boolean {
  return nextCallAt(so, now) === now;
}

/** Whether a call-back can be agreed for an instant after a call at `now`, which is one attempt more. */
export function mayCallBack(so: CallSoFar, now: number, at: number): boolean {
  const attempts = [...so.attempts, { day: localDay(now) }];
  return at > now && nextCallAt({ attempts, callbackAt: at }, now) === at;
}

/**
 * What a case ends in: its first final outcome; where it was given up, the last time that somebody was reached, else
 * the last attempt; null where nobody tried.
 */
export function outcomeOfCase(attempts: readonly { readonly outcome: Outcome }[]): Outcome | null {
  const outcomes = attempts.map(({ outcome }) => outcome);
  return (
    outcomes.find((outcome) => OUTCOMES[outcome].isFinal) ??
    outcomes.findLast((outcome) => OUTCOMES[outcome].group !== 'NC') ??
    outcomes.at(-1) ??
    null
  );
}
