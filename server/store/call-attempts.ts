import {
  MOST_ATTEMPTS,
  MOST_DAYS,
  nextCallAt,
  nextCallHour,
  type Outcome,
  OUTCOMES,
} from '../../shared/calls.ts';
import type { RandomBytes } from '../../shared/ids.ts';
import { addDays, localDay } from '../../shared/period.ts';
import type { Attempt } from '../../shared/wire/call-list.ts';
import { attemptsOf, endCase, type KnownAttempt, numberOfCase } from './call-cases.ts';
import { everHeld, lease } from './call-leases.ts';
import { addSilent } from './silent-numbers.ts';
import { drawRecheck } from './rechecks.ts';
import type { Tx } from './store.ts';

/**
 * Attempts as telephones report them. Promised: a call that was really made is kept, also one outside of the rules,
 * which is flagged; the same attempt again changes nothing.
 */

/** Rules that an attempt was outside of: hours, number of calls, number of days, after the end of the case, a clock that nobody knows. */
export type AttemptFlag = 'hours' | 'calls' | 'days' | 'ended' | 'clock';

/** Whoever said no, or answers at a number that is not that of the dossier, is called about no other one either. */
const SILENCING: ReadonlySet<Outcome> = new Set(['REFUSED', 'WRONG']);

/** Takes one attempt; what its receipt says. */
export async function takeAttempt(
  tx: Tx,
  attempt: Attempt,
  by: {
    readonly device: string;
    readonly account: string;
    readonly now: number;
    /** The mark of a locked number. */
    readonly markOf: (locked: string) => string | undefined;
    readonly random: RandomBytes;
  },
): Promise<'stored' | 'dup' | 'refused'> {
  const { id, case: callCase } = attempt;
  const known = await tx
    .selectFrom('call_attempts')
    .select('call_case')
    .where('id', '=', id)
    .executeTakeFirst();
  if (known) return known.call_case === callCase ? 'dup' : 'refused';
  if (!(await everHeld(tx, callCase, by.device))) return 'refused';
  const { ended, outcome } = await tx
    .selectFrom('call_cases')
    .select(['ended', 'outcome'])
    .where('id', '=', callCase)
    .executeTakeFirstOrThrow();
  // a telephone that does not know the time may think it is 1970
  const at = attempt.tq === 'unknown' ? by.now : Math.min(attempt.at, by.now);
  const before = (await attemptsOf(tx, [callCase])).get(callCase) ?? [];
  const isOpen = ended === null;
  const flags = flagsOf({ ...attempt, at }, before, isOpen);
  await tx
    .insertInto('call_attempts')
    .values({
      id,
      call_case: callCase,
      day: localDay(at),
      at: isOpen ? at : null,
      outcome: attempt.outcome,
      account: by.account,
      consent: attempt.consent ?? null,
      own_counter: attempt.ownCounter ? 1 : 0,
      flags: JSON.stringify(flags),
    })
    .execute();
  const { isFinal } = OUTCOMES[attempt.outcome];
  const today = localDay(by.now);
  if (!isOpen) {
    // given up meanwhile, and reached after all: what came of it is known now
    const wasGivenUp = outcome === null || !OUTCOMES[outcome as keyof typeof OUTCOMES].isFinal;
    if (isFinal && wasGivenUp) await endCase(tx, callCase, ended);
    return 'stored';
  }
  const callback = attempt.outcome === 'CALLBACK' ? (attempt.callbackAt ?? null) : null;
  await tx.updateTable('call_cases').set({ callback }).where('id', '=', callCase).execute();
  const attempts = (await attemptsOf(tx, [callCase])).get(callCase)!;
  if (SILENCING.has(attempt.outcome)) {
    const number = await numberOfCase(tx, callCase);
    const mark = number && by.markOf(number);
    if (mark) await addSilent(tx, mark, today);
  }
  const { group } = OUTCOMES[attempt.outcome];
  if (group === 'I' || group === 'P')
    await drawRecheck(tx, callCase, { interviewer: by.account, day: localDay(at) }, by.random);
  if (isFinal || nextCallAt({ attempts, callbackAt: callback }, by.now) === null)
    await endCase(tx, callCase, today);
  // who agreed the time calls back
  else if (callback !== null)
    await lease(tx, callCase, by.device, addDays(localDay(Math.max(callback, by.now)), 1));
  return 'stored';
}

function flagsOf(
  { at, tq }: Pick<Attempt, 'at' | 'tq'>,
  before: readonly KnownAttempt[],
  isOpen: boolean,
): AttemptFlag[] {
  const days = new Set(before.map(({ day }) => day));
  const flags: Readonly<Record<AttemptFlag, boolean>> = {
    hours: nextCallHour(at) !== at,
    calls: before.length >= MOST_ATTEMPTS,
    days: days.size >= MOST_DAYS && !days.has(localDay(at)),
    ended: !isOpen,
    clock: tq === 'unknown',
  };
  return (Object.keys(flags) as AttemptFlag[]).filter((flag) => flags[flag]);
}
