import { type Context, Hono } from 'hono';
import {
  PlanAskedSchema,
  type PlanList,
  type PlanPreview,
  type PlanView,
} from '../../shared/wire/call-plans.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { closePlan } from '../store/call-cases.ts';
import { type CallPlan, plansOf } from '../store/planned-calls.ts';
import { hasEndedBy } from '../store/organisation.ts';
import { retentionRules } from '../store/retention.ts';
import type { Reader } from '../store/store.ts';
import { frameFor, makePlan, numbersOf } from './make-plan.ts';
import { rowsOf, stratumNames, viewOfPlan } from './plan-views.ts';

const MOST_BYTES = 8 * 1024;

/** Plans of calls, made and closed by whoever may see lists of dossiers. */
export function planRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'dossiers');

  const plansIn = (read: Reader, { scope }: Caller) =>
    plansOf(
      read,
      scope.units.map(({ id }) => id),
    );
  async function planIn(read: Reader, caller: Caller, id: string): Promise<CallPlan> {
    const plan = (await plansIn(read, caller)).find((one) => one.id === id);
    // outside of the scope there is nothing
    if (!plan) throw new ProblemError('not-found');
    return plan;
  }
  const shown = (caller: Caller, id: string): Promise<PlanView> =>
    store.snapshot(async (read) => viewOfPlan(read, caller.scope, await planIn(read, caller, id)));

  routes.get('/call-plans', async (c) => {
    const caller = await begin(c);
    const list = await store.snapshot(async (read): Promise<PlanList> => {
      const { scope, today } = caller;
      return {
        plans: await rowsOf(read, scope, await plansIn(read, caller)),
        units: scope.units.filter((unit) => !hasEndedBy(unit, today)).map(({ id, name }) => ({ id, name })),
        phoneDays: (await retentionRules(read)).dossierPhoneDays,
      };
    });
    return c.json(list);
  });

  routes.post('/call-plans/preview', async (c) => {
    const caller = await begin(c);
    const asked = await readForm(c, PlanAskedSchema, MOST_BYTES);
    const preview = await store.snapshot(async (read): Promise<PlanPreview> => {
      const { strata, campaign } = await frameFor(read, caller, asked);
      const named = await stratumNames(read, caller.scope);
      const numbers = numbersOf(strata, asked.wanted);
      return {
        campaign: { id: campaign.id, name: campaign.name },
        strata: strata.map(({ counts }, i) => named({ ...counts, drawn: numbers[i]! })),
      };
    });
    return c.json(preview);
  });

  routes.post('/call-plans', async (c) => {
    const caller = await begin(c);
    const asked = await readForm(c, PlanAskedSchema, MOST_BYTES);
    const id = await store.write(async (tx) => {
      const { plan, draw } = await makePlan(tx, deps, caller, asked);
      const population = draw.strata.reduce((sum, stratum) => sum + stratum.population, 0);
      const { queue, from, to, seed } = plan;
      // with the seed and the list of that day the draw can be repeated
      const details = { queue, from, to, population, drawn: draw.drawn.length, seed };
      const line = { account: caller.account.id, unit: plan.unit, what: 'calls-planned', subject: plan.id };
      await note(tx, audited(deps, { ...line, details }));
      return plan.id;
    });
    return c.json(await shown(caller, id));
  });

  routes.get('/call-plans/:id', async (c) => c.json(await shown(await begin(c), c.req.param('id'))));

  routes.post('/call-plans/:id/close', async (c) => {
    const caller = await begin(c);
    await readForm(c, NothingSchema, MOST_BYTES);
    const id = c.req.param('id');
    await store.write(async (tx) => {
      const plan = await planIn(tx, caller, id);
      if (plan.closed !== null) throw new ProblemError('not-possible');
      await closePlan(tx, id, caller.today);
      const line = { account: caller.account.id, unit: plan.unit, what: 'calls-closed', subject: id };
      await note(tx, audited(deps, { ...line, details: { queue: plan.queue } }));
    });
    return c.json(await shown(caller, id));
  });
  return routes;
}
