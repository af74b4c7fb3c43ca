import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { assertNever, invariant } from '../../shared/assert.ts';
import { chartPngs } from './chart-png.ts';
import { LateTable } from './late-table.ts';
import type { OfficialPaper, PaperBlock, PaperPicture, PaperTable } from './official-paper.ts';

/** Twentieths of a point. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 15, 20, 20].map(mm) as [number, number, number, number];
const TEXT_WIDTH = mm(210) - LEFT - RIGHT;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** So many blocks stand on the page of the signature, which is never on a page of its own. */
const KEPT = 2;

interface Look {
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly after?: number;
  readonly indent?: number;
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean;
  readonly style?: string;
}

/** A report has thousands of cells: what they share stands once, for whoever goes on writing in Word too. */
const CELL = { id: 'Cell', name: 'Table cell', run: { size: 23 } } as const;
const HEAD_CELL = {
  id: 'HeadCell',
  name: 'Table head',
  basedOn: CELL.id,
  run: { bold: true },
  // without it LibreOffice 7.4 loses the rows of a table whose head alone fits on a page
  paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
} as const;

const BODY: Look = { align: AlignmentType.JUSTIFIED, indent: mm(12.7), after: 6 };

/** An official paper as a Word file: black Times New Roman on A4, which Word has; nothing is embedded. */
export async function drawOfficialDocx(paper: OfficialPaper): Promise<Buffer> {
  const centred = AlignmentType.CENTER;
  const photos = await photosOf(paper);
  const childrenOf = (blocks: readonly PaperBlock[]) =>
    blocks.flatMap((block) =>
      block.kind === 'picture' ? pictureOf(block, photos.get(block)!) : drawn(block),
    );
  const document = new Document({
    creator: paper.agency,
    title: paper.subject,
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 26, color: '000000' } } },
      paragraphStyles: [CELL, HEAD_CELL],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: TOP, bottom: BOTTOM, left: LEFT, right: RIGHT, header: mm(10), footer: mm(10) },
          },
        },
        headers: {
          first: new Header({ children: [line(paper.mark, { bold: true, size: 11, align: centred })] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: centred,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
              }),
            ],
          }),
        },
        children: [
          headOf(paper),
          line(paper.title, { bold: true, size: 14, align: centred }),
          line(paper.subject, { bold: true, size: 14, align: centred, after: 3 }),
          rule(TEXT_WIDTH, 0.24),
          ...childrenOf(paper.blocks.slice(0, -KEPT)),
          ...paper.blocks.slice(-KEPT).flatMap(keptWithEnd),
          endOf(paper),
          ...paper.annexes.flatMap(({ name, title, note, blocks }) => [
            line(name, { bold: true, size: 14, align: centred, pageBreakBefore: true }),
            line(title, { bold: true, size: 14, align: centred }),
            line(note, { italics: true, align: centred, after: 8 }),
            ...childrenOf(blocks),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function line(text: string, look: Look = {}): Paragraph {
  const { size, bold, italics, align, after, indent, pageBreakBefore, keepNext, style } = look;
  return new Paragraph({
    ...(style && { style }),
    ...(align && { alignment: align }),
    ...(pageBreakBefore && { pageBreakBefore }),
    ...(keepNext && { keepNext }),
    ...(indent !== undefined && { indent: { firstLine: indent } }),
    ...(after && { spacing: { after: after * 20 } }),
    children: [
      new TextRun({
        text,
        ...(size && { size: size * 2 }),
        ...(bold && { bold }),
        ...(italics && { italics }),
      }),
    ],
  });
}

/** A rule under a line, over a part of the column. */
function rule(column: number, part: number): Paragraph {
  const side = Math.round((column * (1 - part)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { after: 160, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });
}

const bare = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, borders: NO_LINES, children: [...children] });

function twoColumns(left: readonly Paragraph[], right: readonly Paragraph[], leftPart: number): Table {
  const first = Math.round(TEXT_WIDTH * leftPart);
  const widths = [first, TEXT_WIDTH - first] as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...NO_LINES, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children: [bare(widths[0], left), bare(widths[1], right)] })],
  });
}

function headOf({ above, agency, nation, number, placeAndDate }: OfficialPaper): Table {
  const align = AlignmentType.CENTER;
  const left = [
    ...(above === '' ? [] : [line(above, { size: 12, align })]),
    line(agency, { size: 12, bold: true, align }),
    rule(TEXT_WIDTH * 0.42, 0.4),
    line(number, { align }),
  ];
  const right = [
    line(nation[0], { size: 12, bold: true, align }),
    line(nation[1], { bold: true, align }),
    rule(TEXT_WIDTH * 0.58, 0.6),
    line(placeAndDate, { italics: true, align, after: 14 }),
  ];
  return twoColumns(left, right, 0.42);
}

function endOf({ recipients, signer }: OfficialPaper): Table {
  return twoColumns(
    [
      line(recipients.label, { size: 12, bold: true, italics: true }),
      ...recipients.list.map((text) => line(text, { size: 11 })),
    ],
    [line(signer, { size: 14, bold: true, align: AlignmentType.CENTER, after: 70 })],
    0.5,
  );
}

/** The charts of a paper, photographed all at once. */
async function photosOf({ blocks, annexes }: OfficialPaper): Promise<ReadonlyMap<PaperPicture, Buffer>> {
  const pictures = [...blocks, ...annexes.flatMap((annex) => annex.blocks)].filter(
    (block) => block.kind === 'picture',
  );
  const photos = await chartPngs(pictures);
  return new Map(pictures.map((picture, i) => [picture, photos[i]!]));
}

/** Points as the 96th parts of an inch by which pictures are measured. */
const pixels = (points: number) => Math.round((points * 96) / 72);

function pictureOf({ caption, alt, width, height }: PaperPicture, data: Buffer): FileChild[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 80 },
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: pixels(width), height: pixels(height) },
          altText: { name: caption, title: caption, description: alt },
        }),
      ],
    }),
    line(caption, { size: 12, bold: true, italics: true, align: AlignmentType.CENTER, after: 8 }),
  ];
}

const headed = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel], indent = 0) =>
  new Paragraph({
    heading,
    keepNext: true,
    ...(indent > 0 && { indent: { firstLine: indent } }),
    spacing: { before: indent > 0 ? 80 : 200, after: 80 },
    children: [new TextRun({ text, bold: true, size: 26, font: 'Times New Roman', color: '000000' })],
  });

/** The last lines of a paper. */
function keptWithEnd(block: PaperBlock): FileChild[] {
  invariant(block.kind === 'text', 'a paper ends with text');
  return [line(block.text, { ...BODY, keepNext: true })];
}

function drawn(block: Exclude<PaperBlock, PaperPicture>): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headed(block.text, HeadingLevel.HEADING_1)];
    case 'part':
      return [headed(block.text, HeadingLevel.HEADING_2, mm(12.7))];
    case 'text':
      return [line(block.text, BODY)];
    case 'table':
      return tableOf(block);
    default:
      return assertNever(block);
  }
}

function tableOf({ widths: parts, columns, rows, caption, names = 1, size }: PaperTable): FileChild[] {
  const all = parts.reduce((sum, width) => sum + width, 0);
  const widths = parts.map((width) => Math.round((TEXT_WIDTH * width) / all));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead && { tableHeader: true }),
      cantSplit: true,
      children: cells.map((cell, i) => {
        const isShort = cells.length < columns.length;
        const span = isShort && i === cells.length - 1 ? columns.length - i : 1;
        const width = widths.slice(i, i + span).reduce((sum, one) => sum + one, 0);
        const isName = i < names || isShort;
        const look: Look = isHead
          ? { style: HEAD_CELL.id }
          : { style: CELL.id, ...(!isName && { align: AlignmentType.RIGHT }) };
        return new TableCell({
          width: { size: width, type: WidthType.DXA },
          ...(span > 1 && { columnSpan: span }),
          verticalAlign: VerticalAlign.CENTER,
          children: [line(cell, { ...look, ...(size && { size }) })],
        });
      }),
    });
  return [
    line(caption, { size: 12, bold: true, italics: true, after: 3, keepNext: true }),
    new LateTable(
      () =>
        new Table({
          layout: TableLayoutType.FIXED,
          width: { size: TEXT_WIDTH, type: WidthType.DXA },
          columnWidths: widths,
          margins: { left: 60, right: 60 },
          rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
        }),
    ),
    line('', { size: 6 }),
  ];
}
