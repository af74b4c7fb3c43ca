import { type Context, Hono } from 'hono';
import { BOARD_SPANS } from '../../shared/wire/late-board.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { buildBoard } from './build-board.ts';

/** `GET /late-board`: counts of dossiers and nothing about who handed them in, so whoever reads figures reads them. */
export function boardRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'figures');
  routes.get('/late-board', async (c) => {
    const caller = await begin(c);
    const span = BOARD_SPANS.find((one) => one === (c.req.query('span') ?? 'month'));
    if (!span) throw new ProblemError('malformed');
    const asked = { unit: c.req.query('unit') ?? caller.account.unit, span, at: c.req.query('at') };
    return c.json(await deps.store.snapshot((read) => buildBoard(read, caller, asked)));
  });
  return routes;
}
