import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EmailSchema, isEmail } from './email.ts';

test('an address is one plain word, and nothing in it can begin another header', () => {
  for (const good of ['lan.nguyen@lamkhe.gov.vn', 'a@b.vn', 'Lan+1@so-tp.lamkhe.gov.vn'])
    expect(isEmail(good)).toBe(true);
  for (const bad of [
    'lan',
    'lan@lamkhe',
    'lan@lamkhe.gov.vn\r\nBcc: x@y.vn',
    'lan@lamkhe.gov.vn, x@y.vn',
    'Lan <lan@lamkhe.gov.vn>',
    '"a b"@lamkhe.gov.vn',
    'lan@@lamkhe.gov.vn',
    'la..n@lamkhe.gov.vn',
    '.lan@lamkhe.gov.vn',
    'lân@lamkhe.gov.vn',
    `${'a'.repeat(60)}@${'b'.repeat(60)}.vn`,
  ])
    expect(isEmail(bad), bad).toBe(false);
  expect(v.parse(EmailSchema, ' lan@lamkhe.gov.vn ')).toBe('lan@lamkhe.gov.vn');
  expect(v.parse(EmailSchema, '  ')).toBe(null);
  expect(v.safeParse(EmailSchema, 'x').success).toBe(false);
});
