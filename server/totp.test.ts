import { expect, test } from 'vitest';
import { seeded } from '../tests/fakes/seeded.ts';
import { newTotpSecret, otpauthAddress, stepOfCode, totpCode, totpStep } from './totp.ts';

/** "12345678901234567890" in base 32: the secret of the tables in RFC 4226 (appendix D) and RFC 6238 (appendix B). */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('the codes of RFC 4226 are met', () => {
  const codes = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];
  expect(codes.map((_code, count) => totpCode(SECRET, count))).toEqual(codes);
});

test('the codes of RFC 6238 are met, the last six digits of its eight', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const) {
    expect(totpCode(SECRET, totpStep(seconds * 1000))).toBe(code);
  }
});

test('a code fits in its own half minute, in the one before and the one after, and at no other time', () => {
  const now = 1_700_000_000_000;
  const own = totpStep(now);
  const fitting = [-3, -2, -1, 0, 1, 2, 3].filter(
    (off) => stepOfCode(SECRET, totpCode(SECRET, own + off), now) === own + off,
  );
  expect(fitting).toEqual([-1, 0, 1]);
});

test('a secret has 160 bits and is never the same', () => {
  const random = seeded(7);
  const secrets = Array.from({ length: 100 }, () => newTotpSecret(random));
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(100);
});

test('the address for the app names the account and carries the secret', () => {
  expect(otpauthAddress(SECRET, 'lan.nguyen')).toBe(
    `otpauth://totp/SIPAS%3Alan.nguyen?secret=${SECRET}&issuer=SIPAS&algorithm=SHA1&digits=6&period=30`,
  );
});
