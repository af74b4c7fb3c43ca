import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { PointsChange } from '../../shared/wire/overview.ts';
import type { ReportFigure, ReportRow, SurveyReport } from '../../shared/wire/survey-report.ts';
import type { OfficialPaper, PaperBlock } from '../print/official-paper.ts';
import { bookWords } from './book-words.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import { isPooledShare } from './report-book.ts';
import { formsOf, periodInText, reportWords } from './report-paragraph.ts';
import { writeLimits, writeMethod } from './write-method-line.ts';
import {
  writeBounds,
  writeForms,
  writeFromTo,
  writeMoment,
  writeShare,
  writeTenths,
} from './write-figure.ts';

/** The report in the form of Nghị định 30/2020: what people write themselves is left blank. */
export function reportPaper(
  report: SurveyReport,
  language: Language,
  kind: OfficialPaper['kind'],
): OfficialPaper {
  const own = paperWords[language];
  const upper = (text: string) => text.toLocaleUpperCase(language);
  return {
    kind,
    language,
    mark: reportWords[language].marks[report.unit.tree],
    above: report.above ? upper(report.above[language]) : '',
    agency: upper(report.unit.name[language]),
    nation: own.nation,
    number: own.number,
    placeAndDate: own.placeAndDate,
    title: own.title,
    subject: own.subject(report.unit.name[language], periodInText(report.period.id, language)),
    blocks: [
      ...aboutBlocks(report, own, language),
      ...resultBlocks(report, own, language),
      heading(own.parts.third),
      text(own.assess),
      heading(own.parts.fourth),
      // the sign that ends an official text
      text(`${own.propose}./.`),
    ],
    recipients: { label: own.recipients, list: own.list },
    signer: own.signer,
    annex: { title: own.annex, blocks: annexBlocks(report, own, language) },
  };
}

const heading = (said: string): PaperBlock => ({ kind: 'heading', text: said });
const text = (said: string): PaperBlock => ({ kind: 'text', text: said });

function aboutBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const words = reportWords[language];
  const { unit, period, form, questionnaire, alsoAsked, channels } = report;
  const told = (count: number | null) => (count === null ? own.untold : writeForms(count, language));
  const versionOf = bookWords[language].version;
  const named = `${report.questionnaireTitle[language]} (${versionOf(questionnaire.id, questionnaire.version)})`;
  const dates = `${periodName(period.id, language)} (${writeFromTo(period)})`;
  return [
    heading(own.parts.first),
    text(own.purpose(report.campaign[language])),
    text(own.subjects(unit.name[language], writeForms(report.points, language))),
    text([own.time(dates, writeMoment(report.asOf, language)), ...(period.open ? [own.open] : [])].join(' ')),
    text(own.how(own[form], named)),
    ...(alsoAsked.length > 0
      ? [text(own.versions(alsoAsked.map(({ id, version }) => versionOf(id, version)).join('; ')))]
      : []),
    text(writeMethod(report.method, language)),
    text(own.size(formsOf(report, words, language))),
    {
      kind: 'table',
      caption: own.channelTable,
      columns: own.channelColumns,
      widths: [7, 3, 3, 3],
      rows: channels.map(({ channel, out, shown, valid }) => [
        words.channels[channel],
        out === null ? '–' : writeForms(out, language),
        told(shown),
        told(valid),
      ]),
    },
  ];
}

function resultBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const names = bookWords[language];
  const figures = (caption: string, list: readonly (readonly [string, ReportFigure])[]): PaperBlock => ({
    kind: 'table',
    caption,
    columns: own.figureColumns,
    widths: [7, 3, 3.4, 2.2],
    rows: list.map(([name, { score }]) =>
      'withheld' in score
        ? [name, own.untold]
        : [
            name,
            writeShare(score.percent, language),
            writeBounds(score, language),
            writeForms(score.n, language),
          ],
    ),
  });
  const rows = (caption: string, list: readonly ReportRow[]): PaperBlock => ({
    kind: 'table',
    caption,
    columns: own.rowColumns,
    widths: [6, 4.2, 4.2, 2.2],
    rows: list.map(({ name, policy, service }) => [
      name?.[language] ?? names.noField,
      short(policy, own, language),
      short(service, own, language),
      'withheld' in service.score ? '' : writeForms(service.score.n, language),
    ]),
  });
  return [
    heading(own.parts.second),
    text(report.paragraph[language]),
    ...formerText(report, own, language),
    ...targetText(report, own, language),
    figures(own.resultTable, [
      [names.all, report.all],
      [names.policy, report.policy],
      [names.service, report.service],
      [names.overall, report.overallQuestion],
    ]),
    figures(
      own.factorTable,
      report.factors.map((factor) => [`${factor.group}. ${factor.name[language]}`, factor] as const),
    ),
    ...(report.units.length > 0 ? [rows(own.unitTable, report.units)] : []),
    report.fields === null
      ? text(own.fieldsLater)
      : report.fields.length === 0
        ? text(own.noFields)
        : rows(own.fieldTable, report.fields),
    text(writeLimits(language)),
  ];
}

/** What changed since the period before, in the words of the change test. */
function formerText({ former }: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  if (!former) return [];
  const words = reportWords[language];
  const say = (change: PointsChange | null) =>
    change ? words.change[change.state](writeTenths(Math.abs(change.points), language)) : words.noChange;
  const period = periodInText(former.period.id, language);
  if (!former.policy && !former.service) return [text(own.noFormer(period))];
  return [text(own.former(period, say(former.policy), say(former.service)))];
}

function targetText(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const { target, policyTarget, serviceTarget } = report;
  if (!target || !policyTarget || !serviceTarget) return [];
  const words = reportWords[language].target;
  const percent = writeShare(target.percent, language);
  return [text(own.target(percent, words[policyTarget], words[serviceTarget]))];
}

/** `92,0 % (81,2–96,8)`. */
function short({ score }: ReportFigure, own: PaperWords, language: Language): string {
  if ('withheld' in score) return own.untold;
  return `${writeShare(score.percent, language)} (${writeBounds(score, language)})`;
}

function annexBlocks(report: SurveyReport, own: PaperWords, language: Language): PaperBlock[] {
  const names = bookWords[language];
  const pairs = (list: readonly ReportRow[]) =>
    list.flatMap(({ name, policy, service }) => {
      const said = name?.[language] ?? names.noField;
      return [[names.ofPolicy(said), policy] as const, [names.ofService(said), service] as const];
    });
  const all: readonly (readonly [string, ReportFigure])[] = [
    [names.all, report.all],
    [names.policy, report.policy],
    [names.service, report.service],
    ...report.factors.map((factor) => [`${factor.group}. ${factor.name[language]}`, factor] as const),
    [names.overall, report.overallQuestion],
    ...pairs(report.units),
    ...pairs(report.fields ?? []),
  ];
  return [
    text(isPooledShare(report) ? names.how : names.noFormulas),
    {
      kind: 'table',
      caption: own.annexTable,
      columns: own.annexColumns,
      widths: [5, 1.7, 1.7, 2, 2.3, 2.3, 2.7, 2.7, 2.7, 2.3],
      isSmall: true,
      rows: all.map(([name, { score, sums }]) => {
        if ('withheld' in score || !sums) return [name, own.untold];
        const { n, answers, Y, M, YY, YM, MM } = sums;
        const counts = [n, answers, Y, M, YY, YM, MM].map((count) => writeForms(count, language));
        return [name, writeTenths(score.percent, language), ...counts, writeTenths(score.nEff, language)];
      }),
    },
  ];
}
