/** Identifiers that are made where the answer is made, and the alphabet of codes that people type. */

/** Fills an array of the given length with unpredictable bytes (the platform's cryptographic generator). */
export type RandomBytes = (length: number) => Uint8Array;

/** 32 signs without 0/O and 1/I, so that a code can be read aloud and typed (5 bits a sign). */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Walk-up codes: 10 signs, 50 bits. */
export const WALK_UP_CODE_LENGTH = 10;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex digits of some bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hex[byte];
  return text;
}

/**
 * A random (version 4) UUID from plain random bytes: `crypto.randomUUID` is absent on plain HTTP,
 * and a version 7 id would carry the millisecond of the visit.
 */
export function uuid4(random: RandomBytes): string {
  const bytes = random(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A code of `length` signs; 32 divides 256, so every sign is equally likely. */
export function typedCode(length: number, random: RandomBytes): string {
  return Array.from(random(length), (byte) => CODE_ALPHABET[byte % 32]).join('');
}

/** What a person typed, as it is stored: capitals, without the spaces and dashes people add. */
export function readTypedCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}

/** Whether what was typed has the length and the signs of a walk-up code. */
export function isTypedCode(text: string): boolean {
  const code = readTypedCode(text);
  return (
    code.length === WALK_UP_CODE_LENGTH && Array.from(code).every((sign) => CODE_ALPHABET.includes(sign))
  );
}

/** A whole number from 0 to `below` - 1, each equally likely (rejection, no modulo bias). */
export function randomBelow(below: number, random: RandomBytes): number {
  if (below <= 1) return 0;
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  for (;;) {
    const [a, b, c, d] = random(4);
    const value = ((a! << 24) | (b! << 16) | (c! << 8) | d!) >>> 0;
    if (value < limit) return value % below;
  }
}

/** The same elements in an order of which every one is equally likely (Fisher-Yates). */
export function shuffled<T>(list: readonly T[], random: RandomBytes): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomBelow(i + 1, random);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
