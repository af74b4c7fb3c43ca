import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { FormCounts, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { Book, BookCell, BookSheet } from '../print/book.ts';
import { annexSheet } from './book-annex.ts';
import { checkFormula, head, percentFormula, tenth, tenths, text, title, whole } from './book-cells.ts';
import { itemsSheet } from './book-items.ts';
import { bookWords } from './book-words.ts';
import { nameOfRow } from './named-figures.ts';
import { proofOf } from './paper-about.ts';
import { peopleWords, shareOf } from './people-words.ts';
import { reportWords } from './report-paragraph.ts';
import { METHOD_VERSION, writeMethod, writeLimits } from './write-method-line.ts';
import { writeFromTo, writeMoment } from './write-figure.ts';

/**
 * The report as a spreadsheet: each percentage and interval is served as a number and computed anew beside it from the whole
 * numbers of its row (docs/method.md, "The interval"), so that an inspector changes a cell and sees what follows.
 */
export function reportBook(report: SurveyReport, language: Language, madeMs: number): Book {
  const { summary } = bookWords[language];
  return {
    kind: 'book',
    sheets: [
      { name: summary, widths: [34, 22, 22, 22], rows: summaryRows(report, language, madeMs) },
      annexSheet(report, language),
      itemsSheet(report, language),
      peopleSheet(report, language),
    ],
  };
}

function summaryRows(report: SurveyReport, language: Language, madeMs: number): BookCell[][] {
  const own = bookWords[language];
  const words = reportWords[language];
  const { unit, period, form, campaign, questionnaire, channels, shown, valid } = report;
  const mark = words.marks[unit.tree];
  const told = (count: number | null) => (count === null ? text(own.untold) : whole(count));
  const out = channels.reduce((sum, row) => sum + (row.out ?? 0), 0);
  const forms = (name: string, row: FormCounts) => [
    text(name),
    row.out === null ? text(own.noOut) : whole(row.out),
    told(row.shown),
    told(row.valid),
  ];
  const section = (name: string, rows: SurveyReport['unitForms']) =>
    rows.length === 0
      ? []
      : [
          [],
          [head(name), head(own.out), head(own.in), head(own.valid)],
          ...rows.map((row) => forms(nameOfRow(row, language), row)),
        ];
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
    [head(own.made), text(writeMoment(madeMs, language))],
    [head(own.method), text(writeMethod(report.method, language))],
    [head(own.methodVersion), whole(METHOD_VERSION)],
    [head(own.root), text(proofOf(report, language))],
    [head(own.limits), text(writeLimits(language))],
    [head(own.paragraph), text(report.paragraph[language])],
    [],
    [head(own.channel), head(own.out), head(own.in), head(own.valid)],
    ...channels.map((row) => forms(words.channels[row.channel], row)),
    [title(own.total), whole(out), whole(shown), told(valid)],
    ...section(own.formsByUnit, report.unitForms),
    ...section(own.formsByField, report.fieldForms),
  ];
}

/** Who answered: shares are formulas over the numbers of forms. */
function peopleSheet({ respondents, unit }: SurveyReport, language: Language): BookSheet {
  const own = bookWords[language];
  const names = peopleWords[language];
  const mark = reportWords[language].marks[unit.tree];
  const rows: BookCell[][] = [
    [title([mark, own.people, unit.name[language]].filter(Boolean).join(' – '))],
    [own.facet, own.group, own.forms, own.columns.served, own.columns.percentAnew, own.columns.check].map(
      head,
    ),
  ];
  if (!respondents) rows.push([text(own.peopleLater)]);
  for (const { facet, all, rows: groups } of respondents ?? []) {
    const total = rows.length + 1;
    rows.push([title(names.facets[facet]), title(own.total), all === null ? text(own.untold) : whole(all)]);
    for (const { value, n } of groups) {
      const at = rows.length + 1;
      const percent = shareOf(n, all);
      const name = [null, text(names.values[facet][value] ?? names.noValue)];
      if (n === null) rows.push([...name, text(own.untold)]);
      else if (percent === null) rows.push([...name, whole(n)]);
      else
        rows.push([
          ...name,
          whole(n),
          tenth(percent),
          tenths(percentFormula(`C${at}`, `C${total}`)),
          checkFormula([[`E${at}`, `D${at}`]], own),
        ]);
    }
  }
  return { name: own.people, widths: [24, 34, 14, 16, 16, 12], rows };
}
