/**
 * Five drawn faces in one ink: brows, eyes and mouth differ in shape, so that neither colour nor size carries
 * the meaning; no face is bigger or brighter than another.
 */
const EYES = {
  1: 'M25 37l14 6M75 37l-14 6',
  2: '',
  3: '',
  4: '',
  5: 'M27 46q6-9 12 0M61 46q6-9 12 0',
} as const;

const MOUTHS = {
  1: 'M31 75q19-22 38 0',
  2: 'M34 72q16-11 32 0',
  3: 'M34 68h32',
  4: 'M34 64q16 12 32 0',
  5: 'M30 60q20 33 40 0z',
} as const;

/** From very dissatisfied to very satisfied. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type FaceLevel = (typeof LEVELS)[number];

export function Face({ level }: { readonly level: FaceLevel }) {
  const hasDots = level !== 5;
  const dotsAt = level === 1 ? 51 : 44;
  return (
    <svg class="face" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="45" />
      <path d={EYES[level] + MOUTHS[level]} />
      {hasDots && <path class="eyes" d={`M35 ${dotsAt}h.1M65 ${dotsAt}h.1`} />}
    </svg>
  );
}
