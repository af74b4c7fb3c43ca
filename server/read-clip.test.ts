import { expect, test } from 'vitest';
import { sampleMp3 } from '../tests/fakes/sample-pack.ts';
import { readClip } from './read-clip.ts';

/** ID3v2 with 200 bytes of tag: its length in four times seven bits. */
const tagged = (content: Uint8Array) =>
  Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 72]), Buffer.alloc(200), content]);

test('a recording is MP3 by its bytes, with or without a tag in front, and is named by them', () => {
  const plain = readClip(sampleMp3());
  expect(plain).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  expect(readClip(tagged(sampleMp3()))).toMatchObject({ bytes: { length: 418 } });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<script>alert(1)</script>')],
  ['WAV', Buffer.from('RIFF....WAVEfmt ')],
  ['Ogg', Buffer.from('OggS')],
  ['AAC, which begins alike', Buffer.from([0xff, 0xf1, 0x50, 0x80])],
  ['layer II', Buffer.from([0xff, 0xfd, 0x50, 0xc4])],
  ['a tag and then a page', tagged(Buffer.from('<html>'))],
  ['a tag that promises more than there is', tagged(Buffer.alloc(0))],
])('%s is none', (_what, bytes) => {
  expect(readClip(bytes)).toBe('wrong');
});

test('more than a megabyte is too long', () => {
  expect(readClip(Buffer.concat([sampleMp3(), Buffer.alloc(1_000_000)]))).toBe('too-long');
});
