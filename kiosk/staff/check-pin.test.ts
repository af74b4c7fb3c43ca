import { pbkdf2Sync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isPin, type Pin } from './check-pin.ts';

/** A verifier as the server writes it. */
function pinOf(digits: string): Pin {
  const salt = Buffer.from('ffeeddccbbaa99887766554433221100', 'hex');
  const hash = pbkdf2Sync(digits, salt, 1_000, 32, 'sha256').toString('base64url');
  return { salt: salt.toString('base64url'), rounds: 1_000, hash };
}

it('opens with the PIN that the server has hashed, and with no other', async () => {
  const pin = pinOf('042617');
  expect(await isPin('042617', pin)).toBe(true);
  for (const wrong of ['042618', '42617', '0426170', '', '042 617']) {
    expect(await isPin(wrong, pin)).toBe(false);
  }
});
