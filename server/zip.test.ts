import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readZip, writeZip } from './zip.ts';
import { ZipFault } from './zip-directory.ts';

const BOUNDS = { entries: 10, entryBytes: 1_000, allBytes: 2_000 };
const text = (words: string) => Buffer.from(words);
const whyOf = (zip: Uint8Array) => {
  try {
    return [...readZip(zip, BOUNDS).keys()];
  } catch (error) {
    if (error instanceof ZipFault) return error.why;
    throw error;
  }
};

test('files come back as they were written, and the same files give the same bytes', () => {
  const files: [string, Uint8Array][] = [
    ['pack.json', text('{"lời": "xin chào"}'.repeat(9))],
    ['clips/a.mp3', Buffer.from([0xff, 0xfb, 0, 1])],
    ['README.txt', text('')],
  ];
  const zip = writeZip(files);
  expect([...readZip(zip, BOUNDS)].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(files);
  expect(writeZip(files)).toEqual(zip);
});

test('a file of another program is read: folders, sizes behind the contents, names in UTF-8, a comment', () => {
  const made = Buffer.from(
    'UEsDBBQACAAIACKffV0AAAAAAAAAAAAAAAAEAAAAa2hvLwMAUEsHCAAAAAACAAAAAAAAAFBLAwQUAAgICAAin31dAAAAAAAA' +
      'AAAAAAAADQAAAGtoby9M4budaS50eHTzebh7bqZCcsbhBfkKPiOADQBQSwcI81ZWJxIAAADwAAAAUEsDBBQACAAAAAAAIVAA' +
      'AAAAAAAAAAAAAAAJAAAAa2hvL2EubXAz//tQSwcIGcSS+AIAAAACAAAAUEsBAhQDFAAIAAgAIp99XQAAAAACAAAAAAAAAAQA' +
      'AAAAAAAAAAAQAP1BAAAAAGtoby9QSwECFAMUAAgICAAin31d81ZWJxIAAADwAAAADQAAAAAAAAAAAAAAgAE0AAAAa2hvL0zh' +
      'u51pLnR4dFBLAQIUAxQACAAAAAAAIVAZxJL4AgAAAAIAAAAJAAAAAAAAAAAAAACAAYEAAABraG8vYS5tcDNQSwUGAAAAAAMA' +
      'AwCkAAAAugAAAA4AbWFkZSBlbHNld2hlcmU=',
    'base64',
  );
  const files = readZip(made, BOUNDS);
  expect([...files.keys()]).toEqual(['kho/Lời.txt', 'kho/a.mp3']);
  expect(Buffer.from(files.get('kho/Lời.txt')!).toString()).toBe('Lời chào '.repeat(20));
});

test('what stands behind the end, as some web servers add it, changes nothing', () => {
  const zip = writeZip([['a.txt', text('một')]]);
  expect(whyOf(Buffer.concat([zip, text('\r\n')]))).toEqual(['a.txt']);
});

describe('is refused:', () => {
  const zip = Buffer.from(writeZip([['a.txt', text('một hai ba bốn năm')]]));
  const patched = (at: number, bytes: readonly number[]) => {
    const copy = Buffer.from(zip);
    copy.set(bytes, at);
    return copy;
  };
  const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02'));

  test.each([
    ['no ZIP at all', text('GIF89a'), 'damaged'],
    ['nothing', text(''), 'damaged'],
    ['half of one', zip.subarray(0, zip.length - 30), 'damaged'],
    ['contents that have changed', patched(36, [0, 0]), 'damaged'],
    ['an encrypted file', patched(directory + 8, [1]), 'encrypted'],
    ['a way of packing that we do not know', patched(directory + 10, [99]), 'damaged'],
    ['a place outside of the file', patched(directory + 42, [0xff, 0xff, 0xff, 0x7f]), 'damaged'],
    [
      'two files of one name',
      writeZip([
        ['a', text('1')],
        ['a', text('2')],
      ]),
      'damaged',
    ],
    [
      'too many files',
      writeZip(Array.from({ length: 11 }, (_, i) => [`${i}`, text('')] as const)),
      'too-large',
    ],
    ['a file that is too large', writeZip([['a', Buffer.alloc(1_001)]]), 'too-large'],
    [
      'three that are too large together',
      writeZip(['a', 'b', 'c'].map((n) => [n, Buffer.alloc(700)] as const)),
      'too-large',
    ],
  ])('%s', (_what, bytes, why) => {
    expect(whyOf(bytes)).toBe(why);
  });

  test('a bomb that says it is small: nothing is inflated beyond what it says', () => {
    const bomb = Buffer.from(writeZip([['a.json', Buffer.alloc(900)]]));
    const packed = deflateRawSync(Buffer.alloc(10_000_000));
    const entry = bomb.lastIndexOf(Buffer.from('PK\x01\x02'));
    const start = 30 + 'a.json'.length;
    const head = bomb.subarray(0, start);
    const tail = bomb.subarray(entry);
    tail.writeUInt32LE(packed.length, 20);
    tail.writeUInt32LE(start + packed.length, tail.length - 6);
    const before = process.memoryUsage().arrayBuffers;
    expect(whyOf(Buffer.concat([head, packed, tail]))).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });
});
