import { factorsOf } from '../../shared/questionnaire.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { CutBy } from '../../shared/wire/cuts.ts';
import type { CountedFigure, FigureCounts } from '../../shared/wire/figure-counts.ts';
import { buildCut } from '../figures/build-cut.ts';
import { type CutPart, cutParts } from '../figures/cut-parts.ts';
import type { FigureGround } from '../figures/figure-ground.ts';
import { figureSums } from '../figures/figure-sums.ts';
import { OVERALL_QUESTION } from '../figures/group-names.ts';

/** A cut as its page shows it, for every group that the page could be asked for: what is withheld there is withheld here. */
export async function buildCounts(ground: FigureGround, by: CutBy): Promise<FigureCounts> {
  const { questionnaire } = ground;
  const areas = questionnaire.areas.map(({ code }) => code);
  const factors = factorsOf(questionnaire).map(({ code }) => code);
  const groups = ['all', ...areas, ...factors, OVERALL_QUESTION];
  const cut = await cutParts(ground, by);
  const shown = buildCut(ground, by, groups, cut);
  return {
    kind: 'sipas-counts-1',
    ...shown,
    rows: shown.rows.map((row, i) => ({
      ...row,
      figures: row.figures.map((figure, column): CountedFigure => {
        return { ...figure, sums: sumsOf(ground, cut!.parts[i]!, groups[column]!, figure.score) };
      }),
    })),
  };
}

/** The same numbers as in the passport of the row. */
function sumsOf({ period }: FigureGround, { readOut, place }: CutPart, group: string, score: ServedScore) {
  return 'withheld' in score ? null : figureSums(readOut.counts(place, period, group), score.noOpinion);
}
