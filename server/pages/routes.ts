import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { readTypedCode } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { SYS, TicketSchema } from '../../shared/wire/batch.ts';
import type { AppName } from '../assets.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { isSetUpOpen } from '../set-up-link.ts';
import { readJson } from '../read-json.ts';
import { hashSecret } from '../secrets.ts';
import { anyWalkUpCode, walkUpCode } from '../store/organisation.ts';
import { ticketPlace } from '../store/tickets.ts';
import type { AddressThrottle } from '../throttle.ts';
import { createPhoneVisits, fillPhonePage, type PhonePageData } from './phone-page.ts';
import { doorPage, doorPolicy } from './door-page.ts';

/** The pages: the door, the kiosk, a citizen's own phone, the managers' dashboard, and all screens to look at. */
export function pageRoutes(
  deps: Deps,
  guards: { readonly phones: AddressThrottle; readonly addressOf: (c: Context) => string },
): Hono {
  const routes = new Hono();
  const today = () => localDay(deps.clock());
  const phoneVisits = createPhoneVisits(deps);

  routes.get('/', async (c) => {
    c.header('content-security-policy', doorPolicy);
    const { read } = deps.store;
    return c.html(
      doorPage({ demoCode: await anyWalkUpCode(read, 'demo'), isSetUpOpen: await isSetUpOpen(read) }),
    );
  });

  const answerPhone = (c: Context, data: PhonePageData) => {
    const page = deps.assets?.text('phone', 'index.html');
    if (!deps.assets || page === undefined) throw new ProblemError('not-found');
    c.header('content-security-policy', deps.assets.csp('phone'));
    return c.html(fillPhonePage(page, data), 'sorry' in data && data.sorry === 'unknown-code' ? 404 : 200);
  };
  // a person who finds the wrong place named on the page types the code of the right one
  for (const path of ['/q', '/q/']) routes.get(path, (c) => answerPhone(c, { sorry: 'no-code' }));
  routes.get('/q/:code', async (c) => {
    const code = await walkUpCode(deps.store.read, readTypedCode(c.req.param('code')), today());
    if (!code) return answerPhone(c, { sorry: 'unknown-code' });
    // neither one that has ended, nor one of a closed place or between two campaigns, leads to an error
    const visit = code !== 'ended' && (await phoneVisits(code, code.code, 'qr'));
    return answerPhone(c, visit ? { ...visit, code: code.code } : { sorry: 'ended-code' });
  });
  // the ticket stands behind the `#`, which no browser sends: the page asks with it by itself
  routes.get('/s', (c) => answerPhone(c, { sorry: 'ticket' }));
  routes.post('/api/v1/tickets/open', async (c) => {
    const waitSeconds = guards.phones.take(guards.addressOf(c), 'ticket');
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const { ticket } = await readJson(c, v.object({ ticket: TicketSchema }), 256);
    const way = await ticketPlace(deps.store.read, hashSecret(ticket), today());
    const visit = way && (await phoneVisits(way, way.batch, 'ticket'));
    if (!visit) throw new ProblemError('ticket-used');
    return c.json({ sys: SYS, ...visit });
  });

  for (const app of ['kiosk', 'dashboard', 'design'] as const) {
    // without the slash a page lies outside of its service worker's scope
    routes.get(`/${app}`, (c) => c.redirect(`/${app}/`, 301));
    routes.get(`/${app}/*`, (c) => answerApp(c, deps, app));
  }
  routes.get('/favicon.ico', (c) => deps.assets?.answer(c, 'kiosk', 'icon.svg') ?? c.body(null, 204));
  return routes;
}

function answerApp(c: Context, deps: Deps, app: AppName) {
  const path = c.req.path.slice(app.length + 2).replace(/(^|\/)$/, '$1index.html');
  const answer = deps.assets?.answer(c, app, path);
  if (!deps.assets || !answer) throw new ProblemError('not-found');
  answer.headers.set('content-security-policy', deps.assets.csp(app));
  return answer;
}
