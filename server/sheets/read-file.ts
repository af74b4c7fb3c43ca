import { ROWS_MOST } from '../../shared/wire/dossier-requests.ts';
import { csvRecords } from '../csv-cells.ts';
import { FileRefused } from './file-refused.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Sheet, SheetRow } from './sheet-rows.ts';

/** A file as it was chosen, told by its bytes and never by its name: rows, or the reason why there are none. */
export async function readFile(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw new FileRefused('empty');
  const starts = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign);
  if (starts(0x50, 0x4b)) return readXlsx(bytes);
  // the container of .xls of before 2007, and of any newer one that a password locks
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new FileRefused(
      Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format',
    );
  if (starts(0x09, 0x08) || starts(0x09, 0x04)) throw new FileRefused('old-format');
  const text = textOf(bytes);
  if (/^\s*(?:<!doctype html|<html|<head|<meta|<style|<table|<\?xml)/i.test(text.slice(0, 2_000)))
    throw new FileRefused('web-page');
  if (text.trim() === '') throw new FileRefused('no-rows');
  return { name: null, rows: csvRows(text), merges: [] };
}

/** UTF-8 or UTF-16, with or without its mark. Anything else of this country would be guessed, and names be garbled. */
function textOf(bytes: Uint8Array): string {
  const isZero = (i: number) => bytes[i] === 0;
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (isZero(1) && isZero(3))
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (isZero(0) && isZero(2))
        ? 'utf-16be'
        : undefined;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // pictures and programs are no Unicode either, but hold bytes that no text has
    if (bytes.subarray(0, 4_096).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13)))
      throw new FileRefused('encoding');
  }
  throw new FileRefused('not-a-sheet');
}

const AT_ONCE = 1_000;

async function* csvRows(text: string): AsyncGenerator<SheetRow[]> {
  let ready: SheetRow[] = [];
  let [row, count] = [0, 0];
  for (const { cells } of csvRecords(text)) {
    row++;
    const read = cells.slice(0, 256).map((cell) => (cell.trim() === '' ? undefined : { text: cell.trim() }));
    if (!read.some(Boolean)) continue;
    if (++count > ROWS_MOST + 50) throw new FileRefused('too-many-rows');
    ready.push({ row, cells: read });
    if (ready.length < AT_ONCE) continue;
    yield ready;
    ready = [];
  }
  if (ready.length > 0) yield ready;
}
