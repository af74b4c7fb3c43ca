import { Z_95 } from '../../shared/interval.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { ReportItem, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { BookCell, BookSheet } from '../print/book.ts';
import {
  checkFormula,
  columnOf,
  EXACT,
  head,
  percentFormula,
  tenth,
  tenths,
  text,
  title,
  WHOLE,
  whole,
  wilsonFormula,
} from './book-cells.ts';
import { bookWords, type BookWords } from './book-words.ts';
import { reportWords } from './report-paragraph.ts';

/** Where z stands. */
const Z = '$C$3';
const HEAD_ROWS = 5;
/** Number, item, factor; then the levels. */
const FIRST_LEVEL = 3;

/** All items with the number of answers at each level: sums, percentages and intervals are formulas over them. */
export function itemsSheet(report: SurveyReport, language: Language): BookSheet {
  const own = bookWords[language];
  const { columns, itemColumns } = own;
  const { items, method } = report;
  const isShare = method.statistic === 'top2';
  const most = Math.max(5, ...items.map(({ levels }) => levels?.length ?? 0));
  const levels = Array.from({ length: most }, (_, i) => i + 1);
  const mark = reportWords[language].marks[report.unit.tree];
  const named = [
    itemColumns.number,
    itemColumns.item,
    itemColumns.factor,
    ...levels.map(itemColumns.level),
    columns.noOpinion,
    itemColumns.notReached,
    itemColumns.blank,
    columns.served,
    columns.low,
    columns.high,
    ...(isShare
      ? [itemColumns.n, itemColumns.y, columns.percentAnew, columns.lowAnew, columns.highAnew, columns.check]
      : [columns.n]),
  ];
  const rows: BookCell[][] = [
    [title([mark, own.items, report.unit.name[language]].filter(Boolean).join(' – '))],
    [text(isShare ? own.itemsHow : own.itemsMean)],
    [text(own.zName), null, { number: Z_95, format: EXACT }],
    [],
    named.map(head),
  ];
  for (const item of items) {
    rows.push([
      whole(item.number),
      text(item.name[language]),
      text(item.factor),
      ...countCells(item, rows.length + 1, { most, isShare, own, language }),
    ]);
  }
  return {
    name: own.items,
    widths: [7, 44, 9, ...levels.map(() => 9), 11, 11, 10, 12, 11, 11, 11, 12, 12, 12, 12, 11],
    stickyRows: HEAD_ROWS,
    rows,
  };
}

function countCells(
  { score, levels, notReached, blank }: ReportItem,
  at: number,
  {
    most,
    isShare,
    own,
    language,
  }: {
    readonly most: number;
    readonly isShare: boolean;
    readonly own: BookWords;
    readonly language: Language;
  },
): BookCell[] {
  if ('withheld' in score || !levels)
    return [text('withheld' in score ? reportWords[language].withheld[score.withheld] : own.untold)];
  const told = (count: number | null) => (count === null ? text('–') : whole(count));
  const cells = [
    ...Array.from({ length: most }, (_, i) => (i < levels.length ? whole(levels[i]!) : null)),
    whole(score.noOpinion),
    told(notReached),
    told(blank),
    ...[score.percent, score.low, score.high].map(tenth),
  ];
  if (!isShare) return [...cells, whole(score.n)];
  const cell = (index: number) => `${columnOf(index)}${at}`;
  const level = (number: number) => cell(FIRST_LEVEL + number - 1);
  const [served, low, high, n, y, percentAnew, lowAnew, highAnew] = Array.from({ length: 8 }, (_, i) =>
    cell(FIRST_LEVEL + most + 3 + i),
  ) as [string, string, string, string, string, string, string, string];
  const p = `(${y}/${n})`;
  const counted = (formula: string): BookCell => ({ formula, format: WHOLE });
  return [
    ...cells,
    counted(`=${levels.map((_, i) => level(i + 1)).join('+')}`),
    counted(`=${level(levels.length - 1)}+${level(levels.length)}`),
    tenths(percentFormula(y, n)),
    tenths(wilsonFormula(p, n, Z, '-')),
    tenths(wilsonFormula(p, n, Z, '+')),
    checkFormula(
      [
        [percentAnew, served],
        [lowAnew, low],
        [highAnew, high],
      ],
      own,
    ),
  ];
}
