import { box, choiceRow, INK, partTable, SOFT } from './form-parts.ts';
import type { FormWords } from './form-words.ts';
import { fill } from './print-words.ts';
import { fitted } from './print-parts.ts';
import { formMark, type FormSheet, type PaperForm } from './paper-form.ts';
import { qrPicture } from './qr-picture.ts';

/** Side of the code, in points: 22 mm, at which a module is wider than half a millimetre. */
const CODE = 64;
const WIDE = 535;

/** One sheet of a form, from its head to where it is handed in. */
export function formPage(form: PaperForm, sheet: FormSheet, words: FormWords): object[] {
  const values = { office: form.office, point: form.point };
  return [
    ...head(form, sheet, words),
    ...sheet.parts.flatMap((part) => {
      const above = part.above.map((text, i) =>
        i === 0 && part.above.length > 1
          ? { text, font: 'Title', fontSize: 12.5, margin: [0, 5, 0, 3] }
          : { text, fontSize: 10, color: SOFT, margin: [0, 0, 0, 3] },
      );
      const table = partTable(part, form);
      // a heading stays with its questions
      return above.length > 0 ? [{ stack: [...above, table], unbreakable: true }] : [table];
    }),
    {
      unbreakable: true,
      stack: [
        {
          text: [
            { text: words.about, bold: true, fontSize: 11.5 },
            { text: `   ${words.aboutWhy}`, fontSize: 9.5, color: SOFT },
          ],
          margin: [0, 1, 0, 0],
        },
        choiceRow(words.sex, words.sexes, [88, 88]),
        choiceRow(words.age, words.ages, [72, 72, 72, 72, 90]),
        choiceRow(words.kind, words.kinds, [160, 240]),
        ending(words, values),
      ],
    },
  ];
}

function head(form: PaperForm, sheet: FormSheet, words: FormWords): object[] {
  const office = form.office.toLocaleUpperCase(form.language);
  const marks = [`${words.lot} ${form.lot}`, ...(sheet.set === null ? [] : [`${words.set} ${sheet.set}`])];
  const how = (text: string, shown: object[], width: number | string) => ({
    width,
    columns: [...shown, { width: '*', text, fontSize: 10, margin: [0, 1, 0, 0] }],
    columnGap: 4,
  });
  return [
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: office, bold: true, fontSize: fitted(office, 10, 70) },
            ...(form.point === form.office
              ? []
              : [
                  {
                    text: form.point,
                    fontSize: fitted(form.point, 9.5, 80),
                    color: SOFT,
                    margin: [0, 1, 0, 0],
                  },
                ]),
            { text: words.title, font: 'Title', fontSize: 20, lineHeight: 1.1, margin: [0, 7, 0, 0] },
            { text: words.promise[form.form], bold: true, fontSize: 11, margin: [0, 1, 0, 0] },
          ],
        },
        {
          width: 92,
          stack: [
            { ...qrPicture(formMark(form, sheet), CODE), alignment: 'center' },
            ...marks.map((text) => ({
              text,
              fontSize: 8.5,
              bold: true,
              alignment: 'center',
              lineHeight: 1.05,
            })),
          ],
        },
      ],
      columnGap: 12,
    },
    {
      text: fill(words.lead, { office: form.office }),
      fontSize: 10.5,
      margin: [0, 5, 0, 0],
    },
    {
      columns: [
        how(words.mark, [{ width: 18, ...box(17, 'tick') }], 140),
        how(words.correct, [{ width: 18, ...box(17, 'filled') }], 180),
        how(words.unsure.replace('{noOpinion}', form.noOpinion), [], '*'),
      ],
      columnGap: 12,
      margin: [0, 5, 0, 7],
    },
  ];
}

/** Where it goes, and what becomes of it, side by side in a frame. */
function ending(words: FormWords, values: Readonly<Record<string, string>>): object {
  const column = (title: string, text: string, size: number) => ({
    stack: [
      { text: title, bold: true, fontSize: 10.5 },
      { text: fill(text, values), fontSize: size, margin: [0, 1, 0, 0] },
    ],
  });
  return {
    table: {
      widths: [WIDE * 0.36, '*'],
      body: [
        [
          {
            stack: [
              column(words.returnTitle, words.returns, 10),
              { text: words.thanks, bold: true, fontSize: 10.5, margin: [0, 4, 0, 0] },
            ],
          },
          column(words.noticeTitle, words.notice, 8.8),
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1,
      vLineWidth: (line: number) => (line === 1 ? 0.5 : 1),
      hLineColor: () => INK,
      vLineColor: () => INK,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 6,
      paddingBottom: () => 6,
    },
    margin: [0, 9, 0, 0],
  };
}
