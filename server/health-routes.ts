import { Hono } from 'hono';
import { NAMED_BY_DOCTOR, type SeenRequest } from '../shared/wire/seen-request.ts';
import type { AddressOf } from './caller-address.ts';
import type { Deps } from './deps.ts';
import { answerProblem } from './problem.ts';
import type { NotReady } from '../shared/wire/problem.ts';

/** What programs that watch over the server ask: does it live, may people be sent to it, how do requests arrive. */
export function healthRoutes(
  deps: Pick<Deps, 'publicUrl'>,
  {
    addressOf,
    notReady,
  }: { readonly addressOf: AddressOf; readonly notReady: () => Promise<readonly NotReady[]> },
): Hono {
  const routes = new Hono();

  routes.get('/healthz', (c) => c.json({ status: 'ok' }));

  routes.get('/readyz', async (c) => {
    const reasons = await notReady();
    return reasons.length === 0 ? c.json({ status: 'ready' }) : answerProblem(c, 'not-ready', { reasons });
  });

  // whether the proxy does its part, for `doctor`: nothing of the request is repeated
  routes.get('/seen', (c) =>
    c.json({
      host: c.req.header('host') === new URL(deps.publicUrl).host,
      forwarded: c.req.header('x-forwarded-for') !== undefined,
      believed: addressOf(c) === NAMED_BY_DOCTOR,
    } satisfies SeenRequest),
  );
  return routes;
}
