import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import {
  type CounterPlace,
  LookSchema,
  NewScreenTicketSchema,
  type ScreenTicket,
  type ScreenTicketState,
} from '../../shared/wire/counter-requests.ts';
import { audited } from '../audited.ts';
import { campaignsAsked } from '../campaigns-asked.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { createRecentMap } from '../recent-map.ts';
import type { ScreenTickets } from '../screen-tickets.ts';
import { hashSecret } from '../secrets.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Throttle } from '../throttle.ts';
import { newTicket } from './manage-tickets.ts';
import { createPlacesBegin, optionsOf, placeIn, wayFor } from './places.ts';

const MOST_BYTES = 1024;
const NOTED_MOST = 10_000;

/** The code that staff show on their screen: a ticket at a time, for whoever stands before them. */
export function counterScreenRoutes(
  deps: Deps,
  guards: {
    readonly account: (c: Context) => Promise<StoredAccount>;
    readonly tickets: ScreenTickets;
    /** Of tickets shown, by account. */
    readonly shown: Throttle;
  },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const begin = createPlacesBegin(deps, guards, 'invite');
  const noted = createRecentMap<true>(NOTED_MOST);

  routes.get('/counter-screen', async (c) => {
    const { points } = optionsOf((await begin(c)).places);
    const askable = points.filter(({ campaigns }) => campaigns.length > 0);
    return c.json(
      askable.map(({ id, name, unit, fields }) => ({
        id,
        name,
        unit: unit.name,
        fields,
      })) satisfies CounterPlace[],
    );
  });

  routes.post('/counter-screen/tickets', async (c) => {
    const { account, places } = await begin(c);
    const { replaces, ...asked } = await readForm(c, NewScreenTicketSchema, MOST_BYTES);
    const way = wayFor(optionsOf(places), { ...asked, campaign: null });
    if ((await campaignsAsked(store.read, way, [localDay(deps.clock())])).length === 0)
      throw new ProblemError('not-possible');
    const waitSeconds = await guards.shown.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    // once a day: that the screen was shown, and nothing about whom it was shown to
    const name = `${places.day} ${account.id} ${way.servicePoint}`;
    if (!noted.get(name)) {
      const place = placeIn(places, { ...way, counter: null })!;
      const details = { point: place.point.name.vi };
      const line = {
        account: account.id,
        unit: place.unit.id,
        what: 'counter-screen',
        subject: way.servicePoint,
      };
      await store.write((tx) => note(tx, audited(deps, { ...line, details })));
      noted.set(name, true);
    }
    if (replaces !== null) await guards.tickets.drop(hashSecret(replaces));
    const ticket = newTicket(random);
    await guards.tickets.add(hashSecret(ticket), way);
    return c.json({ ticket, address: `${deps.publicUrl}/s#t=${ticket}` } satisfies ScreenTicket);
  });

  routes.post('/counter-screen/look', async (c) => {
    await begin(c);
    const { ticket } = await readJson(c, LookSchema, MOST_BYTES);
    return c.json({ state: await guards.tickets.look(hashSecret(ticket)) } satisfies ScreenTicketState);
  });
  return routes;
}
