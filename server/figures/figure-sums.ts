import { totalsOf } from '../../shared/counts.ts';
import type { GroupCounts } from '../../shared/score.ts';
import type { FigureSums } from '../../shared/wire/cuts.ts';

/** The whole numbers that a figure is computed from; they leave the server only where the figure does. */
export function figureSums(counts: GroupCounts, noOpinion: number): FigureSums {
  const items = counts.factors.flatMap((factor) => factor.items);
  const [top, mean] = [totalsOf(items, 'top2'), totalsOf(items, 'mean5')];
  const { n, YY, YM, MM, XX, XM } = counts.sums;
  return {
    n,
    answers: top.answers,
    noOpinion,
    Y: Number(top.points),
    M: Number(top.mass),
    X: Number(mean.points),
    YY,
    YM,
    MM,
    XX,
    XM,
  };
}
