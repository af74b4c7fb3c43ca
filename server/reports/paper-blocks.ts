import type { Language } from '../../shared/questionnaire.ts';
import type { WithheldFigure } from '../../shared/wire/overview.ts';
import type { ReportFigure } from '../../shared/wire/survey-report.ts';
import type { PaperBlock, PaperTable } from '../print/official-paper.ts';
import { paperWords } from './paper-words.ts';
import { writeBounds, writeForms, writeShare } from './write-figure.ts';

/** Pieces that all parts of the paper are made of. */

/** Zero over zero is no percentage. */
const NOBODY = '—';

export const heading = (said: string): PaperBlock => ({ kind: 'heading', text: said });
export const part = (said: string): PaperBlock => ({ kind: 'part', text: said });
export const text = (said: string): PaperBlock => ({ kind: 'text', text: said });

export function table(
  caption: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: PaperTable['rows'],
  more: Pick<PaperTable, 'names' | 'size'> = {},
): PaperBlock {
  return { kind: 'table', caption, columns, widths, rows, ...more };
}

/** Tables and pictures with their numbers, as they follow one another. */
export function numbered(blocks: readonly PaperBlock[], language: Language): PaperBlock[] {
  const words = paperWords[language];
  const counts = { table: 0, picture: 0 };
  return blocks.map((block) => {
    if (block.kind !== 'table' && block.kind !== 'picture') return block;
    return { ...block, caption: words[block.kind](++counts[block.kind], block.caption) };
  });
}

/** A number of forms, or that it is not told. */
export const toldForms = (count: number | null, language: Language): string =>
  count === null ? paperWords[language].untold : writeForms(count, language);

/** Why there is no number, in a cell: nobody has answered, or it is withheld. */
export const untold = ({ withheld }: WithheldFigure, language: Language): string =>
  withheld === 'no-answers' ? NOBODY : paperWords[language].untold;

/** Result, interval and forms of a figure, in cells; of one that is not told a single cell. */
export function figureCells({ score }: ReportFigure, language: Language): string[] {
  if ('withheld' in score) return [untold(score, language)];
  return [writeShare(score.percent, language), writeBounds(score, language), writeForms(score.n, language)];
}

/** `92,0 % (81,2–96,8)`. */
export function shortFigure({ score }: Pick<ReportFigure, 'score'>, language: Language): string {
  if ('withheld' in score) return untold(score, language);
  return `${writeShare(score.percent, language)} (${writeBounds(score, language)})`;
}
