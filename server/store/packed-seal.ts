import { encodeSeal, type Seal } from '../../shared/wire/seal.ts';
import type { Tables } from './tables.ts';

/**
 * How a seal lies in its row: its hashes and its signature as bytes in `body` (signature 64, hash of the seal before 32, each leaf
 * 32), half of what their digits take. The text that was signed is built from them again; one that cannot be built exactly lies
 * beside them in `s`.
 */

/** A seal as its device signed it. */
export interface SealText {
  readonly s: string;
  /** Base64: one signature has one text (`server/device-key.ts`). */
  readonly sig: string;
}

const SIGNATURE_BYTES = 64;
const HASH_BYTES = 32;

type Row = Pick<Tables['seals'], 'device' | 'n' | 'total' | 'b' | 'app' | 'body' | 's'>;
export type PackedSeal = Pick<Row, 'app' | 'body' | 's'>;

export function packSeal({ s, sig }: SealText): PackedSeal {
  const seal = JSON.parse(s) as Seal;
  const { dev: device, n, total, b, app, prev, leaves } = seal;
  const hashes = [prev, ...leaves].map((hash) => Buffer.from(hash, 'hex'));
  const packed = { app, body: Buffer.concat([Buffer.from(sig, 'base64'), ...hashes]), s: null };
  return textOfSeal({ ...packed, device, n, total, b }).s === s ? packed : { ...packed, s };
}

/** The signed text and its signature, as they came. */
export function textOfSeal(row: Row): SealText {
  const body = Buffer.from(row.body.buffer, row.body.byteOffset, row.body.byteLength);
  const sig = body.subarray(0, SIGNATURE_BYTES).toString('base64');
  if (row.s !== null) return { s: row.s, sig };
  const { device: dev, n, total, b, app } = row;
  const [prev = '', ...leaves] = hashesIn(body.subarray(SIGNATURE_BYTES));
  return { s: encodeSeal({ v: 1, dev, n, prev, total, b, app, leaves }), sig };
}

function hashesIn(bytes: Buffer): string[] {
  const hashes: string[] = [];
  for (let at = 0; at < bytes.length; at += HASH_BYTES) {
    hashes.push(bytes.toString('hex', at, at + HASH_BYTES));
  }
  return hashes;
}
