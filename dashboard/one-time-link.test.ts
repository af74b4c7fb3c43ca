import { expect, test } from 'vitest';
import { readOneTimeLink } from './one-time-link.ts';

test('links for a first account, a new password and the set-up are told apart', () => {
  expect(readOneTimeLink('#invite=Ab-1_9')).toEqual({ purpose: 'invite', secret: 'Ab-1_9' });
  expect(readOneTimeLink('#set-up=a')).toEqual({ purpose: 'set-up', secret: 'a' });
  expect(readOneTimeLink('#reset=zzz')).toEqual({ purpose: 'reset', secret: 'zzz' });
});

test('any other hash is no link', () => {
  for (const hash of ['', '#', '#invite=', '#other=1', '#invite=a b'])
    expect(readOneTimeLink(hash)).toBeUndefined();
});
