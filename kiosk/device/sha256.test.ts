import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leafPreimage } from '../../shared/submission.ts';
import { sha256 } from './sha256.ts';

it("agrees with the platform's own digest for every length around the block borders", () => {
  for (let length = 0; length < 200; length++) {
    const text = 'ế'.repeat(length);
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

it('puts the salt as bytes before the text', () => {
  const salt = Uint8Array.from({ length: 16 }, (_, i) => 255 - i);
  expect(sha256('Góp ý', salt)).toBe(createHash('sha256').update(salt).update('Góp ý').digest('hex'));
});

it('names the golden submissions by their leaves', () => {
  const golden = JSON.parse(
    readFileSync(new URL('../../tests/fixtures/submissions-v1.json', import.meta.url), 'utf8'),
  ) as {
    p: string;
    leaf: string;
  }[];
  expect(golden).toHaveLength(10);
  for (const { p, leaf } of golden) expect(sha256(leafPreimage(p))).toBe(leaf);
});
