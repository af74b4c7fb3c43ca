import { expect, test } from 'vitest';
import { readZip } from './zip.ts';
import { type StreamedFile, zipStream } from './zip-stream.ts';

const BOUNDS = { entries: 10, entryBytes: 5_000_000, allBytes: 9_000_000 };
const text = (words: string) => Buffer.from(words);

async function whole(files: Iterable<StreamedFile> | AsyncIterable<StreamedFile>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipStream(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('files come back as they were written, with 32-bit and 64-bit numbers, empty ones too', async () => {
  const long = Buffer.alloc(3_000_000, 'một hai ba ');
  const files = [
    { name: 'Lời.txt', content: [text('một '), text('hai')] },
    { name: 'dài.csv', content: [long.subarray(0, 1_000_000), long.subarray(1_000_000)], mayBeLarge: true },
    { name: 'trống', content: [] },
  ];
  const zip = await whole(files);
  expect([...readZip(zip, BOUNDS)].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual([
    ['Lời.txt', text('một hai')],
    ['dài.csv', long],
    ['trống', text('')],
  ]);
  expect(zip.length).toBeLessThan(50_000);
  expect(await whole(files)).toEqual(zip);
});

test('the next file is asked for when the one before has been written', async () => {
  let written = '';
  async function* files(): AsyncGenerator<StreamedFile> {
    yield {
      name: 'a',
      content: (function* () {
        for (const word of ['1', '2']) {
          written += word;
          yield text(word);
        }
      })(),
    };
    yield { name: 'b', content: [text(`after ${written}`)] };
  }
  expect(Buffer.from(readZip(await whole(files()), BOUNDS).get('b')!).toString()).toBe('after 12');
});

test('a fault of what is read ends the ZIP with it, and who reads no further ends the reading', async () => {
  let isOver = false;
  async function* content() {
    try {
      for (let i = 0; ; i++) {
        if (i === 500) throw new Error('the row is broken');
        // nothing that could be packed to next to nothing
        yield Buffer.from(
          Array.from({ length: 4_096 }, (_, at) => (at * at * 31 + i * 17 + (at >> 3)) & 255),
        );
      }
    } finally {
      isOver = true;
    }
  }
  await expect(whole([{ name: 'a', content: content() }])).rejects.toThrow('the row is broken');
  expect(isOver).toBe(true);
  isOver = false;
  for await (const _ of zipStream([{ name: 'a', content: content() }])) break;
  for await (const piece of zipStream([{ name: 'a', content: content() }])) if (piece.length > 100) break;
  expect(isOver).toBe(true);
});
