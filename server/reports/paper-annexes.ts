import type { Language } from '../../shared/questionnaire.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import type { OfficialPaper, PaperBlock } from '../print/official-paper.ts';
import { bookWords } from './book-words.ts';
import { isPooledShare, namedFigures } from './named-figures.ts';
import { proofOf } from './paper-about.ts';
import { table, text, untold } from './paper-blocks.ts';
import { paperWords } from './paper-words.ts';
import { writeBounds, writeForms, writeTenths } from './write-figure.ts';
import { writeMethod } from './write-method-line.ts';

/** Of nine to fourteen columns; what official papers are written in is 13. */
const [SUMS_SIZE, ITEMS_SIZE] = [9, 8];

/** The annexes: all whole numbers, so that an inspector computes every percentage and bound anew. */
export function annexesOf(report: SurveyReport, language: Language): OfficialPaper['annexes'] {
  const own = paperWords[language];
  const note = own.annexNote(report.unit.name[language]);
  return [
    { ...own.annexes.sums, note, blocks: sumBlocks(report, language) },
    { ...own.annexes.items, note, blocks: itemBlocks(report, language) },
  ];
}

function sumBlocks(report: SurveyReport, language: Language): PaperBlock[] {
  const own = paperWords[language];
  const names = bookWords[language];
  const { whole, units, fields } = namedFigures(report, language);
  return [
    text(writeMethod(report.method, language)),
    text(isPooledShare(report) ? names.how : names.noFormulas),
    text(proofOf(report, language)),
    table(
      own.annexTable,
      own.annexColumns,
      [5, 1.7, 1.7, 2, 2.3, 2.3, 2.7, 2.7, 2.7, 2.3],
      [...whole, ...units, ...(fields ?? [])].map(([name, { score, sums }]) => {
        if ('withheld' in score) return [name, untold(score, language)];
        if (!sums) return [name, own.untold];
        const { n, answers, Y, M, YY, YM, MM } = sums;
        const counts = [n, answers, Y, M, YY, YM, MM].map((count) => writeForms(count, language));
        return [name, writeTenths(score.percent, language), ...counts, writeTenths(score.nEff, language)];
      }),
      { size: SUMS_SIZE },
    ),
  ];
}

function itemBlocks({ items, period, method }: SurveyReport, language: Language): PaperBlock[] {
  const own = paperWords[language];
  const most = Math.max(...items.map(({ levels }) => levels?.length ?? 0), 5);
  const levels = Array.from({ length: most }, (_, i) => i + 1);
  const count = (number: number) => writeForms(number, language);
  return [
    text(method.statistic === 'top2' ? own.itemsKey : own.itemsMean),
    ...(period.open ? [text(own.itemsOpen)] : []),
    table(
      own.itemsTable,
      own.itemsColumns(levels.map(String)),
      [1.3, 6, ...levels.map(() => 1.7), 1.9, 1.9, 1.7, 1.9, 1.7, 2.9],
      items.map(({ number, name, score, ...counts }) => {
        const begin = [String(number), name[language]];
        if ('withheld' in score) return [...begin, untold(score, language)];
        if (!counts.levels) return [...begin, own.untold];
        return [
          ...begin,
          ...levels.map((level) => {
            const answers = counts.levels![level - 1];
            return answers === undefined ? '' : count(answers);
          }),
          count(score.noOpinion),
          counts.notReached === null ? '–' : count(counts.notReached),
          counts.blank === null ? '–' : count(counts.blank),
          count(score.n),
          writeTenths(score.percent, language),
          writeBounds(score, language),
        ];
      }),
      { names: 2, size: ITEMS_SIZE },
    ),
  ];
}
