import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
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
import type { OfficialPaper, PaperBlock } from './official-paper.ts';

/** Twentieths of a point. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
const [LEFT, RIGHT, TOP, BOTTOM] = [30, 15, 20, 20].map(mm) as [number, number, number, number];
const TEXT_WIDTH = mm(210) - LEFT - RIGHT;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

interface Look {
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly after?: number;
  readonly indent?: number;
  readonly pageBreakBefore?: boolean;
}

/** An official paper as a Word file: black Times New Roman on A4, which Word has; nothing is embedded. */
export async function drawOfficialDocx(paper: OfficialPaper): Promise<Buffer> {
  const centred = AlignmentType.CENTER;
  const document = new Document({
    creator: paper.agency,
    title: paper.subject,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26, color: '000000' } } } },
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
          line(paper.subject, { bold: true, size: 14, align: centred, after: 12 }),
          ...paper.blocks.flatMap(childrenOf),
          endOf(paper),
          line(paper.annex.title, { bold: true, size: 14, align: centred, after: 8, pageBreakBefore: true }),
          ...paper.annex.blocks.flatMap(childrenOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function line(text: string, look: Look = {}): Paragraph {
  const { size = 13, bold = false, italics = false, align, after = 0, indent, pageBreakBefore } = look;
  return new Paragraph({
    ...(align && { alignment: align }),
    ...(pageBreakBefore && { pageBreakBefore }),
    ...(indent !== undefined && { indent: { firstLine: indent } }),
    spacing: { after: after * 20 },
    children: [new TextRun({ text, size: size * 2, bold, italics })],
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

function childrenOf(block: PaperBlock): FileChild[] {
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 200, after: 80 },
        children: [
          new TextRun({ text: block.text, bold: true, size: 26, font: 'Times New Roman', color: '000000' }),
        ],
      }),
    ];
  if (block.kind === 'text')
    return [line(block.text, { align: AlignmentType.JUSTIFIED, indent: mm(12.7), after: 6 })];
  const all = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => Math.round((TEXT_WIDTH * width) / all));
  const size = block.isSmall ? 9 : 11.5;
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: widths.map((width, i) => {
        const align = isHead ? AlignmentType.CENTER : i === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT;
        return new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: { left: 60, right: 60 },
          children: [line(cells[i] ?? '', { size, bold: isHead, align })],
        });
      }),
    });
  return [
    line(block.caption, { size: 12, bold: true, italics: true, after: 3 }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [row(block.columns, true), ...block.rows.map((cells) => row(cells, false))],
    }),
    line('', { size: 6 }),
  ];
}
