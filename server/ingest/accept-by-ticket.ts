import { decodeSubmission } from '../../shared/submission.ts';
import type { PhoneParcel } from '../../shared/wire/batch.ts';
import type { Deps } from '../deps.ts';
import { campaignsAsked } from '../campaigns-asked.ts';
import { ProblemError } from '../problem.ts';
import type { ScreenTickets } from '../screen-tickets.ts';
import { hashSecret } from '../secrets.ts';
import { knownLeaves, leafOf } from '../store/leaves.ts';
import type { Tx } from '../store/store.ts';
import { isSetAside } from '../store/submissions.ts';
import { spendTicket, ticketPlace } from '../store/tickets.ts';
import type { createAccept } from './accept.ts';
import type { AcceptResult } from './accept-batch.ts';
import { phoneBy } from './judge.ts';

/**
 * Takes one submission for one ticket. Promised: whatever is new costs the ticket in the same transaction, also what
 * is held, so one ticket brings one submission and no more; bytes that were taken before are receipted without it,
 * because the first answer may have been lost. Which ticket it was stands nowhere afterwards.
 */
export async function acceptByTicket(
  { store }: Pick<Deps, 'store'>,
  screen: ScreenTickets,
  accept: ReturnType<typeof createAccept>,
  parcel: Extract<PhoneParcel, { readonly ticket: string }>,
  /** The earliest last. */
  days: readonly string[],
): Promise<Pick<AcceptResult, 'receipts'>> {
  const ticket = hashSecret(parcel.ticket);
  const onScreen = await screen.place(ticket);
  const way = onScreen ?? (await ticketPlace(store.read, ticket, days.at(-1)!));
  const sender = way && phoneBy('ticket', way, await campaignsAsked(store.read, way, days));
  if (!sender) {
    const { p } = parcel.items[0]!;
    const id = decodeSubmission(p)?.id;
    const leaf = leafOf(p);
    if (id && (await knownLeaves(store.read, [leaf])).get(leaf)?.kept) return { receipts: [[id, 'dup']] };
    if (id && (await isSetAside(store.read, leaf))) return { receipts: [[id, 'held']] };
    throw new ProblemError('ticket-used');
  }
  const spend = (tx: Tx) =>
    onScreen ? screen.spend(ticket, leafOf(parcel.items[0]!.p)) : spendTicket(tx, ticket);
  return accept(parcel, sender, {
    alongside: async (tx, { accepted, held }) => {
      // must be the last word: of two phones with one ticket the slower one takes all of its own back
      if (accepted + held > 0 && !(await spend(tx))) throw new ProblemError('ticket-used');
    },
  });
}
