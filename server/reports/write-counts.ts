import { csvField, neutralCell } from '../../shared/neutral-cell.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { FigureCounts } from '../../shared/wire/figure-counts.ts';
import type { Book, BookCell } from '../print/book.ts';
import { type CountsTable, countsTable } from './counts-table.ts';
import { countsWords } from './counts-words.ts';
import { reportWords } from './report-paragraph.ts';
import { writeLimits, writeMethod } from './write-method-line.ts';

/**
 * The table as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it): texts are neutral and quoted, numbers are
 * bare and have a point. Nothing stands above or below the table, which programs would take for data.
 */
export const countsCsv = (counts: FigureCounts, language: Language): string =>
  tableCsv(countsTable(counts, language));

export function tableCsv({ heads, lines }: CountsTable): string {
  const cell = (value: string | number | null) =>
    value === null ? '' : typeof value === 'number' ? String(value) : csvField(value);
  return `\uFEFF${[heads, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** The same table as a spreadsheet, with a second sheet that says what it is. */
export function countsBook(counts: FigureCounts, language: Language): Book {
  const own = countsWords[language];
  const { heads, lines } = countsTable(counts, language);
  const mark = reportWords[language].marks[counts.unit.tree];
  const text = (said: string): BookCell => ({ text: neutralCell(said) });
  const title = (said: string): BookCell => ({ text: neutralCell(said), isTitle: true });
  return {
    kind: 'book',
    sheets: [
      {
        name: own.sheet,
        widths: heads.map((_, i) => (i === 14 ? 48 : i === 12 ? 40 : i === 1 ? 36 : i < 15 ? 16 : 13)),
        stickyRows: 1,
        rows: [
          heads.map((said): BookCell => ({ text: said, isHead: true })),
          ...lines.map((line) => line.map(cellOf)),
        ],
      },
      {
        name: own.about,
        widths: [120],
        rows: [
          ...(mark === '' ? [] : [[title(mark)]]),
          [title(own.title)],
          [text(counts.unit.name[language])],
          [text(writeMethod(counts.method, language))],
          ...own.how.map((said) => [text(said)]),
          [text(writeLimits(language))],
        ],
      },
    ],
  };
}

/** A cell of such a table in a spreadsheet. */
export function cellOf(value: string | number | null): BookCell {
  if (value === null) return null;
  if (typeof value === 'string') return { text: neutralCell(value) };
  return { number: value, format: Number.isInteger(value) ? '#,##0' : '#,##0.0##' };
}
