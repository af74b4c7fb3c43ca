/**
 * What lies in a ZIP file, by its directory at the end (PKWARE APPNOTE 6.3.10): nothing is unpacked here, every place lies
 * inside the file, and nothing is encrypted. Names are only names: nothing is ever written to a disk by one.
 */
export interface ZipEntry {
  /** With `/` between folders; a folder itself ends with one. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Unpacked, as the directory says. */
  readonly size: number;
  readonly packed: Uint8Array;
}

/** Why a file is not read: it is no ZIP or a broken one, it has a password, or there is more in it than is taken. */
export class ZipFault extends Error {
  readonly why: 'damaged' | 'encrypted' | 'too-large';
  constructor(why: ZipFault['why']) {
    super(why);
    this.why = why;
  }
}

/** Local header, entry of the directory, end of the directory. */
export const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
export const END_BYTES = 22;
export const [STORED, DEFLATED] = [0, 8] as const;
const COMMENT_MOST = 0xffff;
const ENCRYPTED = 1;
/** Stands in a 32-bit number whose true value lies in the extra field: some programs write small ones with 64 bits. */
const SEE_EXTRA = 0xffffffff;
const LONG_NUMBERS = 1;

/** All entries in the order of the directory, folders and doubled names among them; `ZipFault` when they cannot be read. */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] {
  try {
    return readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), most);
  } catch (error) {
    // a number that points outside of the file
    throw error instanceof RangeError ? new ZipFault('damaged') : error;
  }
}

function readDirectory(zip: Buffer, most: number): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > most) throw new ZipFault('too-large');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const extra = at + 46 + zip.readUInt16LE(at + 28);
    const comment = extra + zip.readUInt16LE(at + 30);
    const next = comment + zip.readUInt16LE(at + 32);
    if (zip.readUInt32LE(at) !== ENTRY || next > end) throw new ZipFault('damaged');
    if ((zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ZipFault('encrypted');
    const { size, packed, start } = numbersOf(zip, at, zip.subarray(extra, comment));
    if (zip.readUInt32LE(start) !== LOCAL) throw new ZipFault('damaged');
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    if (from + packed > zip.length) throw new ZipFault('damaged');
    entries.push({
      // Windows programs of before 2012 write their own separator
      name: zip.toString('utf8', at + 46, extra).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      size,
      packed: zip.subarray(from, from + packed),
    });
    at = next;
  }
  return entries;
}

/** The directory is found from behind: a comment may follow it, and what a web server adds to a file that it sends. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_MOST); at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw new ZipFault('damaged');
}

function numbersOf(zip: Buffer, at: number, extra: Buffer) {
  const numbers = {
    size: zip.readUInt32LE(at + 24),
    packed: zip.readUInt32LE(at + 20),
    start: zip.readUInt32LE(at + 42),
  };
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== LONG_NUMBERS) continue;
    let value = field + 4;
    for (const name of ['size', 'packed', 'start'] as const) {
      if (numbers[name] !== SEE_EXTRA) continue;
      numbers[name] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
  }
  return numbers;
}
