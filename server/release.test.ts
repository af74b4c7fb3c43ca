import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RELEASE } from './release.ts';

test('the program knows its own version, and the day of its release is a day', () => {
  const file = new URL('../package.json', import.meta.url);
  expect((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version).toBe(RELEASE.version);
  expect(new Date(RELEASE.day).toISOString().slice(0, 10)).toBe(RELEASE.day);
});
