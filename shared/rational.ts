/**
 * Exact fractions of whole numbers, so that a percentage is rounded once, at the very end
 * (docs/method.md, "Rounding"). Fractions are never reduced: a sum over all items stays far below the
 * size at which that would matter.
 */
export interface Fraction {
  readonly top: bigint;
  /** Always above zero. */
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** `top / bottom`; a bottom of zero is the caller's mistake: zero over zero is withheld before it comes here. */
export function fraction(top: bigint | number, bottom: bigint | number): Fraction {
  const below = BigInt(bottom);
  if (below <= 0n) throw new RangeError('a fraction needs a bottom above zero');
  return { top: BigInt(top), bottom: below };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

const BINARY_PLACES = 128n;

/** The nearest double of a fraction of any size (fixed point with 128 binary places, so nothing overflows). */
export function toNumber({ top, bottom }: Fraction): number {
  return Number((top << BINARY_PLACES) / bottom) / 2 ** Number(BINARY_PLACES);
}

/** A share (0-1) as a percentage, rounded half up from the exact fraction: 1/32 at 2 decimals is 3.13. */
export function percentHalfUp({ top, bottom }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  return Number((200n * scale * top + bottom) / (2n * bottom)) / Number(scale);
}

/** A number of zero or more, rounded half up once: 96.845 at 1 decimal is 96.8 (and 96.85 would be 96.9). */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5) / scale;
}
