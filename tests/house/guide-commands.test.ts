import { expect, test } from 'vitest';
import { commandsOf, OTHERWISE, RUN } from '../deploy/guide-commands.ts';

test('both languages of the operator’s guide have the same commands', () => {
  expect([...commandsOf('en')]).toEqual([...commandsOf('vi')]);
});

test('the drill runs every command of the guide, or says what it does otherwise', () => {
  const known = [...Object.values(RUN).flat(), ...Object.keys(OTHERWISE)];
  expect(known.toSorted()).toEqual([...commandsOf('vi').keys()].toSorted());
});
