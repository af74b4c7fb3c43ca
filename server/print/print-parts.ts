import { qrPicture } from './qr-picture.ts';
import { fill, type PrintWords } from './print-words.ts';
import type { PrintedCode, Sheet } from './sheet.ts';

/** Pieces that posters and cards have in common. Lengths are in points. */

export const RED = '#7a1a1d';
export const GREY = '#5c5049';
const GOLD = '#c9a227';
const PALE = '#faf5ea';

/** A size at which a text of any length stays within its lines: names of offices have 20 to 120 letters. */
export function fitted(text: string, largest: number, letters: number): number {
  return largest * Math.min(1, Math.max(0.5, Math.sqrt(letters / text.length)));
}

const noLines = { hLineWidth: () => 0, vLineWidth: () => 0 };

/** The head: whose it is, and where. */
export function head(
  code: PrintedCode,
  sheet: Sheet,
  words: PrintWords,
  width: number,
  unit: number,
): object {
  const office = code.office.toLocaleUpperCase(sheet.language);
  const [top, side] = [20 * unit, 36 * unit];
  const lines = [
    { text: sheet.isTrial ? words.trial : '', fontSize: 9 * unit, bold: true, color: '#f3dda4' },
    { text: office, font: 'Title', fontSize: fitted(office, 16 * unit, 40), color: '#ffffff' },
    {
      text: code.point === code.office ? '' : code.point,
      fontSize: fitted(code.point, 12 * unit, 70),
      color: '#f6e6d8',
      margin: [0, 3 * unit, 0, 0],
    },
  ].filter(({ text }) => text !== '');
  return {
    table: {
      widths: [width - 2 * side],
      body: [
        [{ stack: lines, alignment: 'center', fillColor: RED }],
        [{ text: '', fontSize: 0.1, fillColor: GOLD }],
      ],
    },
    layout: {
      ...noLines,
      paddingLeft: () => side,
      paddingRight: () => side,
      paddingTop: (row: number) => (row === 0 ? top : 3.5 * unit),
      paddingBottom: (row: number) => (row === 0 ? 0.8 * top : 0),
    },
  };
}

/** The picture in a frame: dark on white with its quiet zone, whatever stands around it. */
export function framed(code: PrintedCode, side: number, line: number): object {
  const none = () => 0;
  return {
    table: { widths: [side], body: [[{ ...qrPicture(code.address, side), fillColor: '#ffffff' }]] },
    layout: {
      hLineWidth: () => line,
      vLineWidth: () => line,
      hLineColor: () => GOLD,
      vLineColor: () => GOLD,
      paddingLeft: none,
      paddingRight: none,
      paddingTop: none,
      paddingBottom: none,
    },
  };
}

/** The foot in two columns, on a pale ground that ends with the paper. */
export function foot(
  columns: readonly object[],
  { width, height }: { readonly width: number; readonly height: number },
  tall: number,
  unit: number,
): object[] {
  const [x, y] = [34 * unit, height - tall];
  return [
    {
      absolutePosition: { x: 0, y },
      canvas: [
        { type: 'rect', x: 0, y: 0, w: width, h: tall, color: PALE },
        { type: 'rect', x: 0, y: 0, w: width, h: unit, color: GOLD },
      ],
    },
    {
      absolutePosition: { x, y: y + 13 * unit },
      table: { widths: ['*', '*'], body: [columns] },
      layout: {
        ...noLines,
        paddingLeft: (column: number) => (column === 0 ? 0 : 14 * unit),
        paddingRight: (column: number) => (column === 0 ? 14 * unit : x),
        paddingTop: () => 0,
        paddingBottom: () => 0,
      },
    },
  ];
}

/** A title with its points. */
export function points(
  title: string,
  texts: readonly string[],
  values: Readonly<Record<string, string>>,
  size: number,
): object {
  const list = texts.map((text) => ({ text: fill(text, values), margin: [0, 0, 0, size * 0.28] }));
  return {
    stack: [
      { text: title, fontSize: size * 1.2, bold: true, color: RED, margin: [0, 0, 0, size * 0.4] },
      { ul: list, fontSize: size, markerColor: GOLD },
    ],
  };
}
