import { type Context, Hono } from 'hono';
import { halfMonthOf, localDay, monthsUpTo } from '../../shared/period.ts';
import type { UnlikePlace } from '../../shared/wire/manage.ts';
import type { Deps } from '../deps.ts';
import { requireRight } from '../rights.ts';
import { scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { findingsSince } from '../store/findings.ts';
import { nameOf } from './unit-rows.ts';

/** Findings older than this are history. */
const MONTHS = 13;

/** `GET /findings`: which places of the account's scope looked unlike themselves, in which half-months, and by which signs. */
export function findingRoutes(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  routes.get('/findings', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'review');
    const today = localDay(clock());
    const { points, units } = await scopeOf(store.read, account, today);
    const oldest = monthsUpTo(halfMonthOf(today), MONTHS)[0]!.halfMonths[0]!;
    const findings = await findingsSince(store.read, oldest);
    const unlike = findings.flatMap(({ servicePoint, halfMonth, signs }): UnlikePlace[] => {
      const point = points.get(servicePoint);
      const unit = units.find(({ id }) => id === point?.unit);
      if (!point || !unit || signs.length === 0) return [];
      return [{ point: { id: point.id, name: point.name }, unit: nameOf(unit), halfMonth, signs }];
    });
    return c.json(unlike);
  });
  return routes;
}
