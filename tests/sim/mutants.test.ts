import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutated, OTHERS, TEN } from './mutants.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

test('the ten known mistakes are all there', () => {
  expect(TEN.map(({ name }) => name)).toEqual([
    'relaxed write',
    'trust 200',
    'remove before send',
    'no UNIQUE',
    'new id on retry',
    'last write wins',
    'checkpoint',
    'no epoch',
    'delete on receipt',
    'batch all-or-nothing',
  ]);
});

test.each([...TEN, ...OTHERS])('the patch "$name" fits the sources as they are', (mutant) => {
  for (const [file, text] of mutated(mutant, read)) expect(text).not.toBe(read(file));
});
