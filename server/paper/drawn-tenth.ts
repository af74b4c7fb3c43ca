import { type RandomBytes, randomBelow } from '../../shared/ids.ts';

/** Of so many forms one is keyed a second time. */
export const ONE_OF = 10;

/**
 * Which form of the present ten is keyed a second time, counted from the first of the batch: drawn when the first of the ten
 * comes, so that nobody who keys can tell, and kept until the ten are over. There is no seed from which all of them
 * could be told. `keyed`: forms that were keyed already. A batch that was printed in fewer than ten, and the last few of
 * each batch, have one too, of those that there are.
 */
export function drawnPlace(
  keyed: number,
  printed: number,
  drawsAt: number | null,
  random: RandomBytes,
): number {
  const first = keyed - (keyed % ONE_OF);
  if (drawsAt !== null && drawsAt >= first) return drawsAt;
  return first + randomBelow(Math.min(ONE_OF, printed - first), random);
}
