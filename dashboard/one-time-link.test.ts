import { expect, test } from 'vitest';
import { readOneTimeLink } from './one-time-link.ts';

test('a link for a first account and one for a new password are told apart', () => {
  expect(readOneTimeLink('#invite=Ab-1_9')).toEqual({ purpose: 'invite', secret: 'Ab-1_9' });
  expect(readOneTimeLink('#reset=zzz')).toEqual({ purpose: 'reset', secret: 'zzz' });
});

test('any other hash is no link', () => {
  for (const hash of ['', '#', '#invite=', '#other=1', '#invite=a b'])
    expect(readOneTimeLink(hash)).toBeUndefined();
});
