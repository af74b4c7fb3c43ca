import { MIN_N } from '../../shared/score.ts';

/**
 * The complement rule, one way, within one served breakdown: the withheld rows together hold nobody or at
 * least ten, otherwise "all minus the rows shown" would be a cell of one to nine.
 *
 * `bases` are the n of the rows; returned is which of them must be withheld.
 */
export function withheldRows(bases: readonly number[]): readonly boolean[] {
  const withheld = bases.map((n) => n > 0 && n < MIN_N);
  const hidden = () => bases.reduce((sum, n, i) => sum + (withheld[i] ? n : 0), 0);
  while (hidden() > 0 && hidden() < MIN_N) {
    let next = -1;
    bases.forEach((n, i) => {
      if (n > 0 && !withheld[i] && (next < 0 || n < bases[next]!)) next = i;
    });
    if (next < 0) break; // nothing is left to hide behind: the total itself is below the threshold
    withheld[next] = true;
  }
  return withheld;
}

/** Whether the difference of two nested figures would be a cell of one to nine. */
export function leavesSmallRest(whole: number, part: number): boolean {
  const rest = whole - part;
  return rest > 0 && rest < MIN_N;
}
