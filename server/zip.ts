import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  DEFLATED,
  END,
  END_BYTES,
  ENTRY,
  LOCAL,
  STORED,
  type ZipEntry,
  ZipFault,
  zipEntries,
} from './zip-directory.ts';

/**
 * ZIP files as people make them on any machine, whole and in memory. Promised of reading: nothing is inflated beyond its
 * bound, whatever a header says; contents agree with their checksum; anything else is no file of ours.
 */

/** Names are UTF-8. */
const UTF8 = 1 << 11;

export interface ZipBounds {
  readonly entries: number;
  readonly entryBytes: number;
  readonly allBytes: number;
}

/** Every file of a ZIP by its path, folders left out; `ZipFault` when it is not read. */
export function readZip(bytes: Uint8Array, bounds: ZipBounds): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let all = 0;
  for (const entry of zipEntries(bytes, bounds.entries)) {
    if (entry.name.endsWith('/')) continue;
    // two of one name: which one a person sees depends on the program that opens it
    if (files.has(entry.name)) throw new ZipFault('damaged');
    const content = contentOf(entry, Math.min(bounds.entryBytes, bounds.allBytes - all));
    all += content.length;
    files.set(entry.name, content);
  }
  return files;
}

function contentOf({ method, crc, size, packed }: ZipEntry, most: number): Uint8Array {
  if (size > most) throw new ZipFault('too-large');
  const content = method === STORED ? packed : method === DEFLATED ? inflate(packed, size) : undefined;
  if (content?.length !== size || crc32(content) !== crc) throw new ZipFault('damaged');
  return content;
}

function inflate(packed: Uint8Array, size: number): Buffer {
  try {
    // the bound is what the directory promised, which is within ours: a bomb ends there
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipFault('damaged');
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
