/**
 * SHA-256 of a salt's bytes, if any, and a text as UTF-8; lower-case hex. Own code for the phone page: on plain HTTP
 * (a phone in the office's own network) there is no WebCrypto digest, and a page that goes away waits for no promise.
 * FIPS 180-4; the constants are the fractional parts of roots of the first primes, as the standard makes them.
 */

const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);
const fraction = (value: number) => ((value % 1) * 0x1_0000_0000) | 0;
const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n));

/** Big-endian words: the bytes, one bit, zeros, and the length in bits at the end of the last block of 16. */
function padded(bytes: readonly number[]): number[] {
  const words = Array.from({ length: Math.ceil((bytes.length + 9) / 64) * 16 }, () => 0);
  [...bytes, 0x80].forEach((byte, i) => {
    words[i >> 2]! |= byte << (24 - (i % 4) * 8);
  });
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function compress(hash: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  let [a, b, c, d, e, f, g, h] = hash as [number, number, number, number, number, number, number, number];
  K.forEach((constant, i) => {
    if (i > 15) {
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + constant + w[i]!;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + hash[i]!) | 0);
}

export function sha256(text: string, salt: Iterable<number> = []): string {
  const words = padded([...salt, ...new TextEncoder().encode(text)]);
  let hash = START;
  for (let at = 0; at < words.length; at += 16) hash = compress(hash, words.slice(at, at + 16));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
