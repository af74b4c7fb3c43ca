import type { Settings } from '../../shared/wire/device.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export type Pin = NonNullable<Settings['pin']>;

/**
 * Whether the typed digits are the PIN. The stored value is a verifier, never the PIN; it deters, it is no safe: who
 * copies it can try out six digits at home.
 */
export async function isPin(typed: string, pin: Pin): Promise<boolean> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(pin.salt), iterations: pin.rounds },
    secret,
    256,
  );
  return toBase64Url(new Uint8Array(bits)) === pin.hash;
}
