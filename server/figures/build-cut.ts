import { type Compared, rank } from '../../shared/compare.ts';
import { isWithheld } from '../../shared/score.ts';
import type { Cut, CutBy, CutFigure, CutRow, RankRange } from '../../shared/wire/cuts.ts';
import { type CutPart, type CutParts, figuresOf, shownIn } from './cut-parts.ts';
import { aboutFigures, type FigureGround } from './figure-ground.ts';
import type { ReadFigure } from './read-out.ts';

/**
 * Rows that are ranked: places and kinds of work. Ways of asking, forms and versions differ by who is asked and how, and
 * people are not set against each other.
 */
const RANKED: ReadonlySet<CutBy> = new Set(['unit', 'point', 'authority', 'field']);

export function buildCut(
  ground: FigureGround,
  by: CutBy,
  groups: readonly string[],
  cut: CutParts | undefined,
): Cut {
  const { parts } = cut ?? { parts: [] };
  const columns = groups.map((group) => {
    const { figures, ...total } = cut
      ? figuresOf(cut, ground.period, group)
      : { figures: [], n: null, shown: 0, withheld: null };
    const ranks = RANKED.has(by) ? ranksOf(parts, figures) : parts.map(() => null);
    return { group, figures, total, ranks };
  });
  return {
    ...aboutFigures(ground, cut ? shownIn(cut, ground.period) : 0),
    by,
    isTooEarly: cut === undefined,
    groups,
    rows: parts.map(
      ({ value, name, under }, i): CutRow => ({
        value,
        name,
        under,
        figures: columns.map(({ figures, ranks }): CutFigure => {
          return { score: figures[i]!.served, rank: ranks[i]! };
        }),
      }),
    ),
    totals: columns.map(({ group, total, ranks }) => ({
      group,
      ...total,
      ranked: ranks.filter((one) => one !== null).length,
    })),
  };
}

/** Ranks among the rows that are shown, ties by Holm. A counter may be one official: it is in no ranking. */
function ranksOf(parts: readonly CutPart[], figures: readonly ReadFigure[]): (RankRange | null)[] {
  const told = figures.flatMap(({ served, exact }, i): { readonly at: number; readonly of: Compared }[] => {
    const isRanked = !parts[i]!.isCounter && !('withheld' in served) && !isWithheld(exact);
    return isRanked ? [{ at: i, of: exact }] : [];
  });
  if (told.length < 2) return parts.map(() => null);
  const { ranks } = rank(told.map(({ of }) => of));
  return parts.map((_, i) => ranks[told.findIndex(({ at }) => at === i)] ?? null);
}
