import { neutralCell } from '../../shared/neutral-cell.ts';
import { Z_95 } from '../../shared/interval.ts';
import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { ReportFigure, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { Book, BookCell } from '../print/book.ts';
import { bookWords, type BookWords } from './book-words.ts';
import { reportWords } from './report-paragraph.ts';
import { writeMethod, writeLimits } from './write-method-line.ts';
import { writeFromTo, writeMoment } from './write-figure.ts';

/**
 * The report as a spreadsheet: each percentage and interval is served as a number and computed anew beside it from the whole
 * numbers of its row (docs/method.md, "The interval"), so that an inspector changes a cell and sees what follows.
 */

const WHOLE = '#,##0';
const TENTHS = '#,##0.0';
const EXACT = '0.000000';
/** Forms at which both variances weigh alike, as in `shared/estimate.ts`. */
const EQUAL_TRUST = 25;
/** Where the two constants stand in the annex. */
const [Z, TRUST] = ['$B$3', '$B$4'];
/** Rows above the first figure of the annex. */
const HEAD_ROWS = 6;

const text = (said: string): BookCell => ({ text: neutralCell(said) });
const head = (said: string): BookCell => ({ text: neutralCell(said), isHead: true });
const title = (said: string): BookCell => ({ text: neutralCell(said), isTitle: true });
const whole = (number: number): BookCell => ({ number, format: WHOLE });

export function reportBook(report: SurveyReport, language: Language): Book {
  const own = bookWords[language];
  return {
    kind: 'book',
    sheets: [
      { name: own.summary, widths: [26, 22, 22, 22], rows: summaryRows(report, own, language) },
      {
        name: own.annex,
        widths: [52, 11, 11, 11, 11, 11, 13, 13, 13, 12, 11, 11, 12, 13, 11, 14, 13, 12, 12, 11],
        stickyRows: HEAD_ROWS,
        rows: annexRows(report, own, language),
      },
    ],
  };
}

function summaryRows(report: SurveyReport, own: BookWords, language: Language): BookCell[][] {
  const words = reportWords[language];
  const { unit, period, form, campaign, questionnaire, channels, shown, valid } = report;
  const mark = words.marks[unit.tree];
  const told = (count: number | null) => (count === null ? text(own.untold) : whole(count));
  const out = channels.reduce((sum, row) => sum + (row.out ?? 0), 0);
  return [
    ...(mark === '' ? [] : [[title(mark)]]),
    [title(own.title)],
    [],
    [head(own.unit), text(unit.name[language])],
    [head(own.period), text(`${periodName(period.id, language)} (${writeFromTo(period)})`)],
    [head(own.form), text(words.form[form])],
    [head(own.campaign), text(campaign[language])],
    [head(own.questionnaire), text(own.version(questionnaire.id, questionnaire.version))],
    [head(own.asOf), text(writeMoment(report.asOf, language))],
    [head(own.method), text(writeMethod(report.method, language))],
    [head(own.limits), text(writeLimits(language))],
    [head(own.paragraph), text(report.paragraph[language])],
    [],
    [head(own.channel), head(own.out), head(own.in), head(own.valid)],
    ...channels.map((row) => [
      text(words.channels[row.channel]),
      row.out === null ? text(own.noOut) : whole(row.out),
      told(row.shown),
      told(row.valid),
    ]),
    [title(own.total), whole(out), whole(shown), told(valid)],
  ];
}

interface Named {
  readonly name: string;
  readonly figure: ReportFigure;
}

function annexRows(report: SurveyReport, own: BookWords, language: Language): BookCell[][] {
  const { columns } = own;
  const hasFormulas = isPooledShare(report);
  const names = [
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
  ];
  const mark = reportWords[language].marks[report.unit.tree];
  const rows: BookCell[][] = [
    [title([mark, own.annex, report.unit.name[language]].filter(Boolean).join(' – '))],
    [text(hasFormulas ? own.how : own.noFormulas)],
    [text(own.zName), { number: Z_95, format: EXACT }],
    [text(own.trustName), whole(EQUAL_TRUST)],
    [],
    names.map(head),
  ];
  const add = (named: readonly Named[]) => {
    for (const { name, figure } of named) {
      rows.push([
        text(name),
        ...figureCells(figure, reportWords[language].withheld, own, hasFormulas ? rows.length + 1 : null),
      ]);
    }
  };
  const pairs = (list: SurveyReport['units']) =>
    list.flatMap(({ name, policy, service }) => {
      const said = name?.[language] ?? own.noField;
      return [
        { name: own.ofPolicy(said), figure: policy },
        { name: own.ofService(said), figure: service },
      ];
    });
  add([
    { name: own.all, figure: report.all },
    { name: own.policy, figure: report.policy },
    { name: own.service, figure: report.service },
    ...report.factors.map((figure) => ({ name: `${figure.group}. ${figure.name[language]}`, figure })),
    { name: own.overall, figure: report.overallQuestion },
  ]);
  rows.push([title(own.parts)]);
  add(pairs(report.units));
  rows.push([title(own.fields)]);
  if (report.fields === null) rows.push([text(own.fieldsLater)]);
  else add(pairs(report.fields));
  return rows;
}

/** The one method whose interval can be computed from one row of whole numbers. */
export const isPooledShare = ({ method }: Pick<SurveyReport, 'method'>) =>
  method.statistic === 'top2' && method.aggregation === 'pooled';

/** The cells behind the name of a figure: its whole numbers, what was served, and (in row `at`) both computed anew. */
function figureCells(
  { score, sums }: ReportFigure,
  withheld: (typeof reportWords)['vi']['withheld'],
  own: BookWords,
  at: number | null,
): BookCell[] {
  if ('withheld' in score || !sums)
    return [text('withheld' in score ? withheld[score.withheld] : own.untold)];
  const { n, answers, noOpinion, Y, M, YY, YM, MM } = sums;
  const served = [score.percent, score.low, score.high].map((number) => ({ number, format: TENTHS }));
  const cells = [...[n, answers, noOpinion, Y, M, YY, YM, MM].map(whole), ...served];
  return at === null ? cells : [...cells, ...formulasOf(at, own)];
}

/** `ROUND` rounds half up, and 1000·Y/M has its halves exactly: one decimal, once, as the server rounds. */
function formulasOf(at: number, own: BookWords): BookCell[] {
  const [n, y, m, yy, ym, mm] = ['B', 'E', 'F', 'G', 'H', 'I'].map((column) => `${column}${at}`);
  const [served, low, high, anew, nLow, trust, variance, nEff, lowAnew, highAnew] = 'JKLMNOPQRS'
    .split('')
    .map((column) => `${column}${at}`);
  const p = `(${y}/${m})`;
  const bound = (sign: '+' | '-') =>
    `=ROUND(1000*(${p}+${Z}^2/(2*${nEff})${sign}${Z}*SQRT(${p}*(1-${p})/${nEff}+${Z}^2/(4*${nEff}^2)))/(1+${Z}^2/${nEff}),0)/10`;
  const exact = (formula: string): BookCell => ({ formula, format: EXACT });
  const tenths = (formula: string): BookCell => ({ formula, format: TENTHS });
  return [
    tenths(`=ROUND(1000*${y}/${m},0)/10`),
    exact(`=${m}^2/${mm}`),
    exact(`=${n}/(${n}+${TRUST})`),
    { formula: `=(${yy}-2*${p}*${ym}+${p}^2*${mm})/${m}^2`, format: '0.00000000' },
    exact(
      `=IF(OR(${y}=0,${y}=${m}),${nLow},MAX(${nLow},1/(${trust}*${variance}/(${p}*(1-${p}))+(1-${trust})/${nLow})))`,
    ),
    tenths(bound('-')),
    tenths(bound('+')),
    {
      formula: `=IF(AND(${anew}=${served},${lowAnew}=${low},${highAnew}=${high}),"${own.same}","${own.differs}")`,
    },
  ];
}
