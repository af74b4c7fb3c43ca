import { countCases, ratesOf } from '../../shared/aapor.ts';
import type { Outcome } from '../../shared/calls.ts';
import type { Text } from '../../shared/questionnaire.ts';
import type { PlanPreview, PlanRow, PlanView, RateRow } from '../../shared/wire/call-plans.ts';
import type { Scope } from '../scope.ts';
import { type CallPlan, strataOf, type StratumCounts } from '../store/planned-calls.ts';
import {
  attemptCounts,
  type CaseProgress,
  countsOfPlans,
  isInterview,
  progressOf,
} from '../store/call-progress.ts';
import { allCampaigns } from '../store/campaigns.ts';
import { fieldsOf } from '../store/fields.ts';
import { namesOf } from '../store/names-of.ts';
import type { Reader } from '../store/store.ts';

/** Plans as managers see them: counts by stratum and AAPOR's rates; nothing about one person. */

interface Named {
  readonly id: string;
  readonly name: Text;
}
const bare = (id: string): Named => ({ id, name: { vi: id, en: id } });
const namedIn = (list: readonly Named[], id: string): Named => {
  const found = list.find((one) => one.id === id);
  return found ? { id, name: found.name } : bare(id);
};

/** Names that strata are shown with. */
export async function stratumNames(read: Reader, { tree, points }: Scope) {
  const fields = (await fieldsOf(read, tree)).map(({ code, name }) => ({ id: code, name }));
  const places = [...points.values()];
  return ({ point, field, ...counts }: StratumCounts): PlanPreview['strata'][number] => ({
    ...counts,
    point: namedIn(places, point),
    field: namedIn(fields, field),
  });
}

export async function campaignNamed(read: Reader, id: string): Promise<Named> {
  return namedIn(await allCampaigns(read), id);
}

/** Rows of the list. */
export async function rowsOf(read: Reader, { units }: Scope, plans: readonly CallPlan[]): Promise<PlanRow[]> {
  const counts = await countsOfPlans(
    read,
    plans.map(({ id }) => id),
  );
  return plans.map(({ id, unit, queue, from, to, made, ends, closed }) => ({
    id,
    unit: namedIn(units, unit),
    queue,
    from,
    to,
    made,
    ends,
    closed,
    ...(counts.get(id) ?? { drawn: 0, ended: 0, interviews: 0 }),
  }));
}

export async function viewOfPlan(read: Reader, scope: Scope, plan: CallPlan): Promise<PlanView> {
  const [row] = await rowsOf(read, scope, [plan]);
  const cases = await progressOf(read, plan.id);
  const ended = cases.filter((one) => one.ended !== null);
  const ids = [plan.account, ...ended.flatMap(({ interviewer }) => interviewer ?? [])];
  const names = await namesOf(read, [...new Set(ids)]);
  const named = await stratumNames(read, scope);
  const strata = (await strataOf(read, plan.id)).map((stratum) => {
    const here = ended.filter(({ point, field }) => point === stratum.point && field === stratum.field);
    return { ...named(stratum), ended: here.length, interviews: here.filter(wasInterview).length };
  });
  const outcomes: Partial<Record<Outcome | 'UNTRIED', number>> = {};
  for (const { outcome } of ended) outcomes[outcome ?? 'UNTRIED'] = (outcomes[outcome ?? 'UNTRIED'] ?? 0) + 1;
  const unitOf = ({ point }: CaseProgress) => scope.points.get(point)?.unit ?? plan.unit;
  return {
    ...row!,
    campaign: await campaignNamed(read, plan.campaign),
    by: names.get(plan.account) ?? null,
    wanted: plan.wanted,
    seed: plan.seed,
    strata,
    outcomes,
    whole: rateRow(null, ended),
    units: grouped(ended, unitOf).map(([unit, list]) => rateRow(namedIn(scope.units, unit).name, list)),
    interviewers: grouped(ended, ({ interviewer }) => interviewer ?? '').map(([account, list]) =>
      rateRow(account === '' ? null : sameName(names.get(account) ?? '—'), list),
    ),
    ...(await attemptCounts(read, plan.id)),
  };
}

const wasInterview = ({ outcome }: CaseProgress) => isInterview(outcome);
const sameName = (name: string): Text => ({ vi: name, en: name });

function rateRow(name: Text | null, ended: readonly CaseProgress[]): RateRow {
  const groups = countCases(ended.map(({ outcome }) => outcome));
  return { name, cases: ended.length, groups, rates: ratesOf(groups) };
}

function grouped(
  cases: readonly CaseProgress[],
  keyOf: (one: CaseProgress) => string,
): [string, CaseProgress[]][] {
  const groups = new Map<string, CaseProgress[]>();
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
