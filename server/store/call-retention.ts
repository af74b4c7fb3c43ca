import type { SelectQueryBuilder } from 'kysely';
import { nextCallAt } from '../../shared/calls.ts';
import { dayAfter, startOfLocalDay } from '../../shared/period.ts';
import { attemptsOf, closePlan, endCase } from './call-cases.ts';
import { plansOver } from './planned-calls.ts';
import { addEntry } from './entries.ts';
import type { Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** What ends of calls by itself in the night, and what goes by age. */

/** Plans whose last day has passed, cases that may never be called again, and cases whose number has gone. */
export async function endOverCalls(tx: Tx, today: string): Promise<number> {
  // of the coming day, since the hours of this one are over
  const now = startOfLocalDay(dayAfter(today));
  for (const plan of await plansOver(tx, today)) await closePlan(tx, plan, today);
  const open = await tx
    .selectFrom('call_cases as c')
    .leftJoin('dossiers as d', (join) =>
      join.onRef('d.service_point', '=', 'c.service_point').onRef('d.code', '=', 'c.dossier'),
    )
    .select(['c.id', 'c.callback', 'd.phone'])
    .where('c.ended', 'is', null)
    .execute();
  const attempts = await attemptsOf(
    tx,
    open.map(({ id }) => id),
  );
  let ended = 0;
  for (const { id, callback, phone } of open) {
    const tried = attempts.get(id) ?? [];
    if (phone !== null && nextCallAt({ attempts: tried, callbackAt: callback }, now) !== null) continue;
    await endCase(tx, id, today);
    ended++;
  }
  return ended;
}

/** Plans that closed before a day, with all that belongs to them. */
export async function removeOldPlans(tx: Tx, before: string, day: string): Promise<number> {
  const old = await tx.selectFrom('call_plans').select('id').where('closed', '<', before).execute();
  if (old.length === 0) return 0;
  const plans = tx.selectFrom('call_plans').select('id').where('closed', '<', before);
  await removePlans(tx, plans);
  const facts = { what: 'call-plans', boundary: before, count: old.length };
  await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
  return old.length;
}

/** Takes plans away with their strata, cases, attempts and telephones. */
export async function removePlans(
  tx: Tx,
  plans: SelectQueryBuilder<Tables, 'call_plans', { id: string }>,
): Promise<void> {
  const cases = tx.selectFrom('call_cases').select('id').where('plan', 'in', plans);
  await tx.deleteFrom('call_leases').where('call_case', 'in', cases).execute();
  await tx.deleteFrom('call_attempts').where('call_case', 'in', cases).execute();
  await tx.deleteFrom('call_cases').where('plan', 'in', plans).execute();
  await tx.deleteFrom('call_strata').where('plan', 'in', plans).execute();
  await tx.deleteFrom('call_plans').where('id', 'in', plans).execute();
}
