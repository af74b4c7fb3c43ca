import { Z_95 } from '../../shared/interval.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { ReportFigure, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { BookCell, BookSheet } from '../print/book.ts';
import {
  checkFormula,
  EXACT,
  exact,
  head,
  percentFormula,
  tenth,
  tenths,
  text,
  title,
  whole,
  wilsonFormula,
} from './book-cells.ts';
import { bookWords, type BookWords } from './book-words.ts';
import { isPooledShare, namedFigures } from './named-figures.ts';
import { reportWords } from './report-paragraph.ts';

/** Forms at which both variances weigh alike, as in `shared/estimate.ts`. */
const EQUAL_TRUST = 25;
/** Where the two constants stand. */
const [Z, TRUST] = ['$B$3', '$B$4'];
/** Rows above the first figure. */
const HEAD_ROWS = 6;

/** Every figure of the report in a row: its whole numbers, what was served, and (by the usual method) both computed anew. */
export function annexSheet(report: SurveyReport, language: Language): BookSheet {
  const own = bookWords[language];
  const { columns } = own;
  const hasFormulas = isPooledShare(report);
  const words = reportWords[language];
  const mark = words.marks[report.unit.tree];
  const rows: BookCell[][] = [
    [title([mark, own.annex, report.unit.name[language]].filter(Boolean).join(' – '))],
    [text(hasFormulas ? own.how : own.noFormulas)],
    [text(own.zName), { number: Z_95, format: EXACT }],
    [text(own.trustName), whole(EQUAL_TRUST)],
    [],
    [
      own.figure,
      columns.n,
      columns.answers,
      columns.noOpinion,
      'Y',
      'M',
      'YY',
      'YM',
      'MM',
      columns.served,
      columns.low,
      columns.high,
      columns.percentAnew,
      columns.nLow,
      columns.trust,
      columns.variance,
      columns.nEff,
      columns.lowAnew,
      columns.highAnew,
      columns.check,
    ].map(head),
  ];
  const add = (named: ReturnType<typeof namedFigures>['whole']) => {
    for (const [name, figure] of named)
      rows.push([
        text(name),
        ...figureCells(figure, words.withheld, own, hasFormulas ? rows.length + 1 : null),
      ]);
  };
  const { whole: unit, units, fields } = namedFigures(report, language);
  add(unit);
  rows.push([title(own.parts)]);
  add(units);
  rows.push([title(own.fields)]);
  if (fields === null) rows.push([text(own.fieldsLater)]);
  else add(fields);
  return {
    name: own.annex,
    widths: [52, 11, 11, 11, 11, 11, 13, 13, 13, 12, 11, 11, 12, 13, 11, 14, 13, 12, 12, 11],
    stickyRows: HEAD_ROWS,
    rows,
  };
}

/** The cells behind the name of a figure. */
function figureCells(
  { score, sums }: ReportFigure,
  withheld: (typeof reportWords)['vi']['withheld'],
  own: BookWords,
  at: number | null,
): BookCell[] {
  if ('withheld' in score || !sums)
    return [text('withheld' in score ? withheld[score.withheld] : own.untold)];
  const { n, answers, noOpinion, Y, M, YY, YM, MM } = sums;
  const served = [score.percent, score.low, score.high].map(tenth);
  const cells = [...[n, answers, noOpinion, Y, M, YY, YM, MM].map(whole), ...served];
  return at === null ? cells : [...cells, ...formulasOf(at, own)];
}

function formulasOf(at: number, own: BookWords): BookCell[] {
  const [n, y, m, yy, ym, mm] = ['B', 'E', 'F', 'G', 'H', 'I'].map((column) => `${column}${at}`) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [served, low, high, anew, nLow, trust, variance, nEff, lowAnew, highAnew] = 'JKLMNOPQRS'
    .split('')
    .map((column) => `${column}${at}`);
  const p = `(${y}/${m})`;
  return [
    tenths(percentFormula(y, m)),
    exact(`=${m}^2/${mm}`),
    exact(`=${n}/(${n}+${TRUST})`),
    { formula: `=(${yy}-2*${p}*${ym}+${p}^2*${mm})/${m}^2`, format: '0.00000000' },
    exact(
      `=IF(OR(${y}=0,${y}=${m}),${nLow},MAX(${nLow},1/(${trust}*${variance}/(${p}*(1-${p}))+(1-${trust})/${nLow})))`,
    ),
    tenths(wilsonFormula(p, nEff!, Z, '-')),
    tenths(wilsonFormula(p, nEff!, Z, '+')),
    checkFormula(
      [
        [anew!, served!],
        [lowAnew!, low!],
        [highAnew!, high!],
      ],
      own,
    ),
  ];
}
