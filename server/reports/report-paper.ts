import type { Language } from '../../shared/questionnaire.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { OfficialPaper, PaperBlock } from '../print/official-paper.ts';
import { aboutBlocks } from './paper-about.ts';
import { annexesOf } from './paper-annexes.ts';
import { heading, numbered, text } from './paper-blocks.ts';
import { resultBlocks } from './paper-results.ts';
import { paperWords, type PaperWords } from './paper-words.ts';
import { periodInText, reportWords } from './report-paragraph.ts';

/** The report in the form of Nghị định 30/2020: what people write themselves is left blank. */
export function reportPaper(
  report: SurveyReport,
  language: Language,
  kind: OfficialPaper['kind'],
  madeMs: number,
): OfficialPaper {
  const own = paperWords[language];
  const upper = (said: string) => said.toLocaleUpperCase(language);
  const blocks = [
    ...aboutBlocks(report, language, madeMs),
    ...resultBlocks(report, language),
    heading(own.parts.third),
    ...blanks(own.assess, own),
    heading(own.parts.fourth),
    // the sign that ends an official text
    ...blanks(own.propose, own, './.'),
  ];
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
    blocks: numbered(blocks, language),
    recipients: { label: own.recipients, list: own.list },
    signer: own.signer,
    annexes: annexesOf(report, language),
  };
}

/** What people at the office write, never invented here: each prompt over a line of dots. */
function blanks(prompts: readonly string[], own: PaperWords, end = ''): PaperBlock[] {
  const last = prompts.length - 1;
  return [own.byHand, ...prompts.flatMap((said, i) => [said, `${own.blank}${i === last ? end : ''}`])].map(
    text,
  );
}
