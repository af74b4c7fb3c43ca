import { halfDayAt } from '../../shared/period.ts';
import { encodeSeal, SEAL_LEAST, SEAL_MOST, sealPreimage } from '../../shared/wire/seal.ts';
import type { Entry, OutboxStore } from './outbox-store.ts';

/**
 * Makes seals of what no seal holds yet: 50 together, or what a half-day has left when it is over, never under 5
 * except at the day's end. Promised: the leaves are sorted, so a seal tells nothing of the order of its submissions;
 * a seal is signed before it is stored and stored before it is sent, and sending submissions never waits for one.
 */
export interface SealDeps {
  readonly store: OutboxStore;
  readonly dev: string;
  readonly app: string;
  /** The corrected clock. */
  readonly nowMs: () => number;
  readonly digest: (text: string) => Promise<string>;
  readonly sign: (text: string) => Promise<string>;
}

const halfDayOf = ({ p }: Entry): string => /"b":"([^"]*)"/.exec(p)?.[1] ?? '';
const dayOf = (halfDay: string) => halfDay.slice(0, 10);

/** Which of the waiting entries make a seal now. */
export function dueOf(open: readonly Entry[], now: string): readonly Entry[] {
  if (open.length >= SEAL_MOST) return open.slice(0, SEAL_MOST);
  const ended = open.filter((entry) => halfDayOf(entry) !== now);
  const isDayOver = ended.some((entry) => dayOf(halfDayOf(entry)) !== dayOf(now));
  return isDayOver || ended.length >= SEAL_LEAST ? ended : [];
}

async function makeOne(deps: SealDeps, ids: readonly string[]): Promise<boolean> {
  const { store, dev, app } = deps;
  const meta = await store.readMeta();
  // Without a hash to go on from the chain waits for a new enrolment.
  if (meta.sealHash === '') return false;
  const open = await store.load(ids);
  const now = halfDayAt(deps.nowMs());
  const entries = dueOf(open, now).toSorted((a, b) => (a.leaf < b.leaf ? -1 : 1));
  if (entries.length === 0) return false;
  const n = meta.sealNo + 1;
  const leaves = entries.map(({ leaf }) => leaf);
  const total = meta.sealTotal + leaves.length;
  const s = encodeSeal({ v: 1, dev, n, prev: meta.sealHash, total, b: now, app, leaves });
  const [hash, sig] = await Promise.all([deps.digest(sealPreimage(s)), deps.sign(sealPreimage(s))]);
  return store.addSeal({ n, s, sig, hash, ids: entries.map(({ id }) => id) }, entries);
}

/** Makes every seal that is due; returns how many. */
export async function makeSeals(deps: SealDeps): Promise<number> {
  // Listed once: after a new enrolment ten thousand may wait, and reading all of them for each seal took minutes.
  const ids = await deps.store.openIds();
  let made = 0;
  for (let from = 0; from < ids.length; from += SEAL_MOST)
    if (await makeOne(deps, ids.slice(from, from + SEAL_MOST))) made++;
  return made;
}
