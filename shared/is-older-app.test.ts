import { expect, it } from 'vitest';
import { isOlderApp } from './is-older-app.ts';

it.each([
  ['1.2.0+abcd', '1.2.0', false],
  ['1.1.9', '1.2.0', true],
  ['1.10.0', '1.9.9', false],
  ['0.9', '1.0.0', true],
  ['0.0.0-test', '0.0.0', false],
  ['nonsense', '1.0.0', false],
])('%s before %s: %s', (app, than, isOlder) => {
  expect(isOlderApp(app, than)).toBe(isOlder);
});
