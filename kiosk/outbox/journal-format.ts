import type { BatchItem } from '../../shared/wire/batch.ts';

/**
 * The text of a journal file: a head, then records `length ‖ crc32 ‖ p [‖ remark] ‖ \n`, a line each. A file may end
 * anywhere (a power cut) and be damaged anywhere: what is whole is read, what is not is counted.
 */

/** What the second copy holds of a submission: enough to make its entry again. */
export interface Record extends Readonly<Omit<BatchItem, 'remark'>> {
  readonly remark?: BatchItem['remark'];
}

export const recordOf = ({ p, remark }: Record): Record => (remark ? { p, remark } : { p });

export interface Head {
  /** Of two open files the one with the higher turn is in use. */
  readonly turn: number;
  /** Submissions kept so far, and how many of them are rightly no longer in any file. */
  readonly total: number;
  readonly gone: number;
}

export interface Scan {
  /** Absent when it cannot be read. */
  readonly head: Head | undefined;
  readonly records: readonly Record[];
  /** Lines that are no record. */
  readonly damaged: number;
}

/** The head is a line of fixed length, so that it can be written over. */
export const HEAD_BYTES = 64;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb8_8320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as in IEEE 802.3, over the UTF-16 bytes of a text, low byte first. */
export function crc32(text: string): number {
  let c = ~0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (const byte of [code & 255, code >> 8]) c = TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
  }
  return ~c >>> 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const framed = (body: string) => `${body.length} ${crc32(body).toString(36)} ${body}`;

function unframed(line: string): string | undefined {
  const [, length, crc, body = ''] = /^(\d+) (\w+) (.*)$/s.exec(line) ?? [];
  return Number(length) === body.length && crc === crc32(body).toString(36) ? body : undefined;
}

const headLine = ({ turn, total, gone }: Head) =>
  `${framed([turn, total, gone].join(' ')).padEnd(HEAD_BYTES - 1)}\n`;

/** `p` is JSON of one line and holds no tab, so the first tab is where a remark begins. */
const recordLine = ({ p, remark }: Record) => `${framed(remark ? `${p}\t${JSON.stringify(remark)}` : p)}\n`;

export const encodeHead = (head: Head) => encoder.encode(headLine(head));
export const encodeRecord = (record: Record) => encoder.encode(recordLine(record));
export const encodeFile = (head: Head, records: readonly Record[]) =>
  encoder.encode(headLine(head) + records.map(recordLine).join(''));

function readHead(line: string): Head | undefined {
  const [turn, total, gone] = (unframed(line.trimEnd()) ?? '').split(' ').map(Number);
  return gone === undefined ? undefined : { turn: turn!, total: total!, gone };
}

function readRecord(line: string): Record | undefined {
  const body = unframed(line);
  if (body === undefined) return undefined;
  const [p = '', remark] = body.split('\t');
  return remark === undefined ? { p } : { p, remark: JSON.parse(remark) as NonNullable<Record['remark']> };
}

/** Reads what is whole, wherever the file ends and whatever is damaged in it. */
export function scanFile(bytes: Uint8Array): Scan {
  const [first = '', ...lines] = decoder.decode(bytes).split('\n');
  const read = lines.filter((line) => line !== '').map(readRecord);
  const records = read.filter((record) => record !== undefined);
  return { head: readHead(first), records, damaged: read.length - records.length };
}

/** The id inside submission bytes. */
export const idIn = (p: string) => /"id":"([^"]+)"/.exec(p)?.[1];
