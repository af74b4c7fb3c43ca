import * as v from 'valibot';
import { type RandomBytes, shuffled } from '../../shared/ids.ts';
import { BATCH_MOST, BATCH_MOST_BYTES, type Batch, PROTO, SYS } from '../../shared/wire/batch.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { readReply, type Reply } from '../device/reply.ts';
import type { Entry, EntryState, OutboxStore } from './outbox-store.ts';
import { sendSeals } from './send-seals.ts';

/**
 * One round of sending: the whole outbox, shuffled across it, batch after batch. Promised: an entry is settled
 * only by an answer that is JSON, says `sys: "sipas"` and names this entry; whatever else comes back (a portal's
 * page with 200, half an answer, silence) leaves it unsent. Sending twice is harmless, the server counts once.
 * Afterwards the seals; what the server lacks of them goes again in the same round. Last, what its verified backups
 * hold becomes safe, and what has been safe for 30 days by the server's own clock is removed.
 *
 * No DOM, no clock, no chance of its own: the simulator runs this very module.
 */

/** What a device reads of the receipts; a kind it does not know settles nothing. */
const ReceivedSchema = v.object({
  sys: v.picklist([SYS]),
  epoch: v.string(),
  now: v.number(),
  receipts: v.array(v.array(v.string())),
  safeSeal: v.number(),
  minApp: v.string(),
});
export type Received = v.InferOutput<typeof ReceivedSchema>;

const STATES = new Map<string | undefined, EntryState>([
  ['stored', 'stored'],
  ['dup', 'stored'],
  ['held', 'held'],
  ['conflict', 'held'],
]);

export interface RoundDeps {
  readonly store: OutboxStore;
  readonly random: RandomBytes;
  /** Posts one batch; ends as `timeout` after `SEND_TIMEOUT_MS`, never rejects. */
  readonly post: (body: string) => Promise<Reply>;
  /** Posts seals; without it they wait. */
  readonly postSeals?: (body: string) => Promise<Reply>;
  readonly dev: string;
  readonly app: string;
  /** Hears the server's clock with each answer that counts. */
  readonly onAnswer?: (received: Pick<Received, 'now'> & Partial<Received>) => void;
}

export type RoundEnd =
  | { readonly kind: 'drained'; readonly settled: number }
  | {
      readonly kind: 'failed';
      /** `busy`: another page is sending. */
      readonly why: 'timeout' | 'unreachable' | 'refused' | 'not-sipas' | 'busy';
      readonly settled: number;
    };

/** What the receipts say about these entries; an id that the server could not read is named by the leaf. */
function statesOf(entries: readonly Entry[], { receipts }: Received): Map<string, EntryState> {
  const kinds = new Map(receipts.map(([named, kind]) => [named, kind]));
  const states = new Map<string, EntryState>();
  for (const { id, leaf } of entries) {
    const state = STATES.get(kinds.get(id) ?? kinds.get(leaf));
    if (state) states.set(id, state);
  }
  return states;
}

const encoder = new TextEncoder();

/** As many of the entries as one batch may carry; at least one. */
function bodyOf(
  deps: RoundDeps,
  epoch: string | null,
  entries: readonly Entry[],
): [string, readonly Entry[]] {
  for (let take = entries.length; ; take = Math.ceil(take / 2)) {
    const taken = entries.slice(0, take);
    const items = taken.map(({ p, remark }) => (remark ? { p, remark } : { p }));
    const batch: Batch = { proto: PROTO, dev: deps.dev, app: deps.app, epoch, items };
    const body = JSON.stringify(batch);
    if (take === 1 || encoder.encode(body).length <= BATCH_MOST_BYTES) return [body, taken];
  }
}

/** After so many entries refused one by one, and none taken, it is the server that is ill. */
const REFUSED_ALONE_MOST = 3;

/** Copies on the device stay so long after they became safe. */
export const KEPT_DAYS = 30;

/** The server's word on how far its verified backups reach, and when it said so. */
interface Word {
  safeSeal: number;
  now: number;
}

async function sendEntries(deps: RoundDeps, most: number, word: Word): Promise<RoundEnd> {
  const { store } = deps;
  let { epoch } = await store.readMeta();
  let waiting = shuffled(await store.unsentIds(), deps.random);
  let settled = 0;
  let size = most;
  let refusedAlone = 0;
  while (waiting.length > 0) {
    const entries = await store.load(waiting.slice(0, size));
    if (entries.length === 0) {
      waiting = waiting.slice(size);
      continue;
    }
    const [body, sent] = bodyOf(deps, epoch, entries);
    const reply = await deps.post(body);
    if (reply.kind !== 'answer') return { kind: 'failed', why: reply.kind, settled };
    const isNoBatch = reply.status === 400 || reply.status === 413;
    if (isNoBatch && sent.length > 1) {
      // One entry that makes the parcel unreadable must not hold up the others: halve until it stands alone.
      size = Math.ceil(sent.length / 2);
      continue;
    }
    const received = reply.status === 200 ? readReply(ReceivedSchema, reply) : undefined;
    if (received) {
      deps.onAnswer?.(received);
      Object.assign(word, { safeSeal: received.safeSeal, now: received.now });
      const isRestored = epoch !== null && epoch !== received.epoch;
      if (epoch !== received.epoch) await store.enterEpoch(received.epoch, received.safeSeal);
      const states = statesOf(sent, received);
      await store.settle(states);
      settled += states.size;
      epoch = received.epoch;
      if (isRestored) {
        waiting = shuffled(await store.unsentIds(), deps.random);
        continue;
      }
    } else if (!isNoBatch) {
      return { kind: 'failed', why: reply.status === 200 ? 'not-sipas' : 'refused', settled };
    }
    if (isNoBatch && ++refusedAlone === REFUSED_ALONE_MOST && settled === 0) {
      return { kind: 'failed', why: 'refused', settled };
    }
    // What is sent leaves the list of this round, named or not, and so does what could not be read.
    const unsent = entries.slice(sent.length).map(({ id }) => id);
    waiting = [...unsent, ...waiting.slice(size)];
    if (isNoBatch) size = most;
  }
  return { kind: 'drained', settled };
}

/** Sends everything. `most` is the size of a batch; it is what a slow line has taught the caller. */
export async function runRound(deps: RoundDeps, most = BATCH_MOST): Promise<RoundEnd> {
  const { store } = deps;
  const word: Word = { safeSeal: 0, now: 0 };
  let settled = 0;
  // Twice at most: what the server lacks of the seals, or of all after a restore, goes again at once.
  for (let again = true, pass = 0; again && pass < 2; pass++) {
    const end = await sendEntries(deps, most, word);
    settled += end.settled;
    if (end.kind === 'failed') return { ...end, settled };
    const sealed = await sendSeals(deps);
    if (sealed.kind === 'failed') return { ...sealed, settled };
    if (sealed.word) Object.assign(word, sealed.word);
    again = sealed.again;
  }
  if (word.safeSeal > 0) {
    await store.markSafe(word.safeSeal, localDay(word.now));
    // Must be the server's clock: a device's own may be decades ahead.
    await store.prune(localDay(word.now - KEPT_DAYS * DAY_MS));
  }
  return { kind: 'drained', settled };
}
