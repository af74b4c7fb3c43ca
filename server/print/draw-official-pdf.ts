import { A4, asPdf } from './pdf-page.ts';
import { assertNever } from '../../shared/assert.ts';
import type { OfficialPaper, PaperBlock, PaperPicture, PaperTable } from './official-paper.ts';

const MM = 72 / 25.4;

/** What pdfmake tells of a piece that it has placed. */
interface Placed {
  readonly headlineLevel?: keyof typeof LOWEST;
  readonly startPosition: { readonly verticalRatio: number };
}
/** So many blocks stand on the page of the signature, which is never on a page of its own. */
const KEPT = 2;
/** How far down the page a heading, a part and the name of a table may begin: what they stand over must still have room. */
const LOWEST = { 1: 0.84, 2: 0.87, 3: 0.9 } as const;

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
    pageBreakBefore: ({ headlineLevel, startPosition }: Placed) =>
      headlineLevel !== undefined && startPosition.verticalRatio > LOWEST[headlineLevel],
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
      { text: paper.subject, bold: true, fontSize: 14, alignment: 'center' },
      { ...rule(110), margin: [0, 3, 0, 12] },
      ...paper.blocks.slice(0, -KEPT).map(drawBlock),
      {
        unbreakable: true,
        stack: [...paper.blocks.slice(-KEPT).map(drawBlock), endOf(paper)],
      },
      ...paper.annexes.flatMap(({ name, title, note, blocks }) => [
        { text: name, bold: true, fontSize: 14, alignment: 'center', pageBreak: 'before' },
        { text: title, bold: true, fontSize: 14, alignment: 'center' },
        { text: note, italics: true, alignment: 'center', margin: [0, 0, 0, 8] },
        ...blocks.map(drawBlock),
      ]),
    ],
  });
}

/** Whom it goes to, and whose signature. */
function endOf(paper: OfficialPaper): object {
  return {
    margin: [0, 14, 0, 0],
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
  };
}

function drawBlock(block: PaperBlock): object {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, bold: true, headlineLevel: 1, margin: [0, 10, 0, 4] };
    case 'part':
      return {
        text: block.text,
        bold: true,
        headlineLevel: 2,
        leadingIndent: 12.7 * MM,
        margin: [0, 4, 0, 4],
      };
    case 'text':
      return { text: block.text, alignment: 'justify', leadingIndent: 12.7 * MM, margin: [0, 0, 0, 6] };
    case 'picture':
      return drawPicture(block);
    case 'table':
      return drawTable(block);
    default:
      return assertNever(block);
  }
}

/** It says in a line below what it shows: a PDF of ours has no words behind its pictures. */
function drawPicture({ svg, width, height, caption }: PaperPicture): object {
  return {
    unbreakable: true,
    margin: [0, 4, 0, 10],
    stack: [
      { svg, width, height },
      { text: caption, bold: true, italics: true, fontSize: 12, alignment: 'center', margin: [0, 4, 0, 0] },
    ],
  };
}

function drawTable({ widths, columns, rows, caption, names = 1, size = 11.5 }: PaperTable): object {
  const all = widths.reduce((sum, width) => sum + width, 0);
  // what is left of 165 mm when lines and padding are taken
  const wide = 165 * MM - widths.length * 7;
  return {
    margin: [0, 2, 0, 10],
    fontSize: size,
    stack: [
      { text: caption, bold: true, italics: true, fontSize: 12, headlineLevel: 3, margin: [0, 0, 0, 3] },
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: widths.map((width) => (wide * width) / all),
          body: [
            columns.map((text) => ({ text, bold: true, alignment: 'center' })),
            ...rows.map((row) =>
              columns.map((_, i) => ({
                text: row[i] ?? '',
                alignment: i < names || row.length < columns.length ? 'left' : 'right',
                ...(i === row.length - 1 && { colSpan: columns.length - i }),
              })),
            ),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 3, paddingRight: () => 3 },
      },
    ],
  };
}
