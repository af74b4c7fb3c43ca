import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { isTypedCode, readTypedCode } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { PhonePage, Sorry } from '../../shared/wire/phone-visit.ts';
import { SYS, TicketSchema } from '../../shared/wire/batch.ts';
import type { AppName } from '../assets.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { isSetUpOpen } from '../set-up-link.ts';
import { publicUnits } from '../public-units.ts';
import { readJson } from '../read-json.ts';
import type { ScreenTickets } from '../screen-tickets.ts';
import { hashSecret } from '../secrets.ts';
import { anyWalkUpCode, walkUpCode } from '../store/organisation.ts';
import { ticketPlace } from '../store/tickets.ts';
import type { AddressThrottle } from '../throttle.ts';
import { chooseAmong, liveOffices } from './offices.ts';
import { createPhoneVisits, fillPhonePage } from './phone-page.ts';
import { doorPage, doorPolicy } from './door-page.ts';

/** Of what was typed as a code, as much as is shown again. */
const TYPED_MOST = 40;

/** The pages: the door, the kiosk, a citizen's own phone, the managers' dashboard, and all screens to look at. */
export function pageRoutes(
  deps: Deps,
  guards: {
    readonly phones: AddressThrottle;
    readonly addressOf: (c: Context) => string;
    readonly screenTickets: ScreenTickets;
  },
): Hono {
  const routes = new Hono();
  const today = () => localDay(deps.clock());
  const phoneVisits = createPhoneVisits(deps);

  routes.get('/', async (c) => {
    c.header('content-security-policy', doorPolicy);
    const { read } = deps.store;
    return c.html(
      doorPage({
        demoCode: await anyWalkUpCode(read, 'demo'),
        isSetUpOpen: await isSetUpOpen(read),
        isPublicOpen: (await publicUnits(read, today())).length > 0,
      }),
    );
  });

  const answerPhone = (c: Context, data: PhonePage, status: 200 | 404 | 429 = 200) => {
    const page = deps.assets?.text('phone', 'index.html');
    if (!deps.assets || page === undefined) throw new ProblemError('not-found');
    c.header('content-security-policy', deps.assets.csp('phone'));
    return c.html(fillPhonePage(page, data, deps.assets.firstScreen(data)), status);
  };
  /** Where one chooses an office or types a code. A person at the counter needs a few such pages, a machine would like all. */
  const answerChoice = async (c: Context, sorry: Sorry, typed = '') => {
    const waitSeconds = await guards.phones.take(guards.addressOf(c), 'offices');
    if (waitSeconds > 0) {
      c.header('retry-after', String(waitSeconds));
      return answerPhone(c, { sorry: 'busy', typed, offices: null }, 429);
    }
    const all = await liveOffices(deps.store.read, today());
    const offices = all.length > 0 ? chooseAmong(all, c.req.query()) : null;
    return answerPhone(
      c,
      { sorry, typed, offices },
      c.req.param('code') !== undefined && sorry !== 'ended-code' ? 404 : 200,
    );
  };
  for (const path of ['/q', '/q/'])
    routes.get(path, async (c) => {
      const typed = c.req.query('code');
      if (typed === undefined) return answerChoice(c, 'no-code');
      // nothing is corrected silently: what cannot be a code comes back as it was typed
      return isTypedCode(typed)
        ? c.redirect(`/q/${readTypedCode(typed)}`, 303)
        : answerChoice(c, 'bad-code', typed.slice(0, TYPED_MOST));
    });
  routes.get('/q/at/:point', async (c) => {
    const waitSeconds = await guards.phones.take(guards.addressOf(c), 'offices');
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const office = (await liveOffices(deps.store.read, today())).find(
      ({ point }) => point.id === c.req.param('point'),
    );
    return office ? c.redirect(`/q/${office.code}`, 303) : answerChoice(c, 'no-code');
  });
  routes.get('/q/:code', async (c) => {
    const typed = c.req.param('code').slice(0, TYPED_MOST);
    const code = await walkUpCode(deps.store.read, readTypedCode(typed), today());
    if (!code) return answerChoice(c, isTypedCode(typed) ? 'unknown-code' : 'bad-code', typed);
    // neither one that has ended, nor one of a closed place or between two campaigns, leads to an error
    const visit = code !== 'ended' && (await phoneVisits(code, code.code, 'qr'));
    return visit ? answerPhone(c, { ...visit, code: code.code }) : answerChoice(c, 'ended-code');
  });
  // the ticket stands behind the `#`, which no browser sends: the page asks with it by itself
  routes.get('/s', (c) => answerPhone(c, { sorry: 'ticket' }));
  routes.post('/api/v1/tickets/open', async (c) => {
    const waitSeconds = await guards.phones.take(guards.addressOf(c), 'ticket');
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const { ticket } = await readJson(c, v.object({ ticket: TicketSchema }), 256);
    const hash = hashSecret(ticket);
    const shown = await guards.screenTickets.open(hash);
    const given = shown ? undefined : await ticketPlace(deps.store.read, hash, today());
    const way = shown ?? given;
    const visit = way && (await phoneVisits(way, given?.batch ?? way.servicePoint, 'ticket'));
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
