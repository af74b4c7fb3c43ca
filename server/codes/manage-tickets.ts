import { type Context, Hono } from 'hono';
import { type RandomBytes, typedCode } from '../../shared/ids.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { TICKET_DAYS_MOST } from '../../shared/code-limits.ts';
import {
  type NewTickets,
  NewTicketsSchema,
  PrintTicketsSchema,
  type TicketBatchRow,
} from '../../shared/wire/codes.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../print/press.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { hashSecret } from '../secrets.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Reader, Tx } from '../store/store.ts';
import {
  addTickets,
  allTicketBatches,
  endTickets,
  inTens,
  type TicketBatch,
  unusedOf,
} from '../store/tickets.ts';
import { createPlacesBegin, endsAt, optionsOf, placeIn, type Places, wayFor } from './places.ts';
import { sheetOfTickets } from './sheet-words.ts';

const MOST_BYTES = 8 * 1024;

/** 128 random bits: nobody guesses one, however many there are. */
export const newTicket = (random: RandomBytes) => Buffer.from(random(16)).toString('base64url');

/** Batches of one-time tickets of a scope. The tickets themselves leave the server once and are then known by hash alone. */
export function ticketRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const address = `${deps.publicUrl}/s#t=`;

  const begin = createPlacesBegin(deps, guards);
  async function rows(read: Reader, places: Places): Promise<TicketBatchRow[]> {
    return (await allTicketBatches(read)).flatMap((batch) => rowOf(places, batch) ?? []);
  }
  async function batchIn(read: Reader, places: Places, id: string): Promise<TicketBatchRow> {
    const row = (await rows(read, places)).find((each) => each.id === id);
    if (!row) throw new ProblemError('not-found');
    return row;
  }
  const write = (tx: Tx, { id: account }: StoredAccount, row: TicketBatchRow, what: string) => {
    const { note: name, count: tickets, expires: toDay } = row;
    const details = { name, point: row.point.name.vi, tickets, toDay };
    return note(tx, audited(deps, { account, unit: row.unit.id, what, subject: row.id, details }));
  };

  routes.get('/tickets', async (c) => c.json(await rows(store.read, (await begin(c)).places)));

  routes.post('/tickets', async (c) => {
    const { account, places } = await begin(c);
    const { count, expires, note: said, counter, ...asked } = await readForm(c, NewTicketsSchema, MOST_BYTES);
    const way = wayFor(optionsOf(places), asked);
    if (expires < places.day) throw invalid('expires', 'too-early');
    if (expires > localDay(deps.clock() + TICKET_DAYS_MOST * DAY_MS)) throw invalid('expires', 'too-late');
    const tickets = Array.from({ length: count }, () => newTicket(random));
    const id = `t${typedCode(8, random).toLowerCase()}`;
    const batch = await store.write(async (tx) => {
      const made = { ...way, id, counter, note: said, made: places.day, expires };
      await addTickets(tx, made, tickets.map(hashSecret));
      const row = await batchIn(tx, places, id);
      await write(tx, account, row, 'tickets-made');
      return row;
    });
    return c.json({ batch, address, tickets } satisfies NewTickets);
  });

  routes.post('/tickets/:id/revoke', async (c) => {
    const { account, places } = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const id = c.req.param('id');
    const row = await store.write(async (tx) => {
      const before = await batchIn(tx, places, id);
      if (!(await endTickets(tx, id, places.day))) throw new ProblemError('not-possible');
      await write(tx, account, before, 'tickets-revoked');
      return batchIn(tx, places, id);
    });
    return c.json(row);
  });

  routes.post('/tickets/print', async (c) => {
    const { places } = await begin(c);
    const { batch: id, tickets, language } = await readJson(c, PrintTicketsSchema, MOST_BYTES);
    const batch = await batchIn(store.read, places, id);
    const hashes = [...new Set(tickets.map(hashSecret))];
    if ((await unusedOf(store.read, id, hashes)) !== tickets.length) throw new ProblemError('not-possible');
    const pdf = await guards.press(sheetOfTickets(address, batch, tickets, language));
    return c.body(pdf, 200, { 'content-type': 'application/pdf' });
  });
  return routes;
}

function rowOf(places: Places, batch: TicketBatch & { readonly left: number }): TicketBatchRow | undefined {
  const place = placeIn(places, batch);
  if (!place) return undefined;
  const { id, note: said, made, expires, count, ended, answered, left } = batch;
  // the night ends what has run out on a day after its last one
  const isRevoked = ended !== null && ended <= expires;
  return {
    ...place,
    id,
    note: said,
    made,
    expires,
    count,
    used: answered ?? inTens(count - left),
    state: isRevoked ? 'revoked' : endsAt(places, batch, expires) < places.day ? 'expired' : 'active',
  };
}
