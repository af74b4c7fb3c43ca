import { invariant } from '../../shared/assert.ts';
import { parts } from './leaves.ts';
import type { WayIn } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/**
 * One-time tickets. Of a ticket only its hash is kept, and only until it is used: then the row is deleted in the
 * transaction that takes the answers, and nothing says any more which ticket it was. No column here or beside
 * the answers joins the two.
 */
export interface TicketBatch extends WayIn {
  readonly id: string;
  readonly counter: string | null;
  readonly note: string;
  /** Local days. */
  readonly made: string;
  readonly expires: string;
  readonly count: number;
  readonly ended: string | null;
  /** How many had been used when it ended, in tens. */
  readonly answered: number | null;
}

export async function addTickets(
  tx: Tx,
  batch: Omit<TicketBatch, 'count' | 'ended' | 'answered'>,
  hashes: readonly string[],
): Promise<void> {
  const { servicePoint, isPinned: _, ...rest } = batch;
  await tx
    .insertInto('ticket_batches')
    .values({ ...rest, service_point: servicePoint, count: hashes.length, ended: null, answered: null })
    .execute();
  for (const part of parts(hashes))
    await tx
      .insertInto('tickets')
      .values(part.map((ticket) => ({ ticket, batch: batch.id })))
      .execute();
}

/** All batches, each with how many of its tickets nobody has used. */
export async function allTicketBatches(read: Reader): Promise<(TicketBatch & { readonly left: number })[]> {
  const rows = await read.selectFrom('ticket_batches').selectAll().orderBy('made').orderBy('id').execute();
  const left = await read
    .selectFrom('tickets')
    .select('batch')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('batch')
    .execute();
  const leftOf = new Map(left.map(({ batch, count }) => [batch, count]));
  return rows.map(({ service_point, ...row }) => ({
    ...row,
    servicePoint: service_point,
    left: leftOf.get(row.id) ?? 0,
  }));
}

/** What an unused ticket opens on a local day. */
export async function ticketPlace(
  read: Reader,
  ticket: string,
  day: string,
): Promise<(WayIn & { readonly batch: string }) | undefined> {
  const row = await read
    .selectFrom('tickets as t')
    .innerJoin('ticket_batches as b', 'b.id', 't.batch')
    .select(['b.id', 'b.service_point', 'b.field', 'b.campaign'])
    .where('t.ticket', '=', ticket)
    .where('b.expires', '>=', day)
    .executeTakeFirst();
  return (
    row && {
      batch: row.id,
      servicePoint: row.service_point,
      field: row.field,
      campaign: row.campaign,
      // it was given out for this one
      isPinned: true,
    }
  );
}

/** Must run in the transaction that takes the answers. False: somebody was faster, and nothing may be taken. */
export async function spendTicket(tx: Tx, ticket: string): Promise<boolean> {
  const gone = await tx.deleteFrom('tickets').where('ticket', '=', ticket).returning('batch').execute();
  return gone.length > 0;
}

/** Of hashes those that are unused tickets of a batch. */
export async function unusedOf(read: Reader, batch: string, hashes: readonly string[]): Promise<number> {
  let found = 0;
  for (const part of parts(hashes)) {
    const row = await read
      .selectFrom('tickets')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('batch', '=', batch)
      .where('ticket', 'in', part)
      .executeTakeFirstOrThrow();
    found += row.count;
  }
  return found;
}

/** Used tickets are only ever told in tens: one more or less would say whether a certain person has answered. */
export const inTens = (used: number) => used - (used % 10);

/** Ends a batch: what is left of it opens nothing any more. False when it had ended. */
export async function endTickets(tx: Tx, batch: string, day: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ticket_batches')
    .select(['count', 'ended'])
    .where('id', '=', batch)
    .executeTakeFirst();
  if (!row || row.ended !== null) return false;
  const left = await tx.deleteFrom('tickets').where('batch', '=', batch).returning('ticket').execute();
  invariant(left.length <= row.count, 'a batch never grows');
  await tx
    .updateTable('ticket_batches')
    .set({ ended: day, answered: inTens(row.count - left.length) })
    .where('id', '=', batch)
    .execute();
  return true;
}

/** Ends batches that have run out, a day after their last one: what was opened then may still be sent. */
export async function endOldTickets(tx: Tx, today: string, yesterday: string): Promise<number> {
  const rows = await tx
    .selectFrom('ticket_batches')
    .select('id')
    .where('ended', 'is', null)
    .where('expires', '<', yesterday)
    .execute();
  for (const { id } of rows) await endTickets(tx, id, today);
  return rows.length;
}
