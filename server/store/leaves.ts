import { hash } from 'node:crypto';
import { leafPreimage } from '../../shared/submission.ts';
import { insertMany, selectMany } from './many.ts';
import type { Reader, Tx } from './store.ts';

/**
 * The index of leaves. A leaf stays when retention removes its submission, so that the same bytes sent again are
 * still known; it says nothing of an answer, and the table's order is the order of hashes.
 */

/** SHA-256 that names submission bytes, 64 lower-case hex digits. */
export function leafOf(p: string): string {
  return hash('sha256', leafPreimage(p));
}

export interface KnownLeaf {
  /** A submission of these bytes was taken, though it may have been removed since. */
  readonly kept: boolean;
  readonly sealed: boolean;
}

const bytesOf = (leaf: string) => Buffer.from(leaf, 'hex');
/** PostgreSQL takes 65,535 values in a statement, SQLite 32,766. */
const AT_ONCE = 5_000;

/** A list in parts that fit into one statement; rows of several columns in smaller ones. */
export function* parts<T>(list: readonly T[], atOnce = AT_ONCE): Generator<readonly T[]> {
  for (let i = 0; i < list.length; i += atOnce) yield list.slice(i, i + atOnce);
}

const leavesIn = selectMany<{ leaf: Uint8Array; kept: number; sealed: number }>(
  'leaves',
  ['leaf', 'kept', 'sealed'],
  'leaf',
  'bytea',
);

/** Those of the leaves (hex) that the index has. */
export async function knownLeaves(read: Reader, leaves: readonly string[]): Promise<Map<string, KnownLeaf>> {
  const known = new Map<string, KnownLeaf>();
  for (const part of parts(leaves)) {
    for (const { leaf, kept, sealed } of await leavesIn(read, part))
      known.set(Buffer.from(leaf).toString('hex'), { kept: kept !== 0, sealed: sealed !== 0 });
  }
  return known;
}

const LEAF_TYPES = { leaf: 'bytea', kept: 'smallint', sealed: 'smallint' } as const;
const putKept = insertMany('leaves', LEAF_TYPES, 'on conflict (leaf) do update set kept = 1');

/** In the transaction that took the submissions. */
export function keepLeaves(tx: Tx, leaves: readonly string[]): Promise<unknown> {
  return putKept(
    tx,
    leaves.map((leaf) => ({ leaf: bytesOf(leaf), kept: 1, sealed: 0 })),
  );
}

const putSealed = insertMany('leaves', LEAF_TYPES, 'on conflict (leaf) do update set sealed = 1');

export function sealLeaves(tx: Tx, leaves: readonly string[]): Promise<unknown> {
  return putSealed(
    tx,
    leaves.map((leaf) => ({ leaf: bytesOf(leaf), kept: 0, sealed: 1 })),
  );
}

/** Leaves of own phones wait here until the server seals them. */
export function keepPhoneLeaves(tx: Tx, leaves: readonly string[]): Promise<unknown> {
  return putOfPhones(
    tx,
    leaves.map((leaf) => ({ leaf: bytesOf(leaf) })),
  );
}

const putOfPhones = insertMany('phone_leaves', { leaf: 'bytea' }, 'on conflict (leaf) do nothing');

/** Of these sealed leaves those for which there is neither a submission, present or past, nor quarantined bytes. */
export async function lackingLeaves(read: Reader, leaves: readonly string[]): Promise<string[]> {
  const known = await knownLeaves(read, leaves);
  const absent = leaves.filter((leaf) => !known.get(leaf)?.kept);
  const aside = new Set<string>();
  for (const part of parts(absent)) {
    const rows = await read.selectFrom('quarantine').select('leaf').where('leaf', 'in', part).execute();
    for (const { leaf } of rows) aside.add(leaf);
  }
  return absent.filter((leaf) => !aside.has(leaf));
}

/** What a removed demo or training tree leaves behind: nothing, but for leaves that stand in a seal. */
export async function forgetUnsealed(tx: Tx, leaves: readonly string[]): Promise<void> {
  for (const part of parts(leaves)) {
    const bytes = part.map(bytesOf);
    await tx.deleteFrom('phone_leaves').where('leaf', 'in', bytes).execute();
    await tx.deleteFrom('leaves').where('leaf', 'in', bytes).where('sealed', '=', 0).execute();
  }
}
