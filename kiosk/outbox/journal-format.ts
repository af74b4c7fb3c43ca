import type { BatchItem } from '../../shared/wire/batch.ts';

/**
 * The bytes of a journal file: a head, then records `length ‖ crc32 ‖ p [‖ remark] ‖ \n`, numbers with the low byte
 * first. A file may end anywhere (a power cut) and be damaged anywhere: what is whole is read, what is not is counted.
 */

/** What the second copy holds of a submission: enough to make its entry again. */
export interface Record extends Readonly<Omit<BatchItem, 'remark'>> {
  readonly remark?: BatchItem['remark'];
}

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
  /** Stretches of bytes that are no record. */
  readonly damaged: number;
}

const MAGIC = 0x314a_5350; // "PSJ1"
export const HEAD_BYTES = 20;
const BEFORE = 8;
/** A submission has at most 4,096 characters and a remark 300; each has at most 3 bytes. */
const LENGTH_MOST = 16 * 1024;
const END = 10;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb8_8320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as in IEEE 802.3. */
export function crc32(bytes: Uint8Array): number {
  let c = ~0;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

export function encodeHead({ turn, total, gone }: Head): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES);
  const view = viewOf(bytes);
  [MAGIC, turn, total, gone].forEach((value, i) => view.setUint32(4 * i, value, true));
  view.setUint32(16, crc32(bytes.subarray(0, 16)), true);
  return bytes;
}

function readHead(bytes: Uint8Array): Head | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const [magic, turn, total, gone, crc] = [0, 4, 8, 12, 16].map((at) => viewOf(bytes).getUint32(at, true));
  if (magic !== MAGIC || crc !== crc32(bytes.subarray(0, 16))) return undefined;
  return { turn: turn!, total: total!, gone: gone! };
}

/** `p` is JSON of one line, so the first line break is where a remark begins. */
export function encodeRecord({ p, remark }: Record): Uint8Array<ArrayBuffer> {
  const body = encoder.encode(remark ? `${p}\n${JSON.stringify(remark)}` : p);
  const bytes = new Uint8Array(BEFORE + body.length + 1);
  const view = viewOf(bytes);
  view.setUint32(0, body.length, true);
  view.setUint32(4, crc32(body), true);
  bytes.set(body, BEFORE);
  bytes[bytes.length - 1] = END;
  return bytes;
}

export function encodeFile(head: Head, records: readonly Record[]): Uint8Array<ArrayBuffer> {
  const parts = [encodeHead(head), ...records.map(encodeRecord)];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function readRecord(body: Uint8Array): Record | undefined {
  const [p = '', remark] = decoder.decode(body).split('\n', 2);
  try {
    return remark === undefined ? { p } : { p, remark: JSON.parse(remark) as NonNullable<Record['remark']> };
  } catch {
    return undefined;
  }
}

/** Reads what is whole, wherever the file ends and whatever is damaged in it. */
export function scanFile(bytes: Uint8Array): Scan {
  const records: Record[] = [];
  const view = viewOf(bytes);
  let damaged = 0;
  let isInDamage = false;
  for (let at = HEAD_BYTES; at < bytes.length; ) {
    const length = at + BEFORE < bytes.length ? view.getUint32(at, true) : 0;
    const end = at + BEFORE + length;
    const isFramed = length > 0 && length <= LENGTH_MOST && bytes[end] === END;
    const body = isFramed ? bytes.subarray(at + BEFORE, end) : undefined;
    const isWhole = body && crc32(body) === view.getUint32(at + 4, true);
    const record = isWhole && readRecord(body);
    if (record) records.push(record);
    else if (!isInDamage) damaged++;
    isInDamage = !record;
    // After damage the next record is looked for byte by byte.
    at = record ? end + 1 : at + 1;
  }
  return { head: readHead(bytes), records, damaged };
}

/** The id inside submission bytes. */
export const idIn = (p: string) => /"id":"([^"]+)"/.exec(p)?.[1];
