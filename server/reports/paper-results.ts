import type { Language } from '../../shared/questionnaire.ts';
import type { PointsChange } from '../../shared/wire/overview.ts';
import type { ReportFigure, ReportRow, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { PaperBlock } from '../print/official-paper.ts';
import { bookWords } from './book-words.ts';
import { factorPicture, gapPicture } from './factors-on-paper.ts';
import { nameOfFactor, nameOfRow } from './named-figures.ts';
import { figureCells, heading, part, shortFigure, table, text, toldForms } from './paper-blocks.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import { peopleWords, shareOf } from './people-words.ts';
import { periodInText, reportWords } from './report-paragraph.ts';
import { trendPicture } from './trend-on-paper.ts';
import { writeForms, writeShare, writeTenths } from './write-figure.ts';

/** Part II: what was found, from who answered to what they wrote. */
export function resultBlocks(report: SurveyReport, language: Language): PaperBlock[] {
  const own = paperWords[language];
  return [
    heading(own.parts.second),
    part(own.results.people),
    ...peopleBlocks(report, own, language),
    part(own.results.whole),
    ...wholeBlocks(report, own, language),
    part(own.results.factors),
    ...factorBlocks(report, own, language),
    part(own.results.items),
    ...itemBlocks(report, own, language),
    part(own.results.fields),
    ...fieldBlocks(report, own, language),
    part(own.results.units),
    report.units.length === 0
      ? text(own.noUnits)
      : rowsTable(own.unitTable, own.unit, report.units, own, language),
    part(own.results.former),
    ...formerBlocks(report, own, language),
    part(own.results.remarks),
    ...remarkBlocks(report, own, language),
  ];
}

const pictures = (...list: readonly (PaperBlock | undefined)[]): PaperBlock[] =>
  list.filter((block) => block !== undefined);

function peopleBlocks({ respondents }: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  if (!respondents) return [text(own.peopleLater)];
  const words = peopleWords[language];
  const share = (n: number | null, all: number | null) => {
    const percent = shareOf(n, all);
    return percent === null ? '' : writeShare(percent, language);
  };
  const rows = respondents.flatMap(({ facet, all, rows: values }) => [
    ...values.map(({ value, n }, i) => [
      i === 0 ? words.facets[facet] : '',
      words.values[facet][value] ?? words.noValue,
      toldForms(n, language),
      share(n, all),
    ]),
    [values.length === 0 ? words.facets[facet] : '', own.allRows, toldForms(all, language), ''],
  ]);
  return [
    text(own.people),
    table(own.peopleTable, own.peopleColumns, [4.4, 5.6, 3, 2.6], rows, { names: 2 }),
  ];
}

function wholeBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const names = bookWords[language];
  const { target, policyTarget, serviceTarget } = report;
  const rows: readonly (readonly [string, ReportFigure])[] = [
    [names.all, report.all],
    [names.policy, report.policy],
    [names.service, report.service],
    [names.overall, report.overallQuestion],
  ];
  const words = reportWords[language].target;
  return [
    text(report.paragraph[language]),
    ...(target && policyTarget && serviceTarget
      ? [
          text(
            `${own.target(writeShare(target.percent, language), words[policyTarget], words[serviceTarget])} ${own.targetSource(target.source[language])}`,
          ),
        ]
      : []),
    table(
      own.resultTable,
      own.figureColumns,
      [7, 3, 3.4, 2.2],
      rows.map(([name, figure]) => [name, ...figureCells(figure, language)]),
    ),
  ];
}

function factorBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const { factors, target } = report;
  const columns = [...own.figureColumns, ...(target ? [own.againstTarget] : [])];
  return [
    table(
      own.factorTable,
      columns,
      [6.4, 2.4, 3.2, 2, 2.8].slice(0, columns.length),
      factors.map((factor) => [
        nameOfFactor(factor, language),
        ...figureCells(factor, language),
        ...(factor.targetState ? [own.states[factor.targetState]] : []),
      ]),
    ),
    ...pictures(factorPicture(report, language), gapPicture(report, language)),
  ];
}

function itemBlocks(
  { weakest, items, period }: SurveyReport,
  own: PaperWords,
  language: Language,
): PaperBlock[] {
  const said = text([own.items, ...(period.open ? [own.itemsOpen] : [])].join(' '));
  if (weakest.kind !== 'two') return [said];
  const rows = weakest.codes.flatMap((code) => items.filter(({ factor }) => factor === code));
  return [
    said,
    table(
      own.itemTable,
      own.figureColumns,
      [7, 3, 3.4, 2.2],
      rows.map((item) => [`${item.number}. ${item.name[language]}`, ...figureCells(item, language)]),
    ),
  ];
}

function fieldBlocks({ fields }: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  if (fields === null) return [text(own.fieldsLater)];
  if (fields.length === 0) return [text(own.noFields)];
  return [rowsTable(own.fieldTable, own.field, fields, own, language)];
}

function rowsTable(
  caption: string,
  name: string,
  list: readonly ReportRow[],
  own: PaperWords,
  language: Language,
): PaperBlock {
  return table(
    caption,
    [name, ...own.rowColumns],
    [6, 4.2, 4.2, 2.2],
    list.map((row) => [
      nameOfRow(row, language),
      shortFigure(row.policy, language),
      shortFigure(row.service, language),
      'withheld' in row.service.score ? '' : writeForms(row.service.score.n, language),
    ]),
  );
}

function formerBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const { trend, trendBreaks } = report;
  const picture = trendPicture(report, language);
  const month = (from: string) => `${from.slice(5, 7)}/${from.slice(0, 4)}`;
  const forms = (score: ReportFigure['score']) => ('withheld' in score ? '' : writeForms(score.n, language));
  return [
    text(formerText(report, own, language)),
    ...(trendBreaks.length > 0 ? [text(own.breaks)] : []),
    ...(picture
      ? [
          picture,
          table(
            own.trendTable,
            own.trendColumns,
            [2.4, 4.4, 2.2, 4.4, 2.2],
            trend
              .filter(hasAnswers)
              .map(({ from, policy, service }) => [
                month(from),
                shortFigure({ score: policy }, language),
                forms(policy),
                shortFigure({ score: service }, language),
                forms(service),
              ]),
          ),
        ]
      : [text(own.noTrend)]),
  ];
}

/** Months before the first forms came say nothing. */
const hasAnswers = ({ policy, service }: SurveyReport['trend'][number]): boolean =>
  [policy, service].some((score) => !('withheld' in score) || score.withheld !== 'no-answers');

/** What changed since the period before, in the words of the change test. */
function formerText({ former }: SurveyReport, own: PaperWords, language: Language): string {
  if (!former) return own.noFormerPeriod;
  const words = reportWords[language];
  const say = (change: PointsChange | null) =>
    change ? words.change[change.state](writeTenths(Math.abs(change.points), language)) : words.noChange;
  const period = periodInText(former.period.id, language);
  if (!former.policy && !former.service) return own.noFormer(period);
  return own.former(period, say(former.policy), say(former.service));
}

function remarkBlocks({ remarks }: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const { count, tags, replies, moreReplies } = remarks;
  const words = peopleWords[language];
  const list = tags.map(({ tag, count: some }) => `${words.tags[tag]} ${writeForms(some, language)}`);
  return [
    text(count === null ? own.fewRemarks : own.remarks(writeForms(count, language))),
    ...(list.length > 0 ? [text(own.tags(list.join('; ')))] : []),
    ...(replies.length === 0
      ? [text(own.noReplies)]
      : [
          text(own.replies),
          ...replies.map(({ unit, vi, en }) => {
            const { said, did } = (language === 'en' && en) || vi;
            return text(own.reply(unit[language], said, did));
          }),
          ...(moreReplies > 0 ? [text(own.moreReplies(writeForms(moreReplies, language)))] : []),
        ]),
  ];
}
