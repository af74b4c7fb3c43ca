import type { CutBy, CutRow } from '../../shared/wire/cuts.ts';

/** Rows that are ranked stand by their last figure, the highest first; the others as they come. */
const BY_FIGURE: ReadonlySet<CutBy> = new Set(['unit', 'point', 'authority', 'field']);

/** Rows that show something, in their order, and those of which everything is withheld. */
export function orderRows(
  by: CutBy,
  rows: readonly CutRow[],
): { readonly shown: readonly CutRow[]; readonly hidden: readonly CutRow[] } {
  const isShown = ({ figures }: CutRow) => figures.some(({ score }) => !('withheld' in score));
  const shown = rows.filter(isShown);
  const hidden = rows.filter((row) => !isShown(row));
  if (!BY_FIGURE.has(by)) return { shown, hidden };
  const valueOf = ({ figures }: CutRow) => {
    const score = figures.at(-1)?.score;
    return score && !('withheld' in score) ? score.percent : -1;
  };
  return { shown: shown.toSorted((a, b) => valueOf(b) - valueOf(a)), hidden };
}
