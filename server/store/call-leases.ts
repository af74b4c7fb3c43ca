import { nextCallAt, type Queue, QUEUES } from '../../shared/calls.ts';
import { addDays, localDay, startOfLocalDay } from '../../shared/period.ts';
import { CASES_HELD } from '../../shared/wire/call-list.ts';
import { attemptsOf, endCase, type KnownAttempt, silenceCase } from './call-cases.ts';
import { parts } from './leaves.ts';
import { silentAmong } from './silent-numbers.ts';
import type { Reader, Tx } from './store.ts';

/** Which telephone calls whom: a case belongs to one telephone until the end of a day, then to the list again. */
export interface HeldCase {
  readonly id: string;
  readonly plan: string;
  readonly campaign: string;
  readonly queue: Queue;
  readonly point: string;
  readonly field: string;
  readonly callback: number | null;
  readonly code: string;
  readonly procedure: string | null;
  readonly authority: string | null;
  readonly counter: string | null;
  readonly due: string | null;
  readonly returned: string | null;
  /** Locked. */
  readonly number: string;
  readonly attempts: readonly KnownAttempt[];
}

/** What can be called: open cases whose dossier still has its number. */
const callable = (read: Reader, today: string) =>
  read
    .selectFrom('call_cases as c')
    .innerJoin('call_plans as p', 'p.id', 'c.plan')
    .innerJoin('dossiers as d', (join) =>
      join.onRef('d.service_point', '=', 'c.service_point').onRef('d.code', '=', 'c.dossier'),
    )
    .innerJoin('dossier_phones as n', 'n.key', 'd.phone')
    .select([
      'c.id',
      'c.plan',
      'p.campaign',
      'p.queue',
      'c.service_point as point',
      'c.field',
      'c.callback',
      'd.code',
      'd.procedure',
      'd.authority',
      'd.counter',
      'd.due',
      'd.returned',
      'n.number',
    ])
    .where('c.ended', 'is', null)
    .where('p.closed', 'is', null)
    .where('p.ends', '>=', today);

/** The open cases that a telephone may call, with the last day on which it may. */
export async function heldCases(
  read: Reader,
  device: string,
  today: string,
): Promise<(HeldCase & { readonly until: string })[]> {
  const rows = await callable(read, today)
    .innerJoin('call_leases as l', 'l.call_case', 'c.id')
    .select('l.until')
    .where('l.device', '=', device)
    .where('l.until', '>=', today)
    .orderBy('c.id')
    .execute();
  const attempts = await attemptsOf(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, queue: row.queue as Queue, attempts: attempts.get(row.id) ?? [] }));
}

/** The mark of a locked number; undefined when other keys locked it. */
type MarkOf = (locked: string) => string | undefined;

/** What is free is looked at in small parts: most of it can be called. */
const LOOKED_AT = 4 * CASES_HELD;

/** Gives a telephone what it may still take of these service points, of both queues alike. */
export async function topUp(
  tx: Tx,
  device: string,
  list: { readonly points: readonly string[]; readonly now: number; readonly markOf: MarkOf },
): Promise<void> {
  const { now, markOf } = list;
  const today = localDay(now);
  const until = addDays(today, 1);
  const held = await withoutSilent(tx, await heldCases(tx, device, today), { markOf, today });
  const room = CASES_HELD - held.length;
  if (room <= 0) return;
  const free: string[][] = [];
  for (const queue of QUEUES) free.push(await freeCases(tx, queue, { ...list, until }));
  const taken = Array.from({ length: room }, (_, i) => free.flatMap((list) => list[i] ?? []))
    .flat()
    .slice(0, room);
  for (const id of taken) await lease(tx, id, device, until);
}

/** Of the sample in the order of random ids, of late dossiers the oldest first; whoever is called back later waits. */
async function freeCases(
  tx: Tx,
  queue: Queue,
  list: {
    readonly points: readonly string[];
    readonly now: number;
    readonly until: string;
    readonly markOf: MarkOf;
  },
): Promise<string[]> {
  const { points, now, until, markOf } = list;
  const today = localDay(now);
  const found: string[] = [];
  for (const part of parts(points)) {
    let query = callable(tx, today)
      .where('p.queue', '=', queue)
      .where('c.service_point', 'in', part)
      .where((eb) => eb.or([eb('c.callback', 'is', null), eb('c.callback', '<', endOf(until))]))
      .where('c.id', 'not in', (eb) =>
        eb.selectFrom('call_leases').select('call_case').where('until', '>=', today),
      );
    if (queue === 'late') query = query.orderBy('d.returned');
    const rows = await query.orderBy('c.id').limit(LOOKED_AT).execute();
    const attempts = await attemptsOf(
      tx,
      rows.map(({ id }) => id),
    );
    for (const { id, callback } of await withoutSilent(tx, rows, { markOf, today })) {
      const next = nextCallAt({ attempts: attempts.get(id) ?? [], callbackAt: callback }, now);
      if (next === null) await endCase(tx, id, today);
      else if (localDay(next) <= until) found.push(id);
    }
  }
  return found;
}

/** Ends those whose number nobody calls any more; the others. */
async function withoutSilent<T extends { readonly id: string; readonly number: string }>(
  tx: Tx,
  cases: readonly T[],
  { markOf, today }: { readonly markOf: MarkOf; readonly today: string },
): Promise<T[]> {
  const marks = new Map(cases.map(({ id, number }) => [id, markOf(number) ?? '']));
  const silent = await silentAmong(tx, [...marks.values()]);
  const isSilent = ({ id }: T) => silent.has(marks.get(id)!);
  for (const { id } of cases.filter(isSilent)) await silenceCase(tx, id, today);
  return cases.filter((one) => !isSilent(one));
}

const endOf = (day: string) => startOfLocalDay(addDays(day, 1));

/** Until the end of a day; one that the telephone has longer stays longer. */
export async function lease(tx: Tx, callCase: string, device: string, until: string): Promise<void> {
  await tx
    .insertInto('call_leases')
    .values({ call_case: callCase, device, until })
    .onConflict((on) =>
      on.columns(['call_case', 'device']).doUpdateSet({ until }).where('call_leases.until', '<', until),
    )
    .execute();
}

/** After so many days a telephone has asked for its list anew. */
const TOLD_DAYS = 7;

/** Of the cases that a telephone held, those that it holds no more although it may not know it yet. */
export async function goneFrom(read: Reader, device: string, today: string): Promise<string[]> {
  const rows = await read
    .selectFrom('call_leases as l')
    .innerJoin('call_cases as c', 'c.id', 'l.call_case')
    .select('c.id')
    .where('l.device', '=', device)
    .where('l.until', '>=', addDays(today, -TOLD_DAYS))
    .where((eb) => eb.or([eb('c.ended', 'is not', null), eb('l.until', '<', today)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a telephone holds a case, or ever did. */
export async function everHeld(read: Reader, callCase: string, device: string): Promise<boolean> {
  const row = await read
    .selectFrom('call_leases')
    .select('until')
    .where('call_case', '=', callCase)
    .where('device', '=', device)
    .executeTakeFirst();
  return row !== undefined;
}
