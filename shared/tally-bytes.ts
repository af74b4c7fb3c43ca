import { invariant } from './assert.ts';
import type { Vector } from './tally.ts';

/** Stored tallies: a version, the length, then variable-length numbers; a 0 is followed by how many more zeros. */

const VERSION = 1;
/** A vector of 200 items in as many groups, the most that a questionnaire may have, is shorter. */
const LENGTH_MOST = 5000;

const WHOLE_NUMBERS = 'a tally holds whole numbers';

/** What is being written. */
let scratch = new Uint8Array(0);

/** Writes one number and returns the place behind it. */
function putVarint(value: number, to: Uint8Array, at: number): number {
  let rest = value;
  let next = at;
  while (rest >= 128) {
    to[next++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  to[next++] = rest;
  return next;
}

/** No vector of this length takes more bytes; a number takes eight at most. */
export const mostBytes = (length: number): number => 8 * (length + 2);

/** The stored bytes of a vector of whole numbers from 0 to 2^53 - 1; equal vectors give equal bytes. */
export function encodeVector(vector: Vector): Uint8Array {
  const most = mostBytes(vector.length);
  if (scratch.length < most) scratch = new Uint8Array(most);
  return scratch.slice(0, encodeInto(vector, scratch, 0));
}

/** Writes the same bytes to a place with room for `mostBytes`, and returns the place behind them. */
export function encodeInto(vector: Vector, to: Uint8Array, from: number): number {
  const { length } = vector;
  to[from] = VERSION;
  let at = putVarint(length, to, from + 1);
  for (let i = 0; i < length; ) {
    const value = vector[i++]!;
    // most are 0, which needs no proof
    if (value !== 0) {
      invariant(value > 0 && value <= Number.MAX_SAFE_INTEGER && value % 1 === 0, WHOLE_NUMBERS);
      if (value < 128) to[at++] = value;
      else at = putVarint(value, to, at);
      continue;
    }
    const first = i;
    while (i < length && vector[i] === 0) i++;
    to[at++] = 0;
    at = putVarint(i - first, to, at);
  }
  return at;
}

/** Reads stored bytes; throws on bytes of another version or length (a damaged or foreign row). */
export const decodeVector = (bytes: Uint8Array): Vector => addBytes(undefined, bytes);

/** Adds a stored vector to a sum in place, without making it first; throws where `decodeVector` does. */
export function addEncoded(sum: Vector, bytes: Uint8Array): void {
  addBytes(sum, bytes);
}

function addBytes(to: Vector | undefined, bytes: Uint8Array): Vector {
  invariant(bytes[0] === VERSION, 'tally bytes of version 1');
  let sum = to;
  let at = 1;
  // one loop for everything: a province reads tens of thousands of rows at once
  for (let [i, length, skips] = [0, -1, false]; ; ) {
    invariant(at < bytes.length, 'a whole tally');
    let value = bytes[at++]!;
    if (value > 127) {
      value &= 127;
      for (let factor = 128; ; factor *= 128) {
        invariant(at < bytes.length, 'a whole tally');
        const byte = bytes[at++]!;
        value += (byte & 127) * factor;
        invariant(value <= Number.MAX_SAFE_INTEGER, WHOLE_NUMBERS);
        if (byte < 128) break;
      }
    }
    if (!sum || length < 0) {
      // Must come before the vector is made: damaged bytes may ask for any amount of memory.
      invariant(value <= LENGTH_MOST, 'a tally of a questionnaire');
      length = value;
      sum ??= new Float64Array(length);
      invariant(sum.length === length, 'vectors of one shape');
    } else if (skips) {
      i += value;
      skips = false;
    } else if (value === 0) {
      i++;
      skips = true;
    } else {
      invariant(i < length, 'zeros that end where the tally ends');
      sum[i++]! += value;
    }
    if (i >= length && !skips) {
      invariant(i === length && at === bytes.length, 'zeros and bytes that end where the tally ends');
      return sum;
    }
  }
}
