import { A4, asPdf } from './pdf-page.ts';
import type { OfficialPaper, PaperBlock } from './official-paper.ts';

const MM = 72 / 25.4;

/** An official paper as PDF in Tinos, which has the widths of Times New Roman. */
export function drawOfficialPdf(paper: OfficialPaper): Promise<Buffer> {
  const [nation, motto] = paper.nation;
  const rule = (length: number) => ({
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.7 }],
    alignment: 'center',
    margin: [0, 2, 0, 0],
  });
  return asPdf({
    pageSize: A4,
    pageMargins: [30 * MM, 20 * MM, 15 * MM, 20 * MM],
    info: { title: paper.subject, author: paper.agency },
    language: paper.language,
    defaultStyle: { font: 'Official', fontSize: 13, lineHeight: 1.15 },
    header: (page: number) => [
      page > 1
        ? { text: String(page), alignment: 'center', fontSize: 13, margin: [0, 9 * MM, 0, 0] }
        : { text: paper.mark, alignment: 'center', bold: true, fontSize: 11, margin: [0, 9 * MM, 0, 0] },
    ],
    content: [
      {
        columns: [
          {
            width: '42%',
            alignment: 'center',
            stack: [
              ...(paper.above === '' ? [] : [{ text: paper.above, fontSize: 12 }]),
              { text: paper.agency, fontSize: 12, bold: true },
              rule(60),
              { text: paper.number, margin: [0, 8, 0, 0] },
            ],
          },
          {
            width: '*',
            alignment: 'center',
            stack: [
              { text: nation, fontSize: 12, bold: true },
              { text: motto, fontSize: 13, bold: true },
              rule(150),
              { text: paper.placeAndDate, italics: true, margin: [0, 8, 0, 0] },
            ],
          },
        ],
      },
      { text: paper.title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 18, 0, 0] },
      { text: paper.subject, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 12] },
      ...paper.blocks.map(drawBlock),
      {
        margin: [0, 14, 0, 0],
        unbreakable: true,
        columns: [
          {
            width: '50%',
            stack: [
              { text: paper.recipients.label, bold: true, italics: true, fontSize: 12 },
              ...paper.recipients.list.map((text) => ({ text, fontSize: 11 })),
            ],
          },
          {
            width: '*',
            text: paper.signer,
            bold: true,
            fontSize: 14,
            alignment: 'center',
            margin: [0, 0, 0, 70],
          },
        ],
      },
      {
        text: paper.annex.title,
        bold: true,
        fontSize: 14,
        alignment: 'center',
        pageBreak: 'before',
        margin: [0, 0, 0, 8],
      },
      ...paper.annex.blocks.map(drawBlock),
    ],
  });
}

function drawBlock(block: PaperBlock): object {
  if (block.kind === 'heading') return { text: block.text, bold: true, margin: [0, 10, 0, 4] };
  if (block.kind === 'text')
    return { text: block.text, alignment: 'justify', leadingIndent: 12.7 * MM, margin: [0, 0, 0, 6] };
  const { widths, columns, rows, caption } = block;
  const all = widths.reduce((sum, width) => sum + width, 0);
  // what is left of 165 mm when lines and padding are taken
  const wide = 165 * MM - widths.length * 7;
  return {
    margin: [0, 2, 0, 10],
    fontSize: block.isSmall ? 9 : 11.5,
    stack: [
      { text: caption, bold: true, italics: true, fontSize: 12, margin: [0, 0, 0, 3] },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: widths.map((width) => (wide * width) / all),
          body: [
            columns.map((text) => ({ text, bold: true, alignment: 'center' })),
            ...rows.map((row) =>
              columns.map((_, i) => ({ text: row[i] ?? '', alignment: i === 0 ? 'left' : 'right' })),
            ),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 3, paddingRight: () => 3 },
      },
    ],
  };
}
