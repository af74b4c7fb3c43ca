import { cardPage } from './card-page.ts';
import { A4, asPdf } from './pdf-page.ts';
import { posterPage } from './poster-page.ts';
import { printWords } from './print-words.ts';
import type { Sheet } from './sheet.ts';
import { slipPages } from './slip-pages.ts';

/** Sizes in points, as they come out of the printer. */
const SIZES = {
  A4,
  A5: { width: 419.53, height: 595.28 },
  'A5-card': { width: 595.28, height: 419.53 },
  'A6-card': { width: 419.53, height: 297.64 },
  slips: A4,
} as const;

/** Draws posters, cards or slips. */
export function drawSheet(sheet: Sheet): Promise<Buffer> {
  const { kind, language } = sheet;
  const words = printWords[language];
  const size = SIZES[kind];
  const page = kind === 'A4' || kind === 'A5' ? posterPage : cardPage;
  const content =
    kind === 'slips'
      ? slipPages(sheet, words)
      : sheet.codes.map((code, i) => ({
          stack: page(code, sheet, words, size),
          ...(i > 0 && { pageBreak: 'before' }),
        }));
  return asPdf({
    pageSize: size,
    pageMargins: 0,
    info: { title: sheet.title, author: sheet.codes[0]?.office ?? '' },
    language,
    defaultStyle: { font: 'Sheet', color: '#241a17', lineHeight: 1.12 },
    content,
  });
}
