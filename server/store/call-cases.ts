import { type Outcome, outcomeFacts, outcomeOfCase, type Queue } from '../../shared/calls.ts';
import { parts } from './leaves.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Cases. Promised: a case names its dossier, and an attempt its time, only while the case is open; it ends in one place
 * (`endCase`), and there the number of whoever refused goes at once.
 */

/** Adds the cases of a plan, one for each dossier, and marks the dossiers. */
export async function addCases(
  tx: Tx,
  plan: { readonly id: string; readonly queue: Queue },
  cases: readonly {
    readonly id: string;
    readonly point: string;
    readonly field: string;
    readonly dossier: string;
  }[],
): Promise<void> {
  const row = { plan: plan.id, callback: null, outcome: null, ended: null };
  for (const part of parts(cases, 1_000))
    await tx
      .insertInto('call_cases')
      .values(part.map(({ point, ...one }) => ({ ...one, ...row, service_point: point })))
      .execute();
  for (const point of new Set(cases.map((one) => one.point))) {
    const codes = cases.filter((one) => one.point === point).map(({ dossier }) => dossier);
    for (const part of parts(codes))
      await tx
        .updateTable('dossiers')
        .set({ drawn: plan.queue })
        .where('service_point', '=', point)
        .where('code', 'in', part)
        .execute();
  }
}

/** The open case of a dossier. */
export async function openCaseOf(read: Reader, point: string, dossier: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('call_cases')
    .select('id')
    .where('service_point', '=', point)
    .where('dossier', '=', dossier)
    .executeTakeFirst();
  return row?.id;
}

export interface KnownAttempt {
  readonly day: string;
  readonly at: number | null;
  readonly outcome: Outcome;
}

/** Attempts of these cases, oldest first. */
export async function attemptsOf(
  read: Reader,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownAttempt[]>> {
  const known = new Map<string, KnownAttempt[]>();
  for (const part of parts(cases)) {
    const rows = await read
      .selectFrom('call_attempts')
      .select(['call_case', 'day', 'at', 'outcome'])
      .where('call_case', 'in', part)
      .execute();
    for (const { call_case, outcome, ...row } of rows)
      known.set(call_case, [...(known.get(call_case) ?? []), { ...row, outcome: outcome as Outcome }]);
  }
  for (const list of known.values())
    list.sort((a, b) => a.day.localeCompare(b.day) || (a.at ?? 0) - (b.at ?? 0));
  return known;
}

/** Ends an open case as what has been tried of it says; nothing of the dossier stays with it but point and field. */
export async function endCase(tx: Tx, id: string, day: string): Promise<Outcome | null> {
  const outcome = outcomeOfCase((await attemptsOf(tx, [id])).get(id) ?? []);
  const open = await tx
    .selectFrom('call_cases')
    .select(['service_point', 'dossier'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (outcome !== null && outcomeFacts(outcome).dropsNumber && open?.dossier)
    await suppress(tx, open.service_point, open.dossier);
  await tx
    .updateTable('call_cases')
    .set({ dossier: null, callback: null, outcome, ended: day })
    .where('id', '=', id)
    .execute();
  await tx.updateTable('call_attempts').set({ at: null }).where('call_case', '=', id).execute();
  return outcome;
}

/** Ends an open case whose number nobody calls any more, for whatever was said about another dossier. */
export async function silenceCase(tx: Tx, id: string, day: string): Promise<void> {
  const { service_point, dossier } = await tx
    .selectFrom('call_cases')
    .select(['service_point', 'dossier'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (dossier !== null) await suppress(tx, service_point, dossier);
  await endCase(tx, id, day);
}

/** The locked number of an open case. */
export async function numberOfCase(read: Reader, id: string): Promise<string | undefined> {
  const row = await read
    .selectFrom('call_cases as c')
    .innerJoin('dossiers as d', (join) =>
      join.onRef('d.service_point', '=', 'c.service_point').onRef('d.code', '=', 'c.dossier'),
    )
    .innerJoin('dossier_phones as n', 'n.key', 'd.phone')
    .select('n.number')
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row?.number;
}

/** The number of a dossier goes, and no import brings it back. */
export async function suppress(tx: Tx, point: string, code: string): Promise<void> {
  const dossier = await tx
    .selectFrom('dossiers')
    .select('phone')
    .where('service_point', '=', point)
    .where('code', '=', code)
    .executeTakeFirst();
  await tx
    .updateTable('dossiers')
    .set({ phone: null, suppressed: 1 })
    .where('service_point', '=', point)
    .where('code', '=', code)
    .execute();
  if (dossier?.phone) await tx.deleteFrom('dossier_phones').where('key', '=', dossier.phone).execute();
}

/** Ends what is open of a plan, and the plan. */
export async function closePlan(tx: Tx, plan: string, day: string): Promise<void> {
  // those that nobody tried are many: all at once
  await tx
    .updateTable('call_cases')
    .set({ dossier: null, ended: day })
    .where('plan', '=', plan)
    .where('ended', 'is', null)
    .where('id', 'not in', (eb) => eb.selectFrom('call_attempts').select('call_case'))
    .execute();
  const tried = await tx
    .selectFrom('call_cases')
    .select('id')
    .where('plan', '=', plan)
    .where('ended', 'is', null)
    .execute();
  for (const { id } of tried) await endCase(tx, id, day);
  await tx.updateTable('call_plans').set({ closed: day }).where('id', '=', plan).execute();
}
