import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type Office } from '../fakes/office.ts';

/** Tablets that keep what they have until a receipt comes, as the real outbox does, and send over a balancer. */
export interface Tablets {
  /** Ids of all that were made. */
  readonly made: Set<string>;
  /** Ids for which a receipt has come. */
  readonly receipted: Set<string>;
  readonly counts: Counts;
  /** No more answers; resolves when everything that waits has its receipt. */
  drain(withinMs: number): Promise<void>;
}

export interface Counts {
  requests: number;
  /** By what went wrong: `line` = no answer, else the status. */
  readonly failed: Map<string, number>;
  /** Receipts that said `dup`: of bytes sent again on purpose, or whose answer had been lost. */
  repeats: number;
  /** Receipts `stored` for what had been stored before: must stay 0. */
  storedTwice: number;
  heldBack: number;
  lastReceiptMs: number;
  /** The longest time in which no tablet got any receipt. */
  longestPauseMs: number;
}

export const newBytes = (length: number) => new Uint8Array(randomBytes(length));

const AT_ONCE_MOST = 25;
/** So often, of a hundred rounds, what has its receipt is sent again, as after a lost answer. */
const AGAIN_PERCENT = 5;

export function startTablets(
  devices: readonly { readonly id: string; readonly token: string }[],
  office: Pick<Office, 'campaign' | 'point'>,
  url: string,
  halfDay: string,
): Tablets {
  const author = { ...office, random: newBytes } as unknown as Office;
  const made = new Set<string>();
  const receipted = new Set<string>();
  const counts: Counts = {
    requests: 0,
    failed: new Map(),
    repeats: 0,
    storedTwice: 0,
    heldBack: 0,
    lastReceiptMs: performance.now(),
    longestPauseMs: 0,
  };
  const load = { isOver: false, isEnded: false };
  const fail = (why: string) => counts.failed.set(why, (counts.failed.get(why) ?? 0) + 1);

  async function send(
    device: (typeof devices)[number],
    waiting: Map<string, string>,
    last: [string, string][],
  ) {
    const again = randomInt(100) < AGAIN_PERCENT ? last : [];
    const ps = [...waiting, ...again].slice(0, AT_ONCE_MOST).map(([, p]) => p);
    counts.requests++;
    const answer = await fetch(`${url}/api/v1/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
      body: JSON.stringify(batchOf(device, ps)),
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return fail(String(answer.status));
    }
    const { receipts } = (await answer.json()) as Receipts;
    for (const [id, kind] of receipts) {
      if (kind === 'held') counts.heldBack++;
      if (kind === 'dup') counts.repeats++;
      if (kind === 'stored' && receipted.has(id)) counts.storedTwice++;
      receipted.add(id);
      const p = waiting.get(id);
      if (p !== undefined) last.splice(0, Math.max(0, last.length - 9), [id, p]);
      waiting.delete(id);
    }
    const now = performance.now();
    counts.longestPauseMs = Math.max(counts.longestPauseMs, now - counts.lastReceiptMs);
    counts.lastReceiptMs = now;
  }

  async function work(device: (typeof devices)[number]): Promise<void> {
    const waiting = new Map<string, string>();
    const last: [string, string][] = [];
    while (!load.isEnded && !(load.isOver && waiting.size === 0)) {
      for (let i = load.isOver ? 0 : randomInt(4); i > 0; i--) {
        const p = bytesOf(author, { b: halfDay });
        const { id } = JSON.parse(p) as { id: string };
        made.add(id);
        waiting.set(id, p);
      }
      if (waiting.size > 0) await send(device, waiting, last).catch(() => fail('line'));
      await wait(100 + randomInt(300));
    }
  }
  const all = Promise.all(devices.map(work));
  return {
    made,
    receipted,
    counts,
    async drain(withinMs) {
      load.isOver = true;
      await Promise.race([all, wait(withinMs)]);
      load.isEnded = true;
      await all;
    },
  };
}
