import * as v from 'valibot';
import { type RandomBytes, shuffled } from '../../shared/ids.ts';
import { BATCH_MOST, BATCH_MOST_BYTES, type Batch, PROTO, SYS } from '../../shared/wire/batch.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { readReply, type Reply } from '../device/reply.ts';
import { recordOf } from './journal-format.ts';
import type { Entry, EntryState, OutboxStore } from './outbox-store.ts';
import { sendSeals } from './send-seals.ts';

/**
 * One round of sending: the whole outbox, shuffled across it, batch after batch. Promised: an entry is settled
 * only by an answer that is JSON, says `sys: "sipas"` and names this entry; whatever else comes back (a portal's
 * page with 200, half an answer, silence) leaves it unsent. Sending twice is harmless, the server counts once. The
 * first batch goes alone, then several at once, unless the server says that it is crowded.
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
  crowded: v.optional(v.boolean()),
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

export interface RoundFailed {
  readonly kind: 'failed';
  /** `busy`: another page is sending. */
  readonly why: 'timeout' | 'unreachable' | 'refused' | 'not-sipas' | 'busy';
}
export type RoundEnd = { readonly kind: 'drained' } | RoundFailed;

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

function bodyOf(deps: RoundDeps, epoch: string | null, taken: readonly Entry[]): string {
  const items = taken.map(recordOf);
  const batch: Batch = { proto: PROTO, dev: deps.dev, app: deps.app, epoch, items };
  return JSON.stringify(batch);
}

/**
 * So many batches are on their way at once, so that the way there and back is waited for only once: 10,000 submissions
 * on a line of 150 ms and 750 kbit/s take 47 s instead of 80. At a crowded server they would only wait for each other.
 */
const AT_ONCE = 3;

/** No sign takes more than three bytes. Fifty submissions with long remarks come to less than a third of it. */
const SIGNS_MOST = BATCH_MOST_BYTES / 3;

/** After so many entries refused one by one, and none taken, it is the server that is ill. */
const REFUSED_ALONE_MOST = 3;

/** Copies on the device stay so long after they became safe. */
export const KEPT_DAYS = 30;

/** The server's word on how far its verified backups reach, and when it said so. */
interface Word {
  safeSeal: number;
  now: number;
  /** Said since a batch last went alone: an answer without it takes nothing back. */
  crowded?: boolean;
}

async function sendEntries(
  deps: RoundDeps,
  most: number,
  word: Word,
): Promise<RoundFailed['why'] | undefined> {
  const { store } = deps;
  let { epoch } = await store.readMeta();
  let waiting = shuffled(await store.unsentIds(), deps.random);
  let settled = 0;
  let refusedAlone = 0;
  let failed: RoundFailed['why'] | undefined;
  let before: Promise<unknown> = Promise.resolve();

  async function take(sent: readonly Entry[], received: Received): Promise<void> {
    deps.onAnswer?.(received);
    Object.assign(word, received);
    const isRestored = epoch !== null && epoch !== received.epoch;
    if (epoch !== received.epoch) await store.enterEpoch(received.epoch, received.safeSeal);
    epoch = received.epoch;
    const states = statesOf(sent, received);
    await store.settle(states);
    settled += states.size;
    if (isRestored) waiting = shuffled(await store.unsentIds(), deps.random);
  }

  /** One entry that makes the parcel unreadable must not hold up the others: halved until it stands alone. */
  async function sendHalves(entries: readonly Entry[]): Promise<void> {
    const half = (entries.length + 1) >> 1;
    await send(entries.slice(0, half));
    if (!failed) await send(entries.slice(half));
  }

  async function send(sent: readonly Entry[]): Promise<void> {
    const isAlone = sent.length === 1;
    const body = bodyOf(deps, epoch, sent);
    if (!isAlone && body.length > SIGNS_MOST) return sendHalves(sent);
    const reply = await deps.post(body);
    if (reply.kind !== 'answer') {
      failed ??= reply.kind;
      return;
    }
    if (reply.status === 400 || reply.status === 413) {
      if (!isAlone) return sendHalves(sent);
      if (++refusedAlone >= REFUSED_ALONE_MOST && settled === 0) failed ??= 'refused';
      return;
    }
    const received = reply.status === 200 ? readReply(ReceivedSchema, reply) : undefined;
    if (!received) failed ??= reply.status === 200 ? 'not-sipas' : 'refused';
    // Must be taken one after another: an answer of before a restore must not be written behind one of after it.
    else await (before = before.then(() => take(sent, received)));
  }

  /** What is taken leaves the list of this round, whatever becomes of it. */
  async function sendSome(): Promise<void> {
    try {
      const entries = await store.load(waiting.splice(0, most));
      if (entries.length > 0) await send(entries);
    } catch {
      // The store could not be read or written just now; the entries are where they were.
      failed ??= 'unreachable';
    }
  }

  async function sendOn(): Promise<void> {
    while (!failed && !word.crowded && waiting.length > 0) await sendSome();
  }

  // Alone: whether the line leads to the server at all, to which epoch, and whether it is still crowded is asked by one batch.
  while (!failed && waiting.length > 0) {
    word.crowded = false;
    await sendSome();
    await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  }
  return failed;
}

/** Sends everything. `most` is the size of a batch; it is what a slow line has taught the caller. */
export async function runRound(deps: RoundDeps, most = BATCH_MOST): Promise<RoundEnd> {
  const { store } = deps;
  const word: Word = { safeSeal: 0, now: 0 };
  // Twice at most: what the server lacks of the seals, or of all after a restore, goes again at once.
  for (let again = true, pass = 0; again && pass < 2; pass++) {
    const why = await sendEntries(deps, most, word);
    if (why) return { kind: 'failed', why };
    const sealed = await sendSeals(deps);
    if (sealed.kind === 'failed') return sealed;
    if (sealed.word) Object.assign(word, sealed.word);
    again = sealed.again;
  }
  if (word.safeSeal > 0) {
    await store.markSafe(word.safeSeal, localDay(word.now));
    // Must be the server's clock: a device's own may be decades ahead.
    await store.prune(localDay(word.now - KEPT_DAYS * DAY_MS));
  }
  return { kind: 'drained' };
}
