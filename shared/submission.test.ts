import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  decodeSubmission,
  encodeSubmission,
  isAnswered,
  isFlagged,
  isPartial,
  isValid,
  leafPreimage,
  type Submission,
} from './submission.ts';

const golden = JSON.parse(
  readFileSync(new URL('../tests/fixtures/submissions-v1.json', import.meta.url), 'utf8'),
) as { about: string; p: string; leaf: string }[];

test('ten golden byte strings are there, and their leaves are the SHA-256 of their bytes', () => {
  expect(golden).toHaveLength(10);
  for (const { p, leaf } of golden) {
    expect(createHash('sha256').update(leafPreimage(p)).digest('hex')).toBe(leaf);
  }
});

test.each(golden)('golden bytes are read and written back unchanged: $about', ({ p }) => {
  const submission = decodeSubmission(p);
  expect(submission).toBeDefined();
  expect(encodeSubmission(submission!)).toBe(p);
});

test('the express submission of the protocol has 334 bytes and its known leaf', () => {
  expect(golden[0]!.p).toHaveLength(334);
  expect(golden[0]!.leaf).toBe('684b8c51b95233ec72c36edbe2bd30a94191e8c005e6b86642166c058d2f7093');
});

const base = () => decodeSubmission(golden[0]!.p)!;
const without = (field: keyof Submission) => {
  const { [field]: _, ...rest } = base();
  return JSON.stringify(rest);
};

test.each([
  'v',
  'id',
  'c',
  'f',
  'fv',
  'fm',
  'sp',
  'au',
  'ch',
  'b',
  'tq',
  'lg',
  'fd',
  'ot',
  'rk',
  'dm',
  'ui',
  'it',
  'a',
  'e',
  'q',
] as const)('bytes without the field %s are no submission', (field) =>
  expect(decodeSubmission(without(field))).toBeUndefined(),
);

test.each([
  ['a field that version 1 does not have', { at: 1_764_000_000_000 }],
  ['a device id', { dev: 'k1' }],
  ['an id with a clock in it (version 7)', { id: '019a9f6e-8b41-7d07-9e53-1c7ab20f64d8' }],
  ['a level of 6', { a: [6, 5, 4, 4, 5, 0, 4, 3] }],
  ['fewer answers than items', { a: [4] }],
  ['the same item twice', { it: [0, 24, 24, 31, 34, 37, 9, 21] }],
  ['a date finer than half a day', { b: '2026-11-20T08:00' }],
  ['a half-month on a kiosk', { b: '2026-11/2' }],
  ['a half-day on the telephone', { ch: 'call' }],
  ['an on-time class at a kiosk', { ot: 'late' }],
  ['a blank outside of paper', { a: ['b', 5, 4, 4, 5, 0, 4, 3] }],
  ['demographics without any value', { dm: { sex: null, age: null } }],
  ['a language that could name an ethnic group', { lg: 'kho' }],
])('bytes with %s are no submission', (_what, change) => {
  expect(decodeSubmission(JSON.stringify({ ...base(), ...change }))).toBeUndefined();
});

test.each(['', 'null', '[]', '{', '"text"', '42', '{"v":1}'])('no bytes make reading throw: %s', (p) => {
  expect(decodeSubmission(p)).toBeUndefined();
});

test('a submission is valid from half of its drawn items on, and no opinion counts as answered', () => {
  expect(isValid({ a: [4, 0, 0, 5, null, null, null, null] })).toBe(true);
  expect(isValid({ a: [4, 0, 5, null, null, null, null, null] })).toBe(false);
  expect(isValid({ a: [4, 'b', 'b', 5] })).toBe(true);
  expect(isValid({ a: ['b', 'b', 4] })).toBe(false);
  expect([isAnswered(0), isAnswered(3), isAnswered(null), isAnswered('b')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('partial is what ended early, and one coarse class is enough to be flagged', () => {
  expect([isPartial({ e: 'done' }), isPartial({ e: 'ended' }), isPartial({ e: 'idle' })]).toEqual([
    false,
    true,
    true,
  ]);
  expect(isFlagged(base())).toBe(false);
  expect(isFlagged({ q: { ...base().q, run: 1 } })).toBe(true);
});
