import { join } from 'node:path';
import pdfmake from 'pdfmake';
import { cardPage } from './card-page.ts';
import { posterPage } from './poster-page.ts';
import { printWords } from './print-words.ts';
import type { Sheet } from './sheet.ts';
import { slipPages } from './slip-pages.ts';

/** Draws a sheet; nothing is read but the fonts that lie in the package, which are embedded as far as they are used. */

const FONTS = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/be-vietnam-pro');
const font = (weight: string) => join(FONTS, weight, `BeVietnamPro_${weight}.ttf`);
const FACES = {
  normal: font('400Regular'),
  italics: font('400Regular_Italic'),
  bold: font('600SemiBold'),
};
const TITLE = font('700Bold');

/** Sizes in points, as they come out of the printer. */
const SIZES = {
  A4: { width: 595.28, height: 841.89 },
  A5: { width: 419.53, height: 595.28 },
  'A5-card': { width: 595.28, height: 419.53 },
  'A6-card': { width: 419.53, height: 297.64 },
  slips: { width: 595.28, height: 841.89 },
} as const;

export async function drawSheet(sheet: Sheet): Promise<Buffer> {
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
  pdfmake.setFonts({ Sheet: FACES, Title: { normal: TITLE } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => [...Object.values(FACES), TITLE].includes(path));
  return pdfmake
    .createPdf({
      pageSize: size,
      pageMargins: 0,
      info: { title: sheet.title, author: sheet.codes[0]?.office ?? '' },
      language,
      defaultStyle: { font: 'Sheet', color: '#241a17', lineHeight: 1.12 },
      content,
    })
    .getBuffer();
}
