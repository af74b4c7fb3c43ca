import { fiveFaces } from './five-faces.ts';
import { fitted, foot, framed, GREY, head, points, RED } from './print-parts.ts';
import { fill, type PrintWords } from './print-words.ts';
import type { PrintedCode, Sheet } from './sheet.ts';

/** A poster, A4 or A5: read from two steps away, the code in its middle. Lengths are those of A4. */
export function posterPage(
  code: PrintedCode,
  sheet: Sheet,
  words: PrintWords,
  size: { readonly width: number; readonly height: number },
): object[] {
  const unit = size.width / 595.28;
  const values = { host: sheet.host, office: code.office };
  const line = (text: string | object[], points: number, above: number, more: object = {}) => ({
    text,
    fontSize: points * unit,
    alignment: 'center',
    margin: [56 * unit, above * unit, 56 * unit, 0],
    ...more,
  });
  const middle = (content: object, above: number) => ({
    columns: [
      { width: '*', text: '' },
      { width: 'auto', ...content },
      { width: '*', text: '' },
    ],
    margin: [0, above * unit, 0, 0],
  });
  const small = 9.2 * unit;
  return [
    head(code, sheet, words, size.width, unit),
    line(words.question, 37, 16, { font: 'Title', color: RED, lineHeight: 1.05 }),
    middle(fiveFaces(176 * unit, RED), 6),
    line(words.lead, 14, 10),
    line(words.promise, 14, 2, { bold: true }),
    middle(framed(code, 236 * unit, 2 * unit), 10),
    ...(code.place === '' ? [] : [line(code.place, fitted(code.place, 16, 44), 8, { bold: true })]),
    line(fill(words.typed, values), 11.5, 7, { color: GREY }),
    line(code.typed ?? '', 20, 0, { bold: true, characterSpacing: 2.5 * unit }),
    line(words.other, 10, 5, { italics: true, color: GREY }),
    ...foot(
      [
        points(words.forgedTitle, words.forged, values, small),
        points(words.noticeTitle, words.notice, values, small),
      ],
      size,
      164 * unit,
      unit,
    ),
  ];
}
