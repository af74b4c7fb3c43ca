/** Where each level's piece of a 100 % bar stands, when the bar is centred on the middle of the neutral level. */
export interface Piece {
  /** 0 = very dissatisfied … 4 = very satisfied. */
  readonly level: number;
  /** Position and width in shares (0-1) of the drawing width. */
  readonly start: number;
  readonly width: number;
}

/** How far the bars of a chart reach to either side of the centre, as shares of one bar's length. */
export interface Reach {
  readonly left: number;
  readonly right: number;
}

/** Room at the left even when nobody is dissatisfied: the reader should see that there is a left side. */
const LEAST_LEFT = 0.1;

/** The common scale of all rows. It is drawing only: lengths, never a number that is printed. */
export function reachOf(rows: readonly (readonly number[])[]): Reach {
  let left = LEAST_LEFT;
  let right = 0.5;
  for (const levels of rows) {
    const total = sum(levels);
    if (total === 0) continue;
    const dissatisfied = (levels[0]! + levels[1]! + levels[2]! / 2) / total;
    left = Math.max(left, dissatisfied);
    right = Math.max(right, 1 - dissatisfied);
  }
  return { left, right };
}

/** The pieces of one row; empty when it holds no answer. A level nobody chose has no piece. */
export function divergingBar(levels: readonly number[], reach: Reach): Piece[] {
  const total = sum(levels);
  if (total === 0) return [];
  const length = reach.left + reach.right;
  const dissatisfied = (levels[0]! + levels[1]! + levels[2]! / 2) / total;
  let start = reach.left - dissatisfied;
  const pieces: Piece[] = [];
  levels.forEach((count, level) => {
    const share = count / total;
    if (count > 0) pieces.push({ level, start: start / length, width: share / length });
    start += share;
  });
  return pieces;
}

function sum(levels: readonly number[]): number {
  return levels.reduce((total, count) => total + count, 0);
}
