import { A4, asPdf } from './pdf-page.ts';
import { INK, SOFT } from './form-parts.ts';
import { formPage } from './form-page.ts';
import { formWords } from './form-words.ts';
import type { PaperForm } from './paper-form.ts';

const SIDE = 30;

/** Draws a form: the full one on six pages at the most, an express one on the two sides of a leaf. */
export function drawForm(form: PaperForm): Promise<Buffer> {
  const words = formWords[form.language];
  const foot = (page: number, pages: number) => {
    // on express forms every set of questions has as many pages as the others
    const of = Math.ceil(pages / form.sheets.length);
    const at = ((page - 1) % of) + 1;
    const left = `${words.lot} ${form.lot}  ·  ${words.version} ${form.version}`;
    const middle = at < of ? words.over : '';
    const right = words.page.replace('{page}', String(at)).replace('{of}', String(of));
    return {
      columns: [
        { width: '*', text: left, color: SOFT },
        { width: 'auto', text: middle, bold: true },
        { width: '*', text: right, alignment: 'right', color: SOFT },
      ],
      fontSize: 9,
      margin: [SIDE, 6, SIDE, 0],
    };
  };
  return asPdf({
    pageSize: A4,
    pageMargins: [SIDE, form.isTrial ? 34 : 26, SIDE, 28],
    info: { title: words.title, author: form.office },
    language: form.language,
    defaultStyle: { font: 'Sheet', color: INK, lineHeight: 1.16 },
    ...(form.isTrial && {
      header: { text: words.trial, bold: true, fontSize: 9.5, alignment: 'center', margin: [0, 14, 0, 0] },
    }),
    footer: foot,
    content: form.sheets.map((sheet, i) => ({
      stack: formPage(form, sheet, words),
      ...(i > 0 && { pageBreak: 'before' }),
    })),
  });
}
