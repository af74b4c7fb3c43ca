import { oneFace } from './five-faces.ts';
import type { FormPart, FormQuestion, PaperForm } from './paper-form.ts';

/**
 * Pieces of a form on paper. Black and greys only: offices print on what they have. Lengths are in points; old people read
 * and tick them with a ballpoint, so a box is 6 mm and no text of a question is under 10.5 points.
 */

export const INK = '#111111';
export const SOFT = '#4d4d4d';
const RULE = '#8c8c8c';
const SHADE = '#f1f1f1';

/** Eight questions have more room than thirty-nine, and English needs more of it than Vietnamese. */
const SIZES = {
  full: {
    vi: { question: 11, headline: 11, note: 8.6, box: 17, row: 4, column: 38 },
    en: { question: 10.5, headline: 11, note: 8.4, box: 17, row: 3.6, column: 46.5 },
  },
  express: {
    vi: { question: 11.5, headline: 12.5, note: 9, box: 20, row: 6, column: 43 },
    en: { question: 10.5, headline: 11.5, note: 8.6, box: 20, row: 5.5, column: 46.5 },
  },
} as const;
type FormSizes = (typeof SIZES)['full' | 'express']['vi' | 'en'];

/** An empty box to tick; `inside` shows how it is filled in. */
export function box(side: number, inside: 'empty' | 'tick' | 'filled' = 'empty', line = 1.3): object {
  const at = (part: number) => side * part;
  const square = { type: 'rect', x: 0, y: 0, w: side, h: side, r: 2, lineWidth: line, lineColor: INK };
  const points = [
    { x: at(0.2), y: at(0.5) },
    { x: at(0.42), y: at(0.75) },
    { x: at(0.85), y: at(0.18) },
  ];
  const drawn = {
    empty: [],
    tick: [{ type: 'polyline', points, lineWidth: 2, lineColor: INK, lineCap: 'round' }],
    filled: [{ type: 'rect', x: at(0.14), y: at(0.14), w: at(0.72), h: at(0.72), color: INK }],
  }[inside];
  return { canvas: [{ ...square, color: '#ffffff' }, ...drawn] };
}

/** A part of the form: its heading beside the scale, which is said again above each part and on each page. */
export function partTable(part: FormPart, form: PaperForm): object {
  const sizes = SIZES[form.form][form.language];
  const { column } = sizes;
  const head = [
    { text: part.heading, colSpan: 2, bold: true, fontSize: 11, margin: [0, 6, 0, 0] },
    {},
    ...form.levels.map((word, i) => ({
      stack: [
        { ...oneFace(i + 1, 19, INK), alignment: 'center' },
        { text: word, fontSize: 8, lineHeight: 1, alignment: 'center', margin: [0, 2, 0, 0] },
      ],
    })),
    {
      text: form.noOpinion,
      fontSize: 8,
      lineHeight: 1,
      alignment: 'center',
      color: SOFT,
      margin: [0, 21, 0, 0],
    },
  ];
  const boxes = (shade: string | null) => [
    ...form.levels.map(() => ({ ...box(sizes.box), alignment: 'center', fillColor: shade })),
    { ...box(sizes.box, 'empty', 0.8), alignment: 'center', fillColor: shade },
  ];
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [18, '*', ...form.levels.map(() => column), column],
      body: [
        head,
        ...part.questions.map((question, i) => {
          const shade = i % 2 === 0 ? SHADE : null;
          return [
            {
              text: question.number ?? '',
              bold: true,
              fontSize: sizes.question,
              fillColor: shade,
              alignment: 'right',
            },
            { stack: asked(question, sizes), fillColor: shade },
            ...boxes(shade),
          ];
        }),
      ],
    },
    layout: {
      hLineWidth: (row: number) => (row === 1 ? 1.2 : 0.6),
      hLineColor: (row: number) => (row === 1 ? INK : RULE),
      // "no opinion" stands apart from the scale
      vLineWidth: (column: number) => (column === 7 ? 0.8 : 0),
      vLineColor: () => RULE,
      paddingLeft: (column: number) => (column < 2 ? 3 : 1),
      paddingRight: (column: number) => (column < 2 ? 4 : 1),
      paddingTop: (row: number) => (row === 0 ? 2 : sizes.row),
      paddingBottom: (row: number) => (row === 0 ? 3 : sizes.row),
    },
    margin: [0, 0, 0, 9],
  };
}

function asked({ headline, text, note }: FormQuestion, sizes: FormSizes): object[] {
  return [
    ...(headline === undefined ? [] : [{ text: headline, bold: true, fontSize: sizes.headline }]),
    { text, fontSize: sizes.question },
    ...(note === undefined
      ? []
      : [{ text: `(${note})`, fontSize: sizes.note, color: SOFT, margin: [0, 1, 0, 0] }]),
  ];
}

/** A question about the person: its boxes in one row, each before its word. */
export function choiceRow(label: string, choices: readonly string[], widths: readonly number[]): object {
  return {
    columns: [
      { width: 118, text: label, bold: true, fontSize: 10.5, margin: [0, 2, 0, 0] },
      ...choices.map((choice, i) => ({
        width: widths[i] ?? 'auto',
        columns: [
          { width: 19, ...box(15) },
          { width: '*', text: choice, fontSize: 10.5, margin: [0, 2, 0, 0] },
        ],
      })),
    ],
    margin: [0, 4, 0, 0],
  };
}
