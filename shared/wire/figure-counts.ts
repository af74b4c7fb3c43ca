import type { Cut, CutFigure, CutRow, FigureSums } from './cuts.ts';

/** The table of a cut as a file: what the page shows, for every group at once, with the whole numbers behind each figure. */

export const COUNT_FILES = ['xlsx', 'csv', 'json'] as const;
export type CountFile = (typeof COUNT_FILES)[number];

export interface CountedFigure extends CutFigure {
  /** Of a figure that is served. */
  readonly sums: FigureSums | null;
}

export interface CountedRow extends Omit<CutRow, 'figures'> {
  readonly figures: readonly CountedFigure[];
}

/** The JSON file: a cut with its sums. */
export interface FigureCounts extends Omit<Cut, 'rows'> {
  readonly kind: 'sipas-counts-1';
  readonly rows: readonly CountedRow[];
}
