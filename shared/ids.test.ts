import { expect, test } from 'vitest';
import { seeded } from '../tests/fakes/seeded.ts';
import {
  CODE_ALPHABET,
  type RandomBytes,
  randomBelow,
  readTypedCode,
  shuffled,
  toHex,
  typedCode,
  uuid4,
  WALK_UP_CODE_LENGTH,
} from './ids.ts';

/** Gives out exactly these bytes and fails when more are asked for. */
function scripted(...bytes: number[]): RandomBytes {
  return (length) => {
    if (bytes.length < length) throw new Error('more random bytes were asked for than the test expects');
    return Uint8Array.from(bytes.splice(0, length));
  };
}

/** Chi-square of counts that should be equal, over its degrees of freedom: near 1 when they are. */
function unevenness(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0) / (counts.length - 1);
}

function countsOf(values: readonly number[], below: number): number[] {
  const counts: number[] = Array(below).fill(0);
  for (const value of values) counts[value]!++;
  return counts;
}

test('an id is a version 4 UUID in lower case, whatever the random bytes', () => {
  expect(uuid4(scripted(...Array(16).fill(0)))).toBe('00000000-0000-4000-8000-000000000000');
  expect(uuid4(scripted(...Array(16).fill(255)))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  const random = seeded(1);
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (let i = 0; i < 1000; i++) expect(uuid4(random)).toMatch(form);
});

test('122 bits of an id are random and six are fixed', () => {
  const random = seeded(2);
  let [always, never] = [(1n << 128n) - 1n, (1n << 128n) - 1n];
  for (let i = 0; i < 1000; i++) {
    const bits = BigInt(`0x${uuid4(random).replaceAll('-', '')}`);
    always &= bits;
    never &= ~bits;
  }
  const ones = (bits: bigint) => bits.toString(2).replaceAll('0', '').length;
  expect(ones(always | never)).toBe(6);
});

test('hex digits keep the zeros in front', () => {
  expect(toHex(Uint8Array.of(0, 9, 16, 255))).toBe('000910ff');
});

test('the alphabet of typed codes has 32 signs and none of 0, O, 1 and I', () => {
  expect(new Set(CODE_ALPHABET).size).toBe(32);
  expect(CODE_ALPHABET).toMatch(/^[2-9A-Z]+$/);
  expect(CODE_ALPHABET).not.toMatch(/[01OI]/);
});

test('each of the 256 bytes makes a sign, and every sign comes from eight of them', () => {
  const code = typedCode(256, (length) => Uint8Array.from({ length }, (_, i) => i));
  for (const sign of CODE_ALPHABET) expect(code.split(sign).length - 1, sign).toBe(8);
});

test('a walk-up code has ten signs and is read back however people type it', () => {
  const code = typedCode(WALK_UP_CODE_LENGTH, seeded(3));
  expect(code).toHaveLength(10);
  const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
  expect(readTypedCode(typed)).toBe(code);
});

test.each([2, 3, 7, 10, 23, 100])('whole numbers below %i are all equally likely', (below) => {
  const random = seeded(below);
  const values = Array.from({ length: 300 * below }, () => randomBelow(below, random));
  const counts = countsOf(values, below);
  expect(counts).toHaveLength(below);
  // 1 + 5 standard deviations of a chi-square over its degrees of freedom
  expect(unevenness(counts)).toBeLessThan(1 + 5 * Math.sqrt(2 / (below - 1)));
});

test('what would favour low numbers is thrown away and drawn anew', () => {
  // 2^32 = 3 · 1,431,655,765 + 1: the highest value would be a 0 too many
  expect(randomBelow(3, scripted(255, 255, 255, 255, 0, 0, 0, 2))).toBe(2);
  expect(randomBelow(3, scripted(255, 255, 255, 254))).toBe(2);
});

test('below one or nothing there is only 0, and no chance is used up', () => {
  expect([randomBelow(1, scripted()), randomBelow(0, scripted())]).toEqual([0, 0]);
});

test('a shuffled list holds the same elements, leaves the given one alone, and every order is equally likely', () => {
  const random = seeded(4);
  const given = Object.freeze(['a', 'b', 'c', 'd']);
  const seen = new Map<string, number>();
  for (let i = 0; i < 4800; i++) {
    const order = shuffled(given, random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  for (const order of seen.keys()) expect(order.split('').sort().join('')).toBe('abcd');
  expect(unevenness([...seen.values()])).toBeLessThan(1 + 5 * Math.sqrt(2 / 23));
  expect(given).toEqual(['a', 'b', 'c', 'd']);
});

test('lists of no and of one element shuffle to themselves', () => {
  expect(shuffled([], scripted())).toEqual([]);
  expect(shuffled(['a'], scripted())).toEqual(['a']);
});
