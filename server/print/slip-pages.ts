import { fill, type PrintWords } from './print-words.ts';
import { fitted, GREY, RED } from './print-parts.ts';
import { qrPicture } from './qr-picture.ts';
import type { PrintedCode, Sheet } from './sheet.ts';

/** Tickets to cut apart: eight of A7 on an A4 sheet, with dashed lines where the scissors go. */
const ACROSS = 2;
const DOWN = 4;
const WIDTH = 595.28 / ACROSS;
/** The lines between take a little of the paper. */
const HEIGHT = (841.89 - 4) / DOWN;

export function slipPages(sheet: Sheet, words: PrintWords): object[] {
  const pages: object[] = [];
  for (let i = 0; i < sheet.codes.length; i += ACROSS * DOWN) {
    const part = sheet.codes.slice(i, i + ACROSS * DOWN);
    const rows = Array.from({ length: Math.ceil(part.length / ACROSS) }, (_, row) =>
      Array.from({ length: ACROSS }, (__, column) => {
        const code = part[row * ACROSS + column];
        return code ? slip(code, sheet, words) : { text: '' };
      }),
    );
    pages.push({
      table: { widths: Array(ACROSS).fill(WIDTH), heights: HEIGHT, body: rows },
      layout: {
        hLineWidth: (line: number) => (line === 0 || line === DOWN ? 0 : 0.6),
        vLineWidth: (line: number) => (line === 1 ? 0.6 : 0),
        hLineStyle: () => ({ dash: { length: 4, space: 3 } }),
        vLineStyle: () => ({ dash: { length: 4, space: 3 } }),
        hLineColor: () => '#9b8f86',
        vLineColor: () => '#9b8f86',
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 0,
        paddingBottom: () => 0,
      },
      ...(i > 0 && { pageBreak: 'before' }),
    });
  }
  return pages;
}

function slip(code: PrintedCode, sheet: Sheet, words: PrintWords): object {
  const values = { host: sheet.host, until: sheet.until ?? '' };
  const side = 120;
  const where = code.point === code.office ? [code.place] : [code.point, code.place];
  const line = (text: string | object[], fontSize: number, above: number, more: object = {}) => ({
    text,
    fontSize,
    margin: [0, above, 0, 0],
    ...more,
  });
  return {
    margin: [10, 13, 14, 0],
    stack: [
      {
        columnGap: 6,
        columns: [
          { width: side, ...qrPicture(code.address, side) },
          {
            width: '*',
            stack: [
              ...(sheet.isTrial ? [line(words.trial, 5, 0, { bold: true, color: RED })] : []),
              line(words.slipTitle, 15, 0, { font: 'Title', color: RED }),
              line(code.office, fitted(code.office, 8, 40), 0, { bold: true }),
              ...where.filter((text) => text !== '').map((text) => line(text, fitted(text, 7.2, 50), 1)),
              line(words.slipLead, 8, 5),
            ],
          },
        ],
      },
      line(fill(words.slipOnce, values), 9, 2, { bold: true, alignment: 'center' }),
      line(words.slipNotice, 7.4, 2, { alignment: 'center' }),
      line(fill(words.slipForged, values), 6.6, 3, { color: GREY, alignment: 'center' }),
      line(words.slipOther, 6.6, 2, { italics: true, color: GREY, alignment: 'center' }),
    ],
  };
}
