import { createInflateRaw } from 'node:zlib';
import { DEFLATED, STORED, type ZipEntry, ZipFault, zipEntries } from '../zip-directory.ts';
import { FileRefused } from './file-refused.ts';

/** The parts of a workbook, unpacked piece by piece and never further than a bound. */

/** Bytes that may still come out of a file, all parts together. */
export interface Budget {
  left: number;
}

const PARTS_MOST = 5_000;

/** By name. */
export function workbookParts(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  try {
    return new Map(zipEntries(bytes, PARTS_MOST).map((part) => [part.name, part]));
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    throw new FileRefused(error.why === 'too-large' ? 'inflates' : error.why);
  }
}

/** A part as text, in pieces. */
export async function* unpacked(part: ZipEntry, budget: Budget): AsyncGenerator<string> {
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

function piecesOf({ method, packed }: ZipEntry): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (method === STORED) return [packed];
  if (method !== DEFLATED) throw new FileRefused('damaged');
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  inflate.end(packed);
  return inflate;
}
