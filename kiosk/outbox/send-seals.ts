import * as v from 'valibot';
import { SEALS_MOST } from '../../shared/wire/seal.ts';
import { PROTO, SYS } from '../../shared/wire/batch.ts';
import { readReply } from '../device/reply.ts';
import type { KeptSeal } from './outbox-store.ts';
import type { RoundDeps, RoundFailed } from './sync-round.ts';

/** The part of a round that sends seals: after the submissions, lowest number first, each until it is answered for. */

/** What a device reads of the answer; kinds that settle a seal are named below. */
const SealedSchema = v.object({
  sys: v.picklist([SYS]),
  epoch: v.string(),
  now: v.number(),
  seals: v.array(v.tuple([v.number(), v.string()])),
  lacks: v.array(v.string()),
  safeSeal: v.number(),
});

/** `later` leaves a seal unsent: one before it is missing on the server. */
const SETTLED: ReadonlySet<string | undefined> = new Set(['stored', 'dup', 'refused']);

export interface SealsSent {
  readonly kind: 'sent';
  /** The server lacks submissions, or has been restored: there is more to send. */
  readonly again: boolean;
  readonly word?: { readonly safeSeal: number; readonly now: number };
}

/** Fifty of them stay under the limit of a parcel: a seal has at most 4 kB. */
function parcelOf(deps: RoundDeps, seals: readonly KeptSeal[]): string {
  return JSON.stringify({ proto: PROTO, dev: deps.dev, seals: seals.map(({ s, sig }) => ({ s, sig })) });
}

/**
 * What to post now: the seals that wait; when none does, the last one again, so that a tablet with nothing to send hears
 * of verified backups and of a restored server.
 */
async function waitingSeals({ store }: RoundDeps, isFirst: boolean): Promise<readonly KeptSeal[]> {
  for (;;) {
    const seals = await store.unsentSeals(SEALS_MOST);
    const [first] = seals;
    if (!first) return isFirst ? store.lastSeal() : [];
    // A seal whose text is gone cannot be sent by anybody; the server names the gap.
    if (first.s !== '') return seals.filter(({ s }) => s !== '');
    await store.settleSeals(first.n, []);
  }
}

/** The last of these seals up to which all are settled. */
function settledUpTo(seals: readonly KeptSeal[], kinds: ReadonlyMap<number, string>): number {
  let upTo = 0;
  for (const { n } of seals) {
    if (!SETTLED.has(kinds.get(n))) break;
    upTo = n;
  }
  return upTo;
}

export async function sendSeals(deps: RoundDeps): Promise<SealsSent | RoundFailed> {
  const { store, postSeals } = deps;
  let sent: SealsSent = { kind: 'sent', again: false };
  if (!postSeals) return sent;
  for (let isFirst = true; ; isFirst = false) {
    const seals = await waitingSeals(deps, isFirst);
    if (seals.length === 0) break;
    const reply = await postSeals(parcelOf(deps, seals));
    if (reply.kind !== 'answer') return { kind: 'failed', why: reply.kind };
    const word = reply.status === 200 ? readReply(SealedSchema, reply) : undefined;
    // Submissions were sent all the same: a server that takes no seals just now is asked again in the next round.
    if (!word) break;
    deps.onAnswer?.(word);
    const { epoch } = await store.readMeta();
    if (epoch !== word.epoch) await store.enterEpoch(word.epoch, word.safeSeal);
    if (epoch !== null && epoch !== word.epoch) return { kind: 'sent', again: true, word };
    const upTo = settledUpTo(seals, new Map(word.seals));
    await store.settleSeals(upTo, word.lacks);
    sent = { kind: 'sent', again: sent.again || word.lacks.length > 0, word };
    if (upTo === 0) break;
  }
  return sent;
}
