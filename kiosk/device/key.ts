import type { Shelf } from './shelf.ts';

/**
 * The device's own key: ECDSA P-256, made here, never readable by any script and never leaving the device. It is kept
 * in IndexedDB, which takes a CryptoKey as it is; Ed25519 keys fail there before Firefox 136.
 */
const KEY = 'key';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

const encoder = new TextEncoder();
const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

export function makeKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
}

export const keepKey = (shelf: Shelf, pair: CryptoKeyPair): Promise<void> => shelf.write(KEY, pair);

/** Undefined when there is none (never enrolled, or the database was wiped). */
export async function recallKey(shelf: Shelf): Promise<CryptoKeyPair | undefined> {
  const pair = (await shelf.read(KEY)) as CryptoKeyPair | undefined;
  return pair?.privateKey ? pair : undefined;
}

/** Signature over the UTF-8 bytes of a text: raw r‖s, base64. */
export async function sign(pair: CryptoKeyPair, text: string): Promise<string> {
  return toBase64(await crypto.subtle.sign(SIGNING, pair.privateKey, encoder.encode(text)));
}

/** SPKI, base64: what the server keeps of a key. */
export async function publicKeyOf(pair: CryptoKeyPair): Promise<string> {
  return toBase64(await crypto.subtle.exportKey('spki', pair.publicKey));
}
