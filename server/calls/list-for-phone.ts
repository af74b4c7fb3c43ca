import { CALL_HOURS, MOST_ATTEMPTS, MOST_DAYS } from '../../shared/calls.ts';
import { localDay } from '../../shared/period.ts';
import { SYS } from '../../shared/wire/batch.ts';
import type { CallCase, CallList } from '../../shared/wire/call-list.ts';
import type { Place } from '../../shared/wire/device.ts';
import type { Deps } from '../deps.ts';
import type { Keys } from '../keys.ts';
import { placeOf } from '../place-of.ts';
import { scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { type HeldCase, heldCases, topUp } from '../store/call-leases.ts';
import { proceduresOf } from '../store/fields.ts';
import type { Reader } from '../store/store.ts';

/** What a telephone of staff may call: its open cases, topped up, each with what the conversation needs. */
export async function callListFor(
  deps: Pick<Deps, 'store' | 'keys' | 'clock'>,
  device: string,
  account: StoredAccount,
): Promise<CallList> {
  const now = deps.clock();
  const today = localDay(now);
  const scope = await scopeOf(deps.store.read, account, today);
  await deps.store.write((tx) =>
    topUp(tx, device, { points: [...scope.points.keys()], now, markOf: markOfNumber(deps.keys) }),
  );
  return deps.store.snapshot(async (read) => {
    const held = await heldCases(read, device, today);
    const places: Record<string, Place> = {};
    const procedures = await proceduresOf(read, scope.tree);
    const cases: CallCase[] = [];
    for (const one of held) {
      const point = scope.points.get(one.point);
      const number = deps.keys.unlock(one.number);
      const key = `${one.campaign}/${one.point}`;
      places[key] ??= (await placeFor(read, one, today))!;
      // a point that has left the scope, or a number locked by other keys: nobody can be called
      if (!point || number === undefined || !places[key] || one.returned === null) continue;
      const procedure = procedures.find(({ code }) => code === one.procedure);
      cases.push({
        id: one.id,
        queue: one.queue,
        number,
        code: one.code,
        place: key,
        point: { id: point.id, ...point.name },
        field: one.field,
        procedure: procedure?.name ?? null,
        authority: one.authority,
        counter: one.counter,
        returnedOn: one.returned,
        onTime: onTimeOf(one),
        attempts: one.attempts.map(({ day }) => ({ day })),
        callbackAt: one.callback,
        until: one.until,
      });
    }
    return {
      sys: SYS,
      now,
      hours: CALL_HOURS.map(([from, to]) => [from, to]),
      mostAttempts: MOST_ATTEMPTS,
      mostDays: MOST_DAYS,
      interviewer: account.name,
      places,
      cases,
    };
  });
}

/** Of a number as it lies in the database, the mark by which it is known again. */
export const markOfNumber =
  (keys: Pick<Keys, 'unlock' | 'mark'>) =>
  (locked: string): string | undefined => {
    const number = keys.unlock(locked);
    return number === undefined ? undefined : keys.mark(number);
  };

const placeFor = (read: Reader, { point, campaign }: HeldCase, day: string) =>
  placeOf(read, { servicePoint: point, campaign, channel: 'call', day });

/** Without a day by which it was due nobody can say. */
function onTimeOf({ due, returned }: Pick<HeldCase, 'due' | 'returned'>): CallCase['onTime'] {
  if (due === null || returned === null) return null;
  if (returned > due) return 'late';
  return returned < due ? 'early' : 'on';
}
