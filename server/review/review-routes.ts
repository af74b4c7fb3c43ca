import { type Context, Hono } from 'hono';
import { CohortReviewSchema } from '../../shared/wire/cohort-review.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { recordReview } from './record-review.ts';
import { reviewView } from './review-view.ts';

/** `GET /reviews`: flagged forms of a unit by service point. `POST /reviews`: a decision about one cohort of them. */
export function reviewRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const begin = createBegin(deps, guards, 'review');

  routes.get('/reviews', async (c) => {
    const caller = await begin(c);
    const asked = { unit: c.req.query('unit') ?? '', halfMonth: c.req.query('halfMonth') };
    return c.json(await deps.store.snapshot((read) => reviewView(read, caller, asked)));
  });

  routes.post('/reviews', async (c) => {
    const caller = await begin(c);
    return c.json(await recordReview(deps, caller, await readForm(c, CohortReviewSchema, 4 * 1024)));
  });
  return routes;
}
