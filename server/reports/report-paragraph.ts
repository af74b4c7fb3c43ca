import { periodName } from '../../shared/period-name.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { Channel } from '../../shared/submission.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { reportEn } from './report-words-en.ts';
import { reportVi, type ReportWords } from './report-words-vi.ts';
import { writeBounds, writeForms, writeFromTo, writeMoment, writeScore, writeShare } from './write-figure.ts';

export const reportWords: Readonly<Record<Language, ReportWords>> = { vi: reportVi, en: reportEn };

type Said = Omit<SurveyReport, 'paragraph'>;

/** The one paragraph on satisfaction of a report on administrative reform, ready to paste. */
export function writeParagraph(report: Said, language: Language): string {
  const words = reportWords[language];
  const { paragraph } = words;
  const mark = words.marks[report.unit.tree];
  return [
    ...(mark === '' ? [] : [`[${mark}]`]),
    paragraph.begin(
      periodInText(report.period.id, language),
      writeFromTo(report.period),
      report.unit.name[language],
      words.form[report.form],
      channelsOf(report, words, language),
    ),
    formsOf(report, words, language),
    ...(report.period.open ? [paragraph.open(writeMoment(report.asOf, language))] : []),
    ...(report.received === 0 ? [] : [resultOf(report, words, language), weakestOf(report, words, language)]),
  ].join(' ');
}

/** `quý I năm 2026`, inside a sentence. */
export function periodInText(id: string, language: Language): string {
  const name = periodName(id, language);
  return language === 'vi' ? name[0]!.toLocaleLowerCase('vi') + name.slice(1) : name;
}

function channelsOf({ channels }: Said, words: ReportWords, language: Language): string {
  const used = channels.filter(({ shown }) => shown !== 0);
  if (used.length === 0) return '';
  const list = used.map(({ channel, shown }) => {
    // of a withheld way not even its number of forms is told
    const forms = shown === null ? '' : ` (${words.forms(writeForms(shown, language))})`;
    return `${words.channels[channel]}${forms}`;
  });
  return words.paragraph.by(list.join(', '));
}

/** Where people answer by themselves, and nothing is handed out. */
const SCREENS: ReadonlySet<Channel> = new Set(['kiosk', 'qr', 'ticket']);

/** Forms handed out, forms that came in, valid ones. */
export function formsOf(
  { received, shown, valid, channels }: Said,
  { paragraph }: ReportWords,
  language: Language,
): string {
  const out = channels.find(({ channel }) => channel === 'paper')?.out ?? 0;
  if (received === 0 && out === 0) return paragraph.none;
  const count = (forms: number) => writeForms(forms, language);
  const isOnScreens = channels.every(({ channel }) => SCREENS.has(channel));
  const began = isOnScreens ? paragraph.in(count(received)) : paragraph.inAny(count(received));
  const first = out > 0 ? paragraph.outIn(count(out), count(received)) : began;
  const isWhole = shown === received;
  // valid ones are counted among those in the figures
  const told = valid === null ? '' : paragraph.valid(count(valid));
  return `${first}${isWhole ? told : `${paragraph.ofShown(count(shown))}${told}`}.`;
}

function resultOf({ policy, service, method }: Said, words: ReportWords, language: Language): string {
  const { paragraph } = words;
  const part = (
    score: ServedScore,
    told: (share: string, beside: string) => string,
    untold: (why: string) => string,
  ) => {
    if ('withheld' in score) return untold(words.withheld[score.withheld]);
    const forms = writeForms(score.n, language);
    const beside = words.beside(
      writeBounds(score, language),
      score.grey ? words.fewForms(forms) : words.forms(forms),
    );
    return told(writeShare(score.percent, language), beside);
  };
  const result = method.statistic === 'top2' ? paragraph.result : paragraph.resultMean;
  return result(
    part(policy.score, paragraph.policy, paragraph.noPolicy),
    part(service.score, paragraph.service, paragraph.noService),
  );
}

function weakestOf({ weakest, factors }: Said, words: ReportWords, language: Language): string {
  if (weakest.kind !== 'two') return words.paragraph[weakest.kind];
  const [first, second] = weakest.codes.map((code) => {
    const { name, score } = factors.find(({ group }) => group === code)!;
    return `${name[language]}: ${writeScore(score, words, language)}`;
  });
  return words.paragraph.weakest(first!, second!);
}
