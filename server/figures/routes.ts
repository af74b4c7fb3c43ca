import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { treeOn, underUnit } from '../dated-tree.ts';
import type { Deps } from '../deps.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { historyNow } from '../store/unit-history.ts';
import { answerTimed } from './answer-timed.ts';
import { askedFigures, dayOf } from './read-question.ts';
import { readOverview } from './read-overview.ts';
import { daysSeen } from './seen-trees.ts';
import { nameOf } from './unit-rows.ts';

export function figureRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();

  routes.get('/units', async (c) => {
    const account = await guards.account(c);
    const history = await historyNow(deps.store);
    const today = localDay(deps.clock());
    const { units } = underUnit(history, treeOn(history, dayOf(c) ?? today), account.unit, today);
    const seen = new Set(units.map(({ id }) => id));
    return c.json(
      units.map((unit): ScopeUnit => {
        const isInside = unit.parent !== null && seen.has(unit.parent);
        return { ...nameOf(unit), parent: isInside ? unit.parent : null };
      }),
    );
  });

  routes.get('/units/days', async (c) => {
    const account = await guards.account(c);
    const history = await historyNow(deps.store);
    return c.json(daysSeen(history, account.unit, localDay(deps.clock())));
  });

  routes.get('/overview', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    return answerTimed(c, 'overview', () => readOverview(deps, account.unit, askedFigures(c)));
  });
  return routes;
}
