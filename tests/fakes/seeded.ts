import type { RandomBytes } from '../../shared/ids.ts';

/** A generator of numbers in [0, 1) that begins anew with its seed (mulberry32): tests must be repeatable. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The same as random bytes. */
export function seeded(seed: number): RandomBytes {
  const next = seededNumbers(seed);
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
}
