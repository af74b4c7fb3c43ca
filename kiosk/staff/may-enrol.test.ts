import { expect, it } from 'vitest';
import { type MayEnrol, mayEnrol, type Standing } from './may-enrol.ts';

const enrolled = (kept: number, unsent: number, isKnown = true): Standing => ({
  kind: 'enrolled',
  device: { id: 'dev1', name: 'Ki-ốt 1' },
  kept,
  unsent,
  isKnown,
});

it.each<[Standing, string, MayEnrol]>([
  [{ kind: 'new' }, 'dev2', 'new'],
  [enrolled(0, 0), 'dev1', 'renews'],
  [enrolled(9, 7), 'dev1', 'renews'],
  [enrolled(9, 7, false), 'dev1', 'renews'],
  [enrolled(0, 0), 'dev2', 'replaces'],
  [enrolled(0, 0, false), 'dev2', 'replaces'],
  [enrolled(9, 7), 'dev2', 'belongs'],
  [enrolled(9, 0), 'dev2', 'belongs'],
  [enrolled(9, 7, false), 'dev2', 'carries'],
])('%j with a code for %s: %s', (standing, codeFor, may) => {
  expect(mayEnrol(standing, codeFor)).toBe(may);
});
