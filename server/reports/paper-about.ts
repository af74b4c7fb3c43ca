import { writeDay } from '../../shared/period.ts';
import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { FormCounts, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { PaperBlock } from '../print/official-paper.ts';
import { bookWords } from './book-words.ts';
import { certifiedLine } from './certified-line.ts';
import { nameOfRow } from './named-figures.ts';
import { heading, part, table, text, toldForms } from './paper-blocks.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import { formsOf, reportWords } from './report-paragraph.ts';
import { writeForms, writeFromTo, writeMoment } from './write-figure.ts';
import { METHOD_VERSION, writeLimits, writeMethod } from './write-method-line.ts';

/** Part I: why, whom, when, how, how many; and by what the figures can be proved. */
export function aboutBlocks(report: SurveyReport, language: Language, madeMs: number): PaperBlock[] {
  const own = paperWords[language];
  const { unit, period, form, questionnaire, alsoAsked, asOf } = report;
  const versionOf = bookWords[language].version;
  const named = `${report.questionnaireTitle[language]} (${versionOf(questionnaire.id, questionnaire.version)})`;
  const dates = `${periodName(period.id, language)} (${writeFromTo(period)})`;
  const moment = writeMoment(asOf, language);
  return [
    heading(own.parts.first),
    part(own.about.purpose),
    text(own.purpose(report.campaign[language])),
    text(own.ground),
    part(own.about.subjects),
    text(own.subjects(unit.name[language], writeForms(report.points, language))),
    part(own.about.time),
    text([own.time(dates, moment), ...(period.open ? [own.open] : [])].join(' ')),
    part(own.about.how),
    text(`${own[form]} ${own.questionnaire(named)}`),
    ...(alsoAsked.length > 0
      ? [text(own.versions(alsoAsked.map(({ id, version }) => versionOf(id, version)).join('; ')))]
      : []),
    text(writeMethod(report.method, language)),
    text(writeLimits(language)),
    part(own.about.size),
    text(formsOf(report, reportWords[language], language)),
    text(own.planned),
    ...formTables(report, own, language),
    part(own.about.proof),
    text(`${own.proof(writeMoment(madeMs, language), String(METHOD_VERSION))} ${proofOf(report, language)}`),
  ];
}

/** The newest nightly root in words, and which certified version it is. */
export function proofOf({ root, certified }: SurveyReport, language: Language): string {
  const own = paperWords[language];
  const mark = certified ? ` ${certifiedLine(certified, language)}` : '';
  const signed = root ? own.root(writeForms(root.n, language), writeDay(root.day), root.digits) : own.noRoot;
  return `${signed}${mark}`;
}

function formTables(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const cells = ({ out, shown, valid }: FormCounts) => [
    out === null ? '–' : writeForms(out, language),
    toldForms(shown, language),
    toldForms(valid, language),
  ];
  const forms = (
    caption: string,
    name: string,
    rows: readonly (FormCounts & { readonly named: string })[],
  ): PaperBlock[] =>
    rows.length === 0
      ? []
      : [
          table(
            caption,
            [name, ...own.formColumns],
            [7, 3, 3, 3],
            rows.map(({ named, ...row }) => [named, ...cells(row)]),
          ),
        ];
  const words = reportWords[language];
  const rows = (list: SurveyReport['unitForms']) =>
    list.map((row) => ({ ...row, named: nameOfRow(row, language) }));
  return [
    ...forms(
      own.formTables.channels,
      own.channel,
      report.channels.map((row) => ({ ...row, named: words.channels[row.channel] })),
    ),
    ...forms(own.formTables.units, own.unit, rows(report.unitForms)),
    ...forms(own.formTables.fields, own.field, rows(report.fieldForms)),
    ...(report.fields === null ? [text(own.fieldsLater)] : []),
    text(own.whyUntold),
  ];
}
