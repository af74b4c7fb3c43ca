import { createInflateRaw } from 'node:zlib';
import { FileRefused } from './file-refused.ts';

/** The parts of a ZIP file that lies in memory, unpacked piece by piece and never further than a bound. */

export interface ZipPart {
  readonly method: number;
  readonly packed: Uint8Array;
}
/** Bytes that may still come out of a file, all parts together. */
export interface Budget {
  left: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const PARTS_MOST = 5_000;
/** Stands in a 32-bit size whose true value lies in the extra field. */
const SEE_EXTRA = 0xffffffff;

/** The directory at the end of the file, by name. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOfDirectory(view);
    const count = view.getUint16(end + 10, true);
    if (count > PARTS_MOST) throw new FileRefused('inflates');
    const parts = new Map<string, ZipPart>();
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new FileRefused('damaged');
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => view.getUint16(at + o, true));
      const nameAt = at + 46;
      const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength!));
      if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileRefused('encrypted');
      const { size, start } = placeOf(view, at, nameAt + nameLength!, extraLength!);
      if (view.getUint32(start, true) !== LOCAL_HEADER) throw new FileRefused('damaged');
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      if (from + size > bytes.length) throw new FileRefused('damaged');
      parts.set(name.replaceAll('\\', '/'), {
        method: view.getUint16(at + 10, true),
        packed: bytes.subarray(from, from + size),
      });
      at = nameAt + nameLength! + extraLength! + commentLength!;
    }
    return parts;
  } catch (error) {
    // an offset that lies outside of the file
    throw error instanceof RangeError ? new FileRefused('damaged') : error;
  }
}

/** It ends the file, but for a comment of at most 64 kB. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new FileRefused('damaged');
}

/** Packed size and place of a part; some programs write both with 64 bits although they are small. */
function placeOf(view: DataView, at: number, extraAt: number, extraLength: number) {
  let size = view.getUint32(at + 20, true);
  let start = view.getUint32(at + 42, true);
  for (let extra = extraAt; extra + 4 <= extraAt + extraLength; ) {
    const isLong = view.getUint16(extra, true) === 1;
    let value = extra + 4;
    if (isLong && view.getUint32(at + 24, true) === SEE_EXTRA) value += 8;
    if (isLong && size === SEE_EXTRA) {
      size = Number(view.getBigUint64(value, true));
      value += 8;
    }
    if (isLong && start === SEE_EXTRA) start = Number(view.getBigUint64(value, true));
    extra += 4 + view.getUint16(extra + 2, true);
  }
  return { size, start };
}

/** A part as text, in pieces. */
export async function* unpacked(part: ZipPart, budget: Budget): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of piecesOf(part)) {
      budget.left -= piece.length;
      if (budget.left < 0) throw new FileRefused('inflates');
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged');
  }
}

function piecesOf({ method, packed }: ZipPart): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (method === 0) return [packed];
  if (method !== 8) throw new FileRefused('damaged');
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  inflate.end(packed);
  return inflate;
}
