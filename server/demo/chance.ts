import type { RandomBytes } from '../../shared/ids.ts';

/**
 * Seeded chance for invented answers, so that the demo is the same wherever it is filled. Never for a real
 * device: a seed would let whoever knows it replay the order of visits.
 */
export interface Chance {
  /** 0 to below 1. */
  next(): number;
  happens(probability: number): boolean;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** Standard normal. */
  normal(): number;
  poisson(mean: number): number;
  /** One of the weighted values; the weights need not add up to 1. */
  oneOf<T>(weighted: readonly (readonly [value: T, weight: number])[]): T;
  readonly bytes: RandomBytes;
}

const SEED = 'Lâm Khê 1';

/** Every purpose has a stream of its own: a day's visits do not change when other days come or go. */
export function chanceFor(...purpose: readonly string[]): Chance {
  const word = sfc32(seedOf([SEED, ...purpose].join('\n')));
  const next = () => word() / 2 ** 32;
  const chance: Chance = {
    next,
    happens: (probability) => next() < probability,
    below: (count) => Math.floor(next() * count),
    // Box-Muller; 1 - next() is never 0
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count++;
      return count;
    },
    oneOf: (weighted) => {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return weighted.at(-1)![0];
    },
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      let rest = 0;
      for (let i = 0; i < length; i++) {
        rest = i % 4 === 0 ? word() : rest >>> 8;
        bytes[i] = rest & 255;
      }
      return bytes;
    },
  };
  return chance;
}

/** Four 32-bit words from a text: FNV-1a from four starts, each stirred at the end. */
function seedOf(text: string): [number, number, number, number] {
  const hash = (start: number) => {
    let h = start;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) | 0;
  };
  return [hash(0x811c9dc5), hash(0x9e3779b9), hash(0x243f6a88), hash(0xb7e15162)];
}

/** sfc32 of PractRand (Chris Doty-Humphrey, public domain); the first words are thrown away to mix the seed. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const word = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) word();
  return word;
}
