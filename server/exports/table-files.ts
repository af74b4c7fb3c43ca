import { createHash } from 'node:crypto';
import { csvField } from '../../shared/neutral-cell.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { COLUMNS, type Cell, cellsOf, type ExportedRow, questionHead } from './row-columns.ts';

const PIECE_LETTERS = 128 * 1024;

/** A line for each row, put together to pieces: a write for each line would cost more than the line. */
async function* pieces<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  line: (row: Row) => string,
  head = '',
): AsyncGenerator<Buffer> {
  let held = head;
  for await (const row of rows) {
    held += line(row);
    if (held.length < PIECE_LETTERS) continue;
    yield Buffer.from(held);
    held = '';
  }
  if (held !== '') yield Buffer.from(held);
}

export const headsOf = (items: readonly number[], language: Language): string[] => [
  ...COLUMNS.map((column) => column[language]),
  ...items.map((number) => questionHead(number, language)),
];

/** Names and codes come again and again: each is looked at once. */
const KEPT_MOST = 10_000;

/** A text made fit for a file, remembered. */
export function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      made = make(text);
      if (known.size < KEPT_MOST) known.set(text, made);
    }
    return made;
  };
}

/** CSV (RFC 4180) with the mark of UTF-8, every text neutral and quoted: the head, a line for each row, and nothing else. */
export function csvFile(
  rows: AsyncIterable<ExportedRow>,
  items: readonly number[],
  language: Language,
): AsyncGenerator<Buffer> {
  const text = remembered(csvField);
  const field = (cell: Cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : text(cell));
  const cells = cellsOf(items);
  const head = headsOf(items, language).map(csvField).join(',');
  return pieces(rows, (row) => `${cells(row).map(field).join(',')}\r\n`, `\uFEFF${head}\r\n`);
}

/** A JSON object a line. */
export function jsonLines<Row extends object>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  objectOf: (row: Row) => object = (row) => row,
): AsyncGenerator<Buffer> {
  return pieces(rows, (row) => `${JSON.stringify(objectOf(row))}\n`);
}

/** What is known of a file once it has been written. */
export interface FileSum {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The same bytes; when they have passed, their number and checksum are heard. */
export async function* summed(
  name: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hear: (sum: FileSum) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  hear({ name, bytes, sha256: hash.digest('hex') });
}
