import { createHash, createPublicKey, verify as isSignature } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The files of an audit export as `verify` reads them, and the hashes and signatures they are proven by. */

export interface Row {
  readonly id: string;
  readonly p: string;
  readonly half_day: string;
  readonly standing: string;
}
export interface SealRow {
  readonly device: string;
  readonly n: number;
  readonly hash: string;
  readonly s: string;
  readonly sig: string;
  readonly root: number | null;
}
export interface Seal {
  readonly dev: string;
  readonly n: number;
  readonly prev: string;
  readonly total: number;
  readonly b: string;
  readonly leaves: readonly string[];
}
export interface RootRow {
  readonly n: number;
  readonly day: string;
  readonly document: string;
  readonly root: string;
  readonly sig: string;
}
export interface RootDocument {
  readonly n: number;
  readonly key: string;
  readonly seals: readonly string[];
  readonly entries: readonly string[];
  readonly counts: readonly [string, number][];
  readonly prev: string;
}
export interface EntryRow {
  readonly hash: string;
  readonly document: string;
  readonly root: number | null;
}
export interface Entry {
  readonly kind: string;
  readonly day: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}
export interface HeldRow {
  readonly leaf: string;
  readonly kind: string;
  readonly reason: string;
  readonly p: string;
  readonly decision: string;
}
export interface KeyRow {
  readonly device: string;
  readonly from_seal: number;
  readonly public_key: string;
}
export interface Place {
  readonly device: string;
  readonly service_point: string;
  readonly starts: string;
  readonly ends: string | null;
}
export interface Content {
  readonly id: string;
  readonly sp: string;
  readonly ch: string;
  readonly b: string;
  readonly tq: string;
  readonly q: Readonly<Record<string, number>>;
}

export const NOTHING = '0'.repeat(64);
export const SERVER = 'server';
export const hash = (text: string) => createHash('sha256').update(text).digest('hex');
export const leafOf = (p: string) => hash(`sipas-submission-1\n${p}`);

/** What submission bytes say; undefined where they are none. */
export function contentOf(p: string): Content | undefined {
  try {
    const content = JSON.parse(p) as Content | null;
    return typeof content?.b === 'string' && typeof content.q === 'object' ? content : undefined;
  } catch {
    return undefined;
  }
}

export const halfMonthOf = (date: string) =>
  date.includes('/') ? date : `${date.slice(0, 7)}/${date.slice(8, 10) < '15' ? 1 : 2}`;

export async function* lines<T>(folder: string, name: string): AsyncGenerator<T> {
  const input = createReadStream(join(folder, `${name}.ndjson`), 'utf8');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as T;
}
export async function all<T>(folder: string, name: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of lines<T>(folder, name)) rows.push(row);
  return rows;
}

export function isSigned(text: string, sig: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(sig, 'base64');
    return publicKey.asymmetricKeyType === 'ed25519'
      ? isSignature(null, Buffer.from(text), publicKey, bytes)
      : isSignature('sha256', Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}

export type Sealed = Map<
  string,
  { readonly device: string; readonly n: number; readonly b: string; here: boolean }
>;
