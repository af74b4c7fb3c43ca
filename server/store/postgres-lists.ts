import { invariant } from '../../shared/assert.ts';

/** Types of PostgreSQL, which a list must name, with the numbers that stand for them (its catalogue `pg_type`). */
const NUMBERS = { text: 25, smallint: 21, integer: 23, bigint: 20, bytea: 17, uuid: 2950 } as const;
export type ColumnType = keyof typeof NUMBERS;
export type Value = string | number | Uint8Array | null;

/** Where the sizes of fixed width stand; of the others each value has its own. */
const WIDTHS: Partial<Record<ColumnType, number>> = { smallint: 2, integer: 4, bigint: 8, uuid: 16 };
const HEAD_BYTES = 20;

/**
 * A list as PostgreSQL takes it in bytes (its `array_recv`): written as text it is escaped here and read sign by sign
 * there, bytes as twice as many digits.
 */
export function listOf(type: ColumnType, values: readonly Value[]): Buffer {
  let size = HEAD_BYTES;
  for (const value of values) size += 4 + sizeOf(type, value);
  const list = Buffer.allocUnsafe(size);
  list.writeInt32BE(1, 0); // dimensions
  list.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  list.writeInt32BE(NUMBERS[type], 8);
  list.writeInt32BE(values.length, 12);
  list.writeInt32BE(1, 16); // the first one's number
  let at = HEAD_BYTES;
  for (const value of values) {
    const own = sizeOf(type, value);
    at = list.writeInt32BE(value === null ? -1 : own, at);
    if (value !== null) put(list, at, type, value);
    at += own;
  }
  return list;
}

function sizeOf(type: ColumnType, value: Value): number {
  if (value === null) return 0;
  invariant(value !== undefined, 'a value of SQL');
  return WIDTHS[type] ?? (typeof value === 'object' ? value.length : Buffer.byteLength(String(value)));
}

function put(list: Buffer, at: number, type: ColumnType, value: string | number | Uint8Array): void {
  if (typeof value === 'object') list.set(value, at);
  else if (type === 'uuid') {
    const digits = String(value).replaceAll('-', '');
    // else bytes of whatever lay there before would stand behind it
    invariant(/^[\da-f]{32}$/i.test(digits), 'an id as it is written');
    list.write(digits, at, 'hex');
  } else if (type !== 'text') putNumber(list, at, type, value);
  else list.write(String(value), at);
}

function putNumber(list: Buffer, at: number, type: ColumnType, value: string | number): void {
  if (type === 'bigint') {
    list.writeBigInt64BE(BigInt(value), at);
    return;
  }
  invariant(value !== '' && Number.isInteger(Number(value)), 'a whole number');
  if (type === 'smallint') list.writeInt16BE(Number(value), at);
  else list.writeInt32BE(Number(value), at);
}
