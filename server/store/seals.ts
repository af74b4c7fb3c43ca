import { NO_SEAL } from '../../shared/wire/seal.ts';
import { sealLeaves } from './leaves.ts';
import { packSeal } from './packed-seal.ts';
import type { Reader, Tx } from './store.ts';

/** Seals by device and number, the keys that prove them, and those that were refused. None is ever changed. */

export interface ChainEnd {
  /** Number, hash and running total of a device's newest seal; 0, `NO_SEAL` and 0 before the first one. */
  readonly n: number;
  readonly hash: string;
  readonly total: number;
}

export async function lastSeal(read: Reader, device: string): Promise<ChainEnd> {
  const row = await read
    .selectFrom('seals')
    .select(['n', 'hash', 'total'])
    .where('device', '=', device)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { n: 0, hash: NO_SEAL, total: 0 };
}

export async function sealHash(read: Reader, device: string, n: number): Promise<string | undefined> {
  const row = await read
    .selectFrom('seals')
    .select('hash')
    .where('device', '=', device)
    .where('n', '=', n)
    .executeTakeFirst();
  return row?.hash;
}

export interface StoredSeal {
  readonly device: string;
  readonly n: number;
  readonly hash: string;
  readonly prev: string;
  readonly total: number;
  readonly b: string;
  readonly s: string;
  readonly sig: string;
}

/** Stores a seal that has been judged, and marks its leaves as sealed. */
export async function addSeal(tx: Tx, seal: StoredSeal, leaves: readonly string[]): Promise<void> {
  const { device, n, hash, total, b } = seal;
  await tx
    .insertInto('seals')
    .values({ device, n, hash, total, b, ...packSeal(seal), root: null })
    .execute();
  await tx.deleteFrom('refused_seals').where('hash', '=', seal.hash).execute();
  await sealLeaves(tx, leaves);
}

/** Keeps a seal aside that was refused; once per hash. */
export async function refuseSeal(
  tx: Tx,
  seal: Pick<StoredSeal, 'device' | 'n' | 'hash' | 's' | 'sig'> & { readonly reason: string },
): Promise<void> {
  await tx
    .insertInto('refused_seals')
    // a text column of PostgreSQL cannot hold every character that a JSON string may
    .values({ ...seal, s: seal.s.replaceAll('\u0000', ''), sig: seal.sig.replaceAll('\u0000', '') })
    .onConflict((on) => on.column('hash').doNothing())
    .execute();
}

export async function isRefused(read: Reader, hash: string): Promise<boolean> {
  const row = await read
    .selectFrom('refused_seals')
    .select('hash')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** The public key (SPKI, base64) that speaks for a device's seal of this number. */
export async function keyForSeal(read: Reader, device: string, n: number): Promise<string | undefined> {
  const row = await read
    .selectFrom('device_keys')
    .select('public_key')
    .where('device', '=', device)
    .where('from_seal', '<=', n)
    .orderBy('from_seal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.public_key;
}

/** From this seal on the key speaks for the device; earlier seals keep theirs. A key that sealed nothing goes. */
export async function putDeviceKey(
  tx: Tx,
  key: { readonly device: string; readonly fromSeal: number; readonly publicKey: string },
): Promise<void> {
  await tx
    .insertInto('device_keys')
    .values({ device: key.device, from_seal: key.fromSeal, public_key: key.publicKey })
    .onConflict((on) => on.columns(['device', 'from_seal']).doUpdateSet({ public_key: key.publicKey }))
    .execute();
}
