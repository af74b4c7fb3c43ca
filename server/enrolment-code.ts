import { timingSafeEqual } from 'node:crypto';
import { type RandomBytes, typedCode } from '../shared/ids.ts';
import { DAY_MS } from '../shared/period.ts';
import { CODE_SELECTOR, ENROL_CODE_LENGTH, type Tree } from '../shared/wire/device.ts';
import { hashSecret } from './secrets.ts';
import { addCode, dropCodes, liveCode, type StoredCode } from './store/enrolment-codes.ts';
import type { Reader, Tx } from './store/store.ts';

/** Enrolment codes: eight signs that a manager reads out to whoever sets up a tablet. */

/** Short where it opens a real office; at home and in a training room there is time. */
export const CODE_MS: Readonly<Record<Tree, number>> = { real: 10 * 60_000, demo: DAY_MS, training: DAY_MS };

/** Five signs of 32 and five tries: a guess succeeds once in 6.7 million codes. */
export const CODE_TRIES = 5;

const selectorOf = (code: string) => code.slice(0, CODE_SELECTOR);
const secretOf = (code: string) => code.slice(CODE_SELECTOR);

/** A new code for a device; the one before stops working. */
export async function newEnrolmentCode(
  tx: Tx,
  asked: { readonly device: string; readonly tree: Tree; readonly at: number },
  random: RandomBytes,
): Promise<{ readonly code: string; readonly expires: number }> {
  await dropCodes(tx, asked.device, asked.at);
  const expires = asked.at + CODE_MS[asked.tree];
  for (let tries = 0; tries < 1_000; tries++) {
    const code = typedCode(ENROL_CODE_LENGTH, random);
    const selector = selectorOf(code);
    if (await liveCode(tx, selector, asked.at)) continue;
    await addCode(tx, { selector, secretSha256: hashSecret(secretOf(code)), device: asked.device, expires });
    return { code, expires };
  }
  throw new Error('invariant broken: one of 32,768 selectors is free');
}

/** Looks a typed code up. `wrong` is a try that counts; `none` has nothing to count on. */
export async function findCode(
  read: Reader,
  code: string,
  at: number,
): Promise<
  | { readonly kind: 'right'; readonly found: StoredCode }
  | { readonly kind: 'wrong'; readonly selector: string }
  | { readonly kind: 'none' }
> {
  if (code.length !== ENROL_CODE_LENGTH) return { kind: 'none' };
  const found = await liveCode(read, selectorOf(code), at);
  if (!found || found.tries >= CODE_TRIES) return { kind: 'none' };
  const given = Buffer.from(hashSecret(secretOf(code)), 'hex');
  return timingSafeEqual(given, Buffer.from(found.secretSha256, 'hex'))
    ? { kind: 'right', found }
    : { kind: 'wrong', selector: found.selector };
}
