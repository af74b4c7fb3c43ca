import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { DEFLATED, END, END_BYTES, ENTRY, LOCAL } from './zip-directory.ts';

/**
 * A ZIP that is written while its files are read, in constant memory: the numbers of a file stand behind it (PKWARE APPNOTE
 * 6.3.10, 4.3.9). `zip.ts` writes small ones whole.
 */
export interface StreamedFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** It may have more than 4 GB: 64-bit numbers, which some readers of XLSX refuse. */
  readonly mayBeLarge?: boolean;
}

/** Sizes behind the contents, names in UTF-8. */
const FLAGS = (1 << 3) | (1 << 11);
/** 1 January 1980, the first day that the format knows: the same files give the same bytes. */
const FIRST_DAY = (1 << 5) | 1;
const [DESCRIPTOR, END_64, LOCATOR_64] = [0x08074b50, 0x06064b50, 0x07064b50] as const;
const [VERSION, VERSION_64] = [20, 45] as const;
const MOST_32 = 0xffffffff;
/** Fast: a level more costs half as much time again and takes a tenth of the bytes away. */
const LEVEL = 1;
const CHUNK_BYTES = 128 * 1024;

interface Written {
  readonly name: Buffer;
  readonly isLong: boolean;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly at: number;
}

/** The bytes of the ZIP. A file is asked for when the one before has been written, so that the last may tell of all. */
export async function* zipStream(
  files: AsyncIterable<StreamedFile> | Iterable<StreamedFile>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const { name: text, content, mayBeLarge: isLong = false } of files) {
    const name = Buffer.from(text);
    const head = headOf(name, isLong);
    yield head;
    const sums = { crc: 0, size: 0, packed: 0 };
    yield* deflated(content, sums);
    if (!isLong && (sums.size > MOST_32 || at > MOST_32))
      throw new Error(`${text} is too large for this ZIP`);
    const behind = descriptorOf(sums, isLong);
    yield behind;
    written.push({ name, isLong, at, ...sums });
    at += head.length + sums.packed + behind.length;
  }
  const entries = written.map(entryOf);
  yield* entries;
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  yield endOf(written.length, at, length);
}

interface Sums {
  crc: number;
  size: number;
  packed: number;
}

/** Packs in a thread of Node's own while the next rows are read; what is not taken holds the reading up. */
async function* deflated(content: StreamedFile['content'], sums: Sums): AsyncGenerator<Uint8Array> {
  async function* counted() {
    for await (const chunk of content) {
      sums.crc = crc32(chunk, sums.crc);
      sums.size += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES });
  const source = Readable.from(counted(), { highWaterMark: 1 });
  // ends the source with its reader, and the reader with a fault of the source
  const feeding = pipeline(source, deflate);
  feeding.catch(() => {});
  try {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      sums.packed += chunk.length;
      yield chunk;
    }
    await feeding;
  } finally {
    deflate.destroy();
    // whatever is read for it has been put down before anybody goes on
    await feeding.catch(() => {});
  }
}

function headOf(name: Buffer, isLong: boolean): Buffer {
  // numbers that are not known yet are said to be long ones
  const extra = isLong ? longNumbers([0, 0]) : Buffer.alloc(0);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(isLong ? VERSION_64 : VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(FIRST_DAY, 12);
  if (isLong) head.fill(0xff, 18, 26);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function descriptorOf({ crc, size, packed }: Sums, isLong: boolean): Buffer {
  const bytes = Buffer.alloc(isLong ? 24 : 16);
  bytes.writeUInt32LE(DESCRIPTOR, 0);
  bytes.writeUInt32LE(crc, 4);
  if (isLong) {
    bytes.writeBigUInt64LE(BigInt(packed), 8);
    bytes.writeBigUInt64LE(BigInt(size), 16);
  } else {
    bytes.writeUInt32LE(packed, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

function entryOf({ name, isLong, crc, size, packed, at }: Written): Buffer {
  const extra = isLong ? longNumbers([size, packed, at]) : Buffer.alloc(0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(ENTRY, 0);
  entry.writeUInt16LE(isLong ? VERSION_64 : VERSION, 4);
  entry.writeUInt16LE(isLong ? VERSION_64 : VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(FIRST_DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(isLong ? MOST_32 : packed, 20);
  entry.writeUInt32LE(isLong ? MOST_32 : size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.writeUInt32LE(isLong ? MOST_32 : at, 42);
  return Buffer.concat([entry, name, extra]);
}

/** The extra field of 64-bit numbers (4.5.3). */
function longNumbers(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
}

/** The end of the directory; where a number of it is too long, with the long end before it. */
function endOf(count: number, at: number, length: number): Buffer {
  const isLong = at > MOST_32;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(isLong ? MOST_32 : at, 16);
  if (!isLong) return end;
  const long = Buffer.alloc(56);
  long.writeUInt32LE(END_64, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(VERSION_64, 12);
  long.writeUInt16LE(VERSION_64, 14);
  long.writeBigUInt64LE(BigInt(count), 24);
  long.writeBigUInt64LE(BigInt(count), 32);
  long.writeBigUInt64LE(BigInt(length), 40);
  long.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(LOCATOR_64, 0);
  locator.writeBigUInt64LE(BigInt(at + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, end]);
}
