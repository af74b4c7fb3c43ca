import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import { bytesOfStored, isPacked, packSubmission } from './packed-submission.ts';

const golden = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/submissions-v1.json', import.meta.url), 'utf8'),
) as { readonly about: string; readonly p: string }[];
const first = JSON.parse(golden[0]!.p) as Submission;

test.each(golden)('$about: it is packed, and read back byte for byte', ({ p }) => {
  const { id } = JSON.parse(p) as Submission;
  const packed = packSubmission(id, p);
  expect(isPacked(packed)).toBe(true);
  expect(packed.length).toBeLessThan(p.length / 2);
  expect(bytesOfStored({ id, p: packed })).toBe(p);
});

test.each([
  ['every answer that there is', { a: [0, 1, 2, 3, 4, 5, null, 'b'] }],
  ['only the sex', { dm: { sex: 1, age: null } }],
  ['only the age', { dm: { sex: null, age: 5 } }],
  ['no answer and no item', { a: [], it: [] }],
] as const)('%s is packed, and read back byte for byte', (_, change) => {
  const p = encodeSubmission({ ...first, ...change } as Submission);
  const packed = packSubmission(first.id, p);
  expect(isPacked(packed)).toBe(true);
  expect(bytesOfStored({ id: first.id, p: packed })).toBe(p);
});

test.each([
  ['a space between', (p: string) => ` ${p}`],
  ['another order of fields', (p: string) => p.replace('"v":1,', '').replace('}}', '},"v":1}')],
  ['a number written otherwise', (p: string) => p.replace('"fv":2', '"fv":2.0')],
  ['an escape', (p: string) => p.replace('"done"', '"d\\u006fne"')],
  ['a field more', (p: string) => p.replace('"v":1', '"v":1,"w":1')],
  ['the code of a field that looks like no field', (p: string) => p.replace('"fd":"ht"', '"fd":""')],
] as const)('%s: what was sent so lies as it was sent', (_, change) => {
  const p = change(golden[0]!.p);
  expect(p).not.toBe(golden[0]!.p);
  const stored = packSubmission(first.id, p);
  expect(isPacked(stored)).toBe(false);
  expect(bytesOfStored({ id: first.id, p: stored })).toBe(p);
});

test('bytes under the key of another submission are not packed: the id stands in the key alone', () => {
  const { p } = golden[0]!;
  expect(bytesOfStored({ id: 'another', p: packSubmission('another', p) })).toBe(p);
});
