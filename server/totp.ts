import { createHmac } from 'node:crypto';
import type { RandomBytes } from '../shared/ids.ts';

/** Codes of a second factor: RFC 6238 with SHA-1, 30 seconds and 6 digits, which every authenticator app knows. */

const STEP_MS = 30_000;
/** A phone's clock may be half a minute off, and a person types for a while. */
const STEPS_OFF = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base 32, as authenticator apps take them. */
export function newTotpSecret(random: RandomBytes): string {
  const bits = Array.from(random(20), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]!);
}

/** The six digits of a time step (RFC 4226, dynamic truncation). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7f_ff_ff_ff;
  return String(number % 1_000_000).padStart(6, '0');
}

export const totpStep = (ms: number): number => Math.floor(ms / STEP_MS);

/** The time step whose code this is, from the step before to the one after now; undefined when it is none of them. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | undefined {
  const now = totpStep(nowMs);
  for (let step = now - STEPS_OFF; step <= now + STEPS_OFF; step++) {
    if (totpCode(secret, step) === code) return step;
  }
  return undefined;
}

/** What the QR picture of an authenticator app holds. */
export function otpauthAddress(secret: string, login: string): string {
  const label = `SIPAS:${login}`;
  const query = new URLSearchParams({
    secret,
    issuer: 'SIPAS',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  return `otpauth://totp/${encodeURIComponent(label)}?${query.toString()}`;
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}
