/**
 * The few distributions behind every interval and comparison: Wilson's interval, Student's t, the normal
 * tail (docs/method.md, "The interval"). Sizes may be fractions, because an effective sample size is one.
 */

/** 97.5 % point of the normal distribution, to the six decimals that the method prints. */
export const Z_95 = 1.959964;

export interface Bounds {
  /** Shares, 0-1. */
  readonly low: number;
  readonly high: number;
}

/**
 * Centre of Wilson's interval (E. B. Wilson 1927): the share with about two virtual answers at each end,
 * so that a small unanimous group has no zero variance.
 */
export function wilsonCentre(share: number, size: number): number {
  return (share * size + Z_95 ** 2 / 2) / (size + Z_95 ** 2);
}

/** Wilson's 95 % interval (1927) of a share (0-1) seen in `size` > 0 independent answers. */
export function wilson(share: number, size: number): Bounds {
  const centre = wilsonCentre(share, size);
  const half =
    (Z_95 * Math.sqrt((share * (1 - share)) / size + Z_95 ** 2 / (4 * size ** 2))) / (1 + Z_95 ** 2 / size);
  // At the ends the bound is exactly the share; the last bit of a division must not say otherwise.
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  };
}

/** P(|T| <= t) for whole degrees, with t = sqrt(degrees) · tan(angle): Abramowitz & Stegun 26.7.3 and 26.7.4. */
function studentWithin(angle: number, degrees: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cos : 1;
  let sum = degrees > 1 ? term : 0;
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}

/** From here on the series in 1/degrees is better than 1e-11. */
const MANY_DEGREES = 100;

/** 97.5 % point of Student's t ("Student" 1908) for whole `degrees` of freedom of at least 1. */
export function studentT975(degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError('degrees of freedom are 1, 2, 3 …');
  if (degrees >= MANY_DEGREES) return studentT975OfMany(degrees);
  // The slope at angle 0 falls with the cosine, so Newton from 0 climbs to the root and never passes it.
  let slopeAtZero = degrees % 2 === 1 ? 2 / Math.PI : 1;
  for (let k = degrees % 2 === 1 ? 1 : 2; k < degrees; k += 2) slopeAtZero *= (k + 1) / k;
  let angle = 0;
  for (let round = 0; round < 100; round++) {
    const step = (0.95 - studentWithin(angle, degrees)) / (slopeAtZero * Math.cos(angle) ** (degrees - 1));
    angle += step;
    if (Math.abs(step) < 1e-15) break;
  }
  return Math.sqrt(degrees) * Math.tan(angle);
}

/** Cornish-Fisher expansion of the same point, Abramowitz & Stegun 26.7.5. */
function studentT975OfMany(degrees: number): number {
  const z = 1.959963984540054; // the normal point itself: here six decimals would not do
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * degrees ** 4)
  );
}

/** P(|Z| >= |z|) of the normal distribution: the two-sided P-value of a test. */
export function twoSidedP(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    // Abramowitz & Stegun 26.2.11
    let term = x;
    let sum = x;
    for (let k = 3; term > sum * 1e-17; k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 1 - 2 * density * sum;
  }
  // Continued fraction of the tail, Abramowitz & Stegun 26.2.14: from 3 on 100 steps are more than enough.
  let tail = x;
  for (let k = 100; k >= 1; k--) tail = x + k / tail;
  return (2 * density) / tail;
}
