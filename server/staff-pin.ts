import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { randomBelow, type RandomBytes } from '../shared/ids.ts';
import type { Settings } from '../shared/wire/device.ts';
import { PIN_DIGITS } from '../shared/wire/manage-requests.ts';

const derive = promisify(pbkdf2);

/** A try takes a tablet about a quarter of a second; a PIN is a deterrent, not a safe. */
const ROUNDS = 210_000;

export function newPin(random: RandomBytes): string {
  return String(randomBelow(10 ** PIN_DIGITS, random)).padStart(PIN_DIGITS, '0');
}

/** What a device needs to know a PIN by: PBKDF2-SHA-256 over its digits, 32 bytes, all base64url. */
export async function pinVerifier(pin: string, random: RandomBytes): Promise<NonNullable<Settings['pin']>> {
  const salt = Buffer.from(random(16));
  const hash = await derive(pin, salt, ROUNDS, 32, 'sha256');
  return { salt: salt.toString('base64url'), rounds: ROUNDS, hash: hash.toString('base64url') };
}
