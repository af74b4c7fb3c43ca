import { createHash } from 'node:crypto';
import type { Said } from '../said/said.ts';
import { bytesOfStored } from './packed-submission.ts';
import type { Reader, Tx } from './store.ts';
import { behind } from './submission-ids.ts';

/**
 * The nightly root: one hash over all seals and entries that no earlier root holds, over the counts, and over the
 * root before. Its document is kept verbatim and signed; the same evening the root goes to a second body, so that
 * whoever changes the past later would have to change what lies there too.
 */
export const NO_ROOT = '0'.repeat(64);

export interface Root {
  readonly n: number;
  readonly day: string;
  readonly document: string;
  readonly root: string;
  readonly sig: string;
}

/** What is hashed (SHA-256) and signed (Ed25519): the same bytes. */
export const rootPreimage = (document: string) => `sipas-root-1\n${document}`;

export function rootHash(document: string): string {
  return createHash('sha256').update(rootPreimage(document)).digest('hex');
}

type Counts = readonly (readonly [point: string, count: number])[];

/**
 * The root of a day. `counts` are read before, outside of the transaction: reading every submission would hold up
 * those who send. They only grow, so they hold as a least number.
 */
export async function addRoot(
  tx: Tx,
  root: {
    readonly day: string;
    readonly counts: Counts;
    readonly key: string;
    readonly sign: (text: string) => string;
  },
): Promise<Root> {
  const last = await newestRoot(tx);
  const n = (last?.n ?? 0) + 1;
  const seals = await tx.selectFrom('seals').select('hash').where('root', 'is', null).execute();
  const entries = await tx.selectFrom('entries').select('hash').where('root', 'is', null).execute();
  const document = JSON.stringify({
    v: 1,
    n,
    day: root.day,
    key: root.key,
    seals: seals.map(({ hash }) => hash).sort(),
    entries: entries.map(({ hash }) => hash).sort(),
    counts: root.counts,
    prev: last?.root ?? NO_ROOT,
  });
  const made = {
    n,
    day: root.day,
    document,
    root: rootHash(document),
    sig: root.sign(rootPreimage(document)),
  };
  await tx.insertInto('roots').values(made).execute();
  await tx.updateTable('seals').set({ root: n }).where('root', 'is', null).execute();
  await tx.updateTable('entries').set({ root: n }).where('root', 'is', null).execute();
  return made;
}

export async function newestRoot(read: Reader): Promise<Root | undefined> {
  return read.selectFrom('roots').selectAll().orderBy('n', 'desc').limit(1).executeTakeFirst();
}

/**
 * Submissions ever taken per service point: the rows that are there and those that retention removed. The service
 * point is that of the bytes, which no correction moves.
 */
export async function countsPerPoint(read: Reader): Promise<Counts> {
  const counts = new Map<string, number>();
  const add = (point: string, count: number) => counts.set(point, (counts.get(point) ?? 0) + count);
  for await (const { p } of eachSubmission(read)) add(pointIn(p), 1);
  for (const { document } of await read
    .selectFrom('entries')
    .select('document')
    .where('kind', '=', 'retention')
    .execute()) {
    const { facts } = JSON.parse(document) as { facts: { points?: string } };
    if (facts.points === undefined) continue;
    for (const [point, count] of JSON.parse(facts.points) as [string, number][]) add(point, count);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

// Stored bytes were judged when they came: to judge a million of them again took most of the time of a root.
const pointIn = (p: string) => (JSON.parse(p) as { readonly sp: string }).sp;

/** A submission as it lies there, its bytes as text. */
export interface StoredText {
  readonly id: string;
  readonly p: string;
  readonly half_day: string;
  readonly standing: string;
}

/** All submissions in the order of their ids, or those of `2026-11` and the months up to another: whole months alone. */
export async function* eachSubmission(
  read: Reader,
  months?: { readonly from: string; readonly to: string },
): AsyncGenerator<StoredText> {
  // half-months and half-days of a month begin alike, and "~" sorts behind both
  const last = months && `${months.to}~`;
  for (let after: string | undefined; ; ) {
    const rows = await read
      .selectFrom('submissions')
      .selectAll()
      .where(behind(after))
      .$if(months !== undefined, (query) =>
        query.where('half_day', '>=', months!.from).where('half_day', '<', last!),
      )
      .orderBy('id')
      .limit(5_000)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    for (const row of rows) yield { ...row, p: bytesOfStored(row) };
  }
}

/** Every root computed again from the seals and entries that are there; what does not fit, in words. */
export async function rootFaults(read: Reader): Promise<Said[]> {
  const faults: Said[] = [];
  const seals = groupByRoot(await read.selectFrom('seals').select(['hash', 'root']).execute());
  const entries = groupByRoot(await read.selectFrom('entries').select(['hash', 'root']).execute());
  let prev = NO_ROOT;
  let next = 1;
  for (const { n, root, document } of await read.selectFrom('roots').selectAll().orderBy('n').execute()) {
    const said = JSON.parse(document) as {
      n: number;
      prev: string;
      seals: readonly string[];
      entries: readonly string[];
    };
    const same = (hashes: readonly string[], found: readonly string[] = []) =>
      hashes.join() === [...found].sort().join();
    if (rootHash(document) !== root) faults.push(({ store }) => store.found.rootHash(n));
    if (said.n !== n || n !== next || said.prev !== prev)
      faults.push(({ store }) => store.found.rootOrder(n));
    if (!same(said.seals, seals.get(n))) faults.push(({ store }) => store.found.rootSeals(n));
    if (!same(said.entries, entries.get(n))) faults.push(({ store }) => store.found.rootEntries(n));
    prev = root;
    next = n + 1;
  }
  return faults;
}

function groupByRoot(rows: readonly { readonly hash: string; readonly root: number | null }[]) {
  const groups = new Map<number, string[]>();
  for (const { hash, root } of rows) {
    if (root === null) continue;
    const group = groups.get(root) ?? [];
    group.push(hash);
    groups.set(root, group);
  }
  return groups;
}
