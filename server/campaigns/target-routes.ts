import { type Context, Hono } from 'hono';
import { dayBefore, halfMonthOf, reportYearDays, reportYearOf } from '../../shared/period.ts';
import {
  type TargetAsked,
  type TargetLine,
  type TargetList,
  TargetSchema,
} from '../../shared/wire/target-requests.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { Scope } from '../scope.ts';
import { accountsByIds, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { fieldsOf } from '../store/fields.ts';
import type { Reader } from '../store/store.ts';
import { addTargetStep, stepOn, type TargetStep, targetSteps } from '../store/targets.ts';

const MOST_BYTES = 4 * 1024;
/** Reporting years ahead for which somebody decides on a target. */
const YEARS_AHEAD = 5;

/** Targets by year and field: each change is one step more, and none reaches back. */
export function targetRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;

  const begin = createBegin(deps, guards, 'organise');

  routes.get('/targets', async (c) => {
    const { scope, today } = await begin(c);
    return c.json(await store.snapshot((read) => listOf(read, scope, today)));
  });

  routes.post('/targets', async (c) => {
    const { account, scope, today } = await begin(c);
    const asked = await readForm(c, TargetSchema, MOST_BYTES);
    const fields = await fieldsOf(store.read, scope.tree);
    judge(asked, { scope, today, isField: (code) => fields.some((field) => field.code === code) });
    const { unit, year, percent, source, from } = asked;
    const field = asked.field ?? '';
    await store.write(async (tx) => {
      const own = (await targetSteps(tx, [unit])).filter(
        (step) => step.year === year && step.field === field,
      );
      // what holds after the new step began, had it not been written
      const before = stepOn(own, from);
      if (percent === null && (before?.percent ?? null) === null) throw invalid('percent', 'needed');
      const at = deps.clock();
      await addTargetStep(tx, { unit, year, field, percent, source, from, at, account: account.id });
      const details = { year, field: asked.field, from: before?.percent ?? null, to: percent, day: from };
      await note(
        tx,
        audited(deps, { account: account.id, unit, what: 'target-set', subject: unit, details }),
      );
    });
    const { targets } = await store.snapshot((read) => listOf(read, scope, today));
    return c.json(
      targets.find((line) => line.unit.id === unit && line.year === year && line.field === asked.field),
    );
  });
  return routes;
}

function judge(
  { unit, year, field, from }: TargetAsked,
  around: { readonly scope: Scope; readonly today: string; readonly isField: (code: string) => boolean },
): void {
  const { scope, today } = around;
  if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
  if (field !== null && !around.isField(field)) throw invalid('field', 'unknown');
  const current = reportYearOf(halfMonthOf(today));
  if (year < current) throw invalid('year', 'too-early');
  if (year > current + YEARS_AHEAD) throw invalid('year', 'too-late');
  const days = reportYearDays(year);
  if (from < today || from < days.from) throw invalid('from', 'too-early');
  if (from > days.to) throw invalid('from', 'too-late');
}

async function listOf(read: Reader, scope: Scope, today: string): Promise<TargetList> {
  const steps = await targetSteps(
    read,
    scope.units.map(({ id }) => id),
  );
  const authors = new Set(steps.flatMap(({ account }) => account ?? []));
  const names = new Map((await accountsByIds(read, [...authors])).map(({ id, name }) => [id, name]));
  const groups = new Map<string, TargetStep[]>();
  for (const step of steps) {
    const key = JSON.stringify([step.unit, step.year, step.field]);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  const unitOf = new Map(scope.units.map((unit) => [unit.id, unit]));
  const current = reportYearOf(halfMonthOf(today));
  return {
    today,
    years: Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => ({
      year: current + i,
      ...reportYearDays(current + i),
    })),
    targets: [...groups.values()].map((own) => lineOf(own, unitOf.get(own[0]!.unit)!, names, today)),
    fields: (await fieldsOf(read, scope.tree)).map(({ code, name }) => ({ code, name })),
  };
}

function lineOf(
  steps: readonly TargetStep[],
  { id, name, tree }: Scope['units'][number],
  names: ReadonlyMap<string, string>,
  today: string,
): TargetLine {
  const { year, field } = steps[0]!;
  const days = reportYearDays(year);
  // of a year that is over, the last word; of one to come, what it begins with
  const day = today < days.from ? days.from : today > days.to ? days.to : today;
  const inOrder = [...steps].sort((a, b) => a.from.localeCompare(b.from));
  return {
    unit: { id, name, tree },
    year,
    field: field === '' ? null : field,
    percent: stepOn(steps, day)?.percent ?? null,
    history: inOrder
      .map(({ percent, source, from, at, account }, i) => {
        const next = inOrder[i + 1];
        const to = next ? dayBefore(next.from) : days.to;
        return { percent, source, from, to, at, who: account === null ? null : (names.get(account) ?? null) };
      })
      .toReversed(),
  };
}
