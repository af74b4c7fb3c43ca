import { type Context, Hono } from 'hono';
import { ALL, type Shape } from '../../shared/tally.ts';
import { type Cut, type CutBy, CUTS, USUAL_GROUPS } from '../../shared/wire/cuts.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { buildCut } from './build-cut.ts';
import { cutParts } from './cut-parts.ts';
import { askedFigures, onGround } from './figure-ground.ts';
import { OVERALL_QUESTION } from './neighbours.ts';

/** `GET /cuts`: the figures of a unit told apart by one thing. */
export function cutRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  routes.get('/cuts', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const by = askedCut(c);
    return timed(c, 'cut', () =>
      onGround(deps, account.unit, askedFigures(c), async (ground): Promise<Cut> => {
        const group = c.req.query('group');
        const groups = group === undefined ? USUAL_GROUPS : [askedGroup(ground.shape, group)];
        return buildCut(ground, by, groups, await cutParts(ground, by));
      }),
    );
  });
  return routes;
}

function askedCut(c: Context): CutBy {
  const by = CUTS.find((one) => one === c.req.query('by'));
  if (by === undefined) throw new ProblemError('malformed');
  return by;
}

/** An area, a factor, everything, or the overall question. */
function askedGroup(shape: Shape, group: string): string {
  if (group !== OVERALL_QUESTION && group !== ALL && !shape.groups.has(group)) {
    throw new ProblemError('malformed');
  }
  return group;
}

async function timed<T extends object>(c: Context, what: string, work: () => Promise<T>): Promise<Response> {
  const started = performance.now();
  const answer = await work();
  c.header('server-timing', `${what};dur=${(performance.now() - started).toFixed(1)}`);
  return c.json(answer);
}
