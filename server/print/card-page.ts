import { fitted, foot, framed, GREY, head, RED } from './print-parts.ts';
import { fill, type PrintWords } from './print-words.ts';
import type { PrintedCode, Sheet } from './sheet.ts';

/** A card for the table, A5 or A6 lying: the code on the left, what it is on the right. Lengths are those of A5. */
export function cardPage(
  code: PrintedCode,
  sheet: Sheet,
  words: PrintWords,
  size: { readonly width: number; readonly height: number },
): object[] {
  const unit = size.width / 595.28;
  const values = { host: sheet.host, office: code.office };
  const side = 192 * unit;
  const line = (text: string | object[], points: number, above: number, more: object = {}) => ({
    text,
    fontSize: points * unit,
    margin: [0, above * unit, 0, 0],
    ...more,
  });
  const small = (title: string, text: string) => ({
    stack: [line(title, 10, 0, { bold: true, color: RED }), line(fill(text, values), 8.6, 2)],
  });
  return [
    head(code, sheet, words, size.width, unit),
    {
      margin: [34 * unit, 15 * unit, 34 * unit, 0],
      columnGap: 24 * unit,
      columns: [
        { width: side, ...framed(code, side, 1.6 * unit) },
        {
          width: '*',
          stack: [
            line(words.question, 24, 0, { font: 'Title', color: RED, lineHeight: 1.05 }),
            line(words.lead, 11.5, 4),
            line(words.promise, 11.5, 1, { bold: true }),
            ...(code.place === ''
              ? []
              : [line(code.place, fitted(code.place, 12.5, 34), 4, { bold: true, color: RED })]),
            line(fill(words.typed, values), 9.6, 5, { color: GREY }),
            line(code.typed ?? '', 16, 0, { bold: true, characterSpacing: 2 * unit }),
            line(words.other, 8.6, 3, { italics: true, color: GREY }),
          ],
        },
      ],
    },
    ...foot(
      [small(words.forgedTitle, words.forgedShort), small(words.noticeTitle, words.noticeShort)],
      size,
      93 * unit,
      unit,
    ),
  ];
}
