import { type Outcome, outcomeFacts } from '../../shared/calls.ts';
import { parts } from './leaves.ts';
import type { Reader } from './store.ts';

/** What became of the cases of plans, as counts are made from: no number, no dossier, no time. */
export interface CaseProgress {
  readonly plan: string;
  readonly point: string;
  readonly field: string;
  /** Null while it is open. */
  readonly ended: string | null;
  readonly outcome: Outcome | null;
  /** Account of the last attempt; null = nobody called. */
  readonly interviewer: string | null;
}

export const isInterview = (outcome: Outcome | null): boolean =>
  outcome !== null && ['I', 'P'].includes(outcomeFacts(outcome).group);

/** Cases of a plan, each with whoever called last. */
export async function progressOf(read: Reader, plan: string): Promise<CaseProgress[]> {
  const rows = await read
    .selectFrom('call_cases')
    .select(['id', 'plan', 'service_point as point', 'field', 'ended', 'outcome'])
    .where('plan', '=', plan)
    .orderBy('id')
    .execute();
  const last = new Map<string, { readonly when: string; readonly account: string | null }>();
  for (const part of parts(rows)) {
    const attempts = await read
      .selectFrom('call_attempts')
      .select(['call_case', 'day', 'at', 'account'])
      .where(
        'call_case',
        'in',
        part.map(({ id }) => id),
      )
      .orderBy('id')
      .execute();
    for (const { call_case, day, at, account } of attempts) {
      const when = `${day} ${String(at ?? 0).padStart(15, '0')}`;
      if (when >= (last.get(call_case)?.when ?? '')) last.set(call_case, { when, account });
    }
  }
  return rows.map(({ id, outcome, ...row }) => ({
    ...row,
    outcome: outcome as Outcome | null,
    interviewer: last.get(id)?.account ?? null,
  }));
}

/** How the cases of these plans stand: all, ended, interviews. */
export async function countsOfPlans(
  read: Reader,
  plans: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly drawn: number; readonly ended: number; readonly interviews: number }>
> {
  const counts = new Map<string, { drawn: number; ended: number; interviews: number }>();
  for (const part of parts(plans)) {
    const rows = await read
      .selectFrom('call_cases')
      .select(['plan', 'outcome', (eb) => eb.fn.countAll<number>().as('count')])
      .select((eb) => eb.fn.count<number>('ended').as('ended'))
      .where('plan', 'in', part)
      .groupBy(['plan', 'outcome'])
      .execute();
    for (const { plan, outcome, count, ended } of rows) {
      const sum = counts.get(plan) ?? { drawn: 0, ended: 0, interviews: 0 };
      sum.drawn += count;
      sum.ended += ended;
      if (isInterview(outcome as Outcome | null)) sum.interviews += count;
      counts.set(plan, sum);
    }
  }
  return counts;
}

/** Attempts of a plan, those outside of a rule, and those at the interviewer's own counter. */
export async function attemptCounts(
  read: Reader,
  plan: string,
): Promise<{ readonly attempts: number; readonly flagged: number; readonly ownCounter: number }> {
  const rows = await read
    .selectFrom('call_attempts as a')
    .innerJoin('call_cases as c', 'c.id', 'a.call_case')
    .select(['a.flags', 'a.own_counter', (eb) => eb.fn.countAll<number>().as('count')])
    .where('c.plan', '=', plan)
    .groupBy(['a.flags', 'a.own_counter'])
    .execute();
  const sum = (list: typeof rows) => list.reduce((all, { count }) => all + count, 0);
  return {
    attempts: sum(rows),
    flagged: sum(rows.filter(({ flags }) => flags !== '[]')),
    ownCounter: sum(rows.filter(({ own_counter }) => own_counter === 1)),
  };
}
