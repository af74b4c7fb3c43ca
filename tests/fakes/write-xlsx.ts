import { writeZip } from '../../server/zip.ts';

/** Spreadsheets for tests, as a program of this country writes them: shared words, real days, merged cells, formulas. */
export type XlsxCell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly formula: string }
  | { readonly error: string };
export interface XlsxAsked {
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly merges?: readonly string[];
  /** Adds the part in which macros lie. */
  readonly macros?: boolean;
  /** A first sheet that is empty, and a hidden one. */
  readonly otherSheets?: boolean;
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

export function writeXlsx(asked: XlsxAsked): Buffer<ArrayBuffer> {
  const words = new Map<string, number>();
  const indexOf = (word: string) => {
    if (!words.has(word)) words.set(word, words.size);
    return words.get(word)!;
  };
  const cellXml = (cell: XlsxCell, at: string) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${indexOf(cell)}</v></c>`;
    if ('day' in cell) return `<c r="${at}" s="1"><v>${serialOf(cell.day)}</v></c>`;
    if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
    return `<c r="${at}"><f>${escape(cell.formula)}</f><v>1</v></c>`;
  };
  const rows = asked.rows.map(
    (row, i) =>
      `<row r="${i + 1}">${row.map((cell, j) => cellXml(cell, `${letters(j)}${i + 1}`)).join('')}</row>`,
  );
  const merges = asked.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
  const empty = '<worksheet><sheetData/></worksheet>';
  const sheets = asked.otherSheets
    ? [
        ['Ghi chú', '', empty],
        ['Ẩn', ' state="hidden"', sheet],
        ['Hồ sơ', '', sheet],
      ]
    : [['Hồ sơ', '', sheet]];
  const entries: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook><workbookPr/><sheets>${sheets.map(([name, state], i) => `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ],
    ...sheets.map(([, , xml], i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, xml!]),
    [
      'xl/sharedStrings.xml',
      `<sst>${[...words.keys()].map((word) => `<si><t xml:space="preserve">${escape(word)}</t></si>`).join('')}</sst>`,
    ],
    ...(asked.macros ? [['xl/vbaProject.bin', 'x'] as [string, string]] : []),
  ];
  return Buffer.from(writeZip(entries.map(([name, text]) => [name, Buffer.from(text)])));
}
