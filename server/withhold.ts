import { MIN_N } from '../shared/score.ts';

/** A row of a served breakdown: its n, and whether it is withheld for a reason of its own. */
export interface Row {
  readonly n: number;
  readonly withheld?: boolean;
}

/**
 * The complement rule, one way, within one served breakdown: the withheld rows together hold nobody or at
 * least ten, otherwise "all minus the rows shown" would be a cell of one to nine. Returned is which rows are
 * withheld in the end.
 */
export function withheldRows(rows: readonly Row[]): readonly boolean[] {
  const withheld = rows.map((row) => row.withheld === true || (row.n > 0 && row.n < MIN_N));
  const hidden = () => rows.reduce((sum, { n }, i) => sum + (withheld[i] ? n : 0), 0);
  while (hidden() > 0 && hidden() < MIN_N) {
    let next = -1;
    rows.forEach(({ n }, i) => {
      if (n > 0 && !withheld[i] && (next < 0 || n < rows[next]!.n)) next = i;
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
