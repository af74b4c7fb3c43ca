import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * ZIP files as people make them on any machine, in memory: names and contents, nothing else. Promised of reading: nothing
 * is inflated beyond its bound, whatever a header says; contents agree with their checksum; anything else is no file of
 * ours. Names are only names here: nothing is ever written to a disk by one.
 */

/** PKWARE APPNOTE 6.3.10: local header, entry of the directory at the end, end of the directory. */
const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const END_BYTES = 22;
const COMMENT_MOST = 0xffff;
/** Bit 0: encrypted. Bit 11: names are UTF-8. */
const [ENCRYPTED, UTF8] = [1, 1 << 11];
const [STORED, DEFLATED] = [0, 8];

export interface ZipBounds {
  readonly entries: number;
  readonly entryBytes: number;
  readonly allBytes: number;
}

/** Why a file is not read: it is no ZIP (or a broken one), or there is more in it than is taken. */
export class ZipFault extends Error {
  readonly why: 'wrong' | 'too-large';
  constructor(why: 'wrong' | 'too-large') {
    super(why);
    this.why = why;
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Every file of a ZIP by its path, folders left out. */
export function readZip(bytes: Uint8Array, bounds: ZipBounds): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array>();
  let all = 0;
  for (const entry of entriesOf(zip, bounds.entries)) {
    if (entry.name.endsWith('/')) continue;
    // two of one name: which one a person sees depends on the program that opens it
    if (files.has(entry.name)) throw new ZipFault('wrong');
    const content = contentOf(zip, entry, Math.min(bounds.entryBytes, bounds.allBytes - all));
    all += content.length;
    files.set(entry.name, content);
  }
  return files;
}

function entriesOf(zip: Buffer, most: number): Entry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > most) throw new ZipFault('too-large');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== ENTRY) throw new ZipFault('wrong');
    const flags = zip.readUInt16LE(at + 8);
    const nameBytes = zip.readUInt16LE(at + 28);
    const next = at + 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if ((flags & ENCRYPTED) !== 0 || next > end) throw new ZipFault('wrong');
    entries.push({
      // Windows programs of before 2012 write their own separator
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** The directory is found from behind: a comment of up to 64 kB may follow it. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_MOST); at--) {
    if (zip.readUInt32LE(at) === END && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  throw new ZipFault('wrong');
}

function contentOf(zip: Buffer, entry: Entry, most: number): Uint8Array {
  const { at, packed, size, method } = entry;
  if (size > most) throw new ZipFault('too-large');
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) throw new ZipFault('wrong');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (from + packed > zip.length) throw new ZipFault('wrong');
  const held = zip.subarray(from, from + packed);
  const content = method === STORED ? held : method === DEFLATED ? inflate(held, size) : undefined;
  if (content?.length !== size || crc32(content) !== entry.crc) throw new ZipFault('wrong');
  return content;
}

function inflate(held: Buffer, size: number): Buffer {
  try {
    // the bound is what the directory promised, which is within ours: a bomb ends there
    return inflateRawSync(held, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipFault('wrong');
  }
}

/** A ZIP of these files: recordings as they are, everything else deflated. Without times: the same files, the same bytes. */
export function writeZip(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const isPacked = path.endsWith('.mp3');
    const held = isPacked ? content : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(UTF8, 2);
    head.writeUInt16LE(isPacked ? STORED : DEFLATED, 4);
    // 1 January 1980, the first day that the format knows
    head.writeUInt16LE((1 << 5) | 1, 8);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(held.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    bodies.push(u32(LOCAL), head, name, Buffer.from(held));
    // made by, the head as above, then comment, disk, attributes: all zero
    entries.push(u32(ENTRY), Buffer.from([20, 0]), head, Buffer.alloc(10), u32(at), name);
    at += 30 + name.length + held.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
