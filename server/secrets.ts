import { hash as digest, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { RandomBytes } from '../shared/ids.ts';

/** Tokens, one-time secrets and passwords. Only hashes of them are ever stored. */

/** 256 random bits, safe in an address. */
export function newSecret(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** A random secret needs no slow hash: it cannot be guessed. */
export function hashSecret(secret: string): string {
  return digest('sha256', secret);
}

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;

/** N = 2^15, r = 8, p = 3 (OWASP password storage): 32 MiB and about 0.4 s; Node's default maxmem is too small. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MAXMEM = 64 * 2 ** 20;
/** At most two hashes at once, so that a flood of sign-ins cannot exhaust the memory. */
const AT_ONCE = 2;

/** Who comes when so many wait is sent away: a flood of sign-ins must not wait in memory either. */
const WAITING_MOST = 16;

export class TooBusy extends Error {}

let running = 0;
const queue: (() => void)[] = [];
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (queue.length >= WAITING_MOST) throw new TooBusy();
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}

/** `scrypt$N$r$p$salt$hash`: the parameters travel with the hash, so that they can be raised. */
export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(16));
  const hash = await oneOfFew(() =>
    derive(password.normalize('NFKC'), salt, 32, { ...COST, maxmem: MAXMEM }),
  );
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether the password fits. With no stored hash the same work is done, so that time tells nothing about names. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const parts = stored?.split('$') ?? ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA==', ''];
  const [, N, r, p, salt, hash] = parts.map(String) as [string, string, string, string, string, string];
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: MAXMEM };
  const derived = await oneOfFew(() =>
    derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options),
  );
  const expected = Buffer.from(hash, 'base64');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
