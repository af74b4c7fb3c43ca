import { cutWords } from '../../shared/cut-words.ts';
import { periodName } from '../../shared/period-name.ts';
import type { Language, Text } from '../../shared/questionnaire.ts';
import type { CountedFigure, CountedRow, FigureCounts } from '../../shared/wire/figure-counts.ts';
import type { CutTotal } from '../../shared/wire/cuts.ts';
import { bookWords } from './book-words.ts';
import { countsWords } from './counts-words.ts';
import { reportWords } from './report-paragraph.ts';
import { writeMoment } from './write-figure.ts';

/**
 * Figures of a cut as one table, a line for each figure: every line says by itself of which unit, period and form it is and
 * how it was computed, so that lines of several files can be put under each other. Nothing is computed here.
 */
export interface CountsTable {
  readonly heads: readonly string[];
  /** Null: nothing is told. Texts are as they are stored; whoever writes a file neutralises them. */
  readonly lines: readonly (readonly (string | number | null)[])[];
}

export function countsTable(counts: FigureCounts, language: Language): CountsTable {
  const own = countsWords[language];
  const { unit, period, form, questionnaire, method, asOf, by } = counts;
  const words = reportWords[language];
  const about = [
    words.marks[unit.tree] || own.real,
    unit.name[language],
    periodName(period.id, language),
    period.from,
    period.to,
    period.open ? own.open : own.closed,
    words.form[form],
    `${questionnaire.id} ${questionnaire.version}`,
    own.statistics[method.statistic],
    own.aggregations[method.aggregation],
    writeMoment(asOf, language),
    cutWords[language].cuts[by],
  ];
  return {
    heads: own.heads,
    lines: counts.groups.flatMap((group, column) => {
      const name = groupName(counts, group, language);
      const ranked = counts.totals[column]!.ranked;
      return [
        ...counts.rows.map((row) => [
          ...about,
          rowName(counts, row, language),
          row.value,
          name,
          ...figureCells(row.figures[column]!, ranked, language),
        ]),
        [...about, own.total, '', name, ...totalCells(counts.totals[column]!, language)],
      ];
    }),
  };
}

function figureCells({ score, sums, rank }: CountedFigure, ranked: number, language: Language) {
  if ('withheld' in score || !sums) {
    const why = 'withheld' in score ? score.withheld : 'no-answers';
    return [...Array<null>(NUMBERS).fill(null), reportWords[language].withheld[why]];
  }
  const { percent, low, high, n, answers, noOpinion, noOpinionPercent, nEff } = score;
  const { Y, M, X, YY, YM, MM, XX, XM } = sums;
  const ranks = rank ? [rank.best, rank.worst, ranked] : [null, null, null];
  const figures = [percent, low, high, n, answers, noOpinion, noOpinionPercent, nEff];
  return [...figures, ...ranks, Y, M, X, YY, YM, MM, XX, XM, null];
}

/** Figures, ranks and sums. */
const NUMBERS = 8 + 3 + 8;

/** Of all rows together only n is told, and what of it stands in rows that are shown. */
function totalCells({ n, shown, withheld }: CutTotal, language: Language) {
  const { totals, totalsUntold } = countsWords[language];
  const said = n === null || withheld === null ? totalsUntold(shown) : totals(shown, withheld, n);
  return [null, null, null, n, ...Array<null>(NUMBERS - 4).fill(null), said];
}

function rowName({ by }: FigureCounts, { value, name, under }: CountedRow, language: Language): string {
  const { values, none, noValue } = cutWords[language];
  const words = reportWords[language];
  const say = (text: Text) => text[language];
  if (name) return under ? `${say(under)} – ${say(name)}` : say(name);
  if (value === '') return none[by] ?? noValue;
  const known: Readonly<Record<string, string>> = { ...words.channels, ...words.form, ...values[by] };
  return known[value] ?? value;
}

function groupName({ factors }: FigureCounts, group: string, language: Language): string {
  const { all, policy, service, overall } = bookWords[language];
  const known: Readonly<Record<string, string>> = { all, I: policy, II: service, overall };
  const factor = factors.find(({ code }) => code === group);
  return known[group] ?? (factor ? `${factor.code}. ${factor.name[language]}` : group);
}
