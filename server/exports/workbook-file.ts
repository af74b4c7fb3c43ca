import { neutralCell } from '../../shared/neutral-cell.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { StreamedFile } from '../zip-stream.ts';
import { exportWords } from './export-words.ts';
import { type Cell, cellsOf, type ExportedRow } from './row-columns.ts';
import { type FileSum, headsOf, remembered, summed } from './table-files.ts';

/**
 * The files of an XLSX (ECMA-376) with any number of rows, in constant memory: texts stand in their cells, because a table of
 * shared ones would have to be kept whole; a sheet that is full is followed by another. write-excel-file, which draws our
 * reports, keeps all rows in memory.
 */

/** Of a sheet, its head among them (Excel's own bound). */
export const SHEET_ROWS_MOST = 1_048_576;
const PIECE_LETTERS = 128 * 1024;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Workbook {
  readonly rows: AsyncGenerator<ExportedRow>;
  readonly items: readonly number[];
  readonly language: Language;
  /** What the sheet in front says, once the sheets behind it have been written. */
  about(sums: readonly FileSum[]): readonly string[];
  readonly sheetRowsMost?: number;
}

/** `sheet1` says what it is and is written last, `sheet2` … hold the rows. */
export async function* workbookFiles(book: Workbook): AsyncGenerator<StreamedFile> {
  const { rows, items, language, about, sheetRowsMost = SHEET_ROWS_MOST } = book;
  const words = exportWords[language];
  const heads = headsOf(items, language);
  const sums: FileSum[] = [];
  // read one ahead: whether there is another sheet is known only by another row
  let next = await rows.next();
  do {
    const name = `xl/worksheets/sheet${sums.length + 2}.xml`;
    yield { name, content: summed(name, sheetOfRows(), (sum) => sums.push(sum)) };
  } while (!next.done);
  const lines = about(sums);
  yield file('xl/worksheets/sheet1.xml', aboutSheet(lines));
  const names = [words.about, ...sums.map((_, i) => words.forms(i + 1))];
  yield file('xl/workbook.xml', workbookXml(names));
  yield file('xl/_rels/workbook.xml.rels', relationsXml(names.length));
  yield file('xl/styles.xml', STYLES);
  yield file('_rels/.rels', ROOT_RELATIONS);
  yield file('[Content_Types].xml', contentTypes(names.length));

  async function* sheetOfRows(): AsyncGenerator<Buffer> {
    const cellsFor = cellsOf(items);
    const columns = heads.map((_, i) => columnName(i));
    const text = remembered((said) => escaped(neutralCell(said)));
    const cellXml = (cell: Cell, address: string, style = '') =>
      cell === null
        ? ''
        : typeof cell === 'number'
          ? `<c r="${address}"><v>${cell}</v></c>`
          : `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`;
    const rowXml = (cells: readonly Cell[], at: number, style?: string) =>
      `<row r="${at}">${cells.map((cell, i) => cellXml(cell, `${columns[i]}${at}`, style)).join('')}</row>`;
    let held = `${SHEET_BEGINS}<cols><col min="1" max="1" width="16" customWidth="1"/><col min="2" max="5" width="34" customWidth="1"/><col min="6" max="${heads.length}" width="14" customWidth="1"/></cols><sheetData>${rowXml(heads, 1, ' s="1"')}`;
    for (let at = 2; !next.done && at <= sheetRowsMost; at++) {
      held += rowXml(cellsFor(next.value), at);
      if (held.length >= PIECE_LETTERS) {
        yield Buffer.from(held);
        held = '';
      }
      next = await rows.next();
    }
    yield Buffer.from(`${held}</sheetData></worksheet>`);
  }
}

const file = (name: string, xml: string): StreamedFile => ({ name, content: [Buffer.from(XML + xml)] });

const SHEET_BEGINS = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

function aboutSheet(lines: readonly string[]): string {
  const rows = lines.map(
    (line, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" s="${i === 0 ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(neutralCell(line))}</t></is></c></row>`,
  );
  return `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="110" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationsXml(sheets: number): string {
  const each = Array.from({ length: sheets }, (_, i) =>
    relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  return relations([...each, relation(sheets + 1, 'styles', 'styles.xml')]);
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (list: readonly string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
const ROOT_RELATIONS = relations([relation(1, 'officeDocument', 'xl/workbook.xml')]);

/** Plain, bold and wrapped. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) =>
    override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${each.join('')}${override('/xl/styles.xml', 'styles')}</Types>`;
}

/** `A` … `Z`, `AA` …; from 0. */
export function columnName(at: number): string {
  const rest = at % 26;
  const own = String.fromCharCode(65 + rest);
  return at < 26 ? own : columnName((at - rest) / 26 - 1) + own;
}

/** As XML 1.0 can hold it: control signs and halves of a letter have no place there. */
export function escaped(text: string): string {
  return (
    text
      .replaceAll(/[^\t\n\r\P{Cc}]|[\p{Cs}\uFFFE\uFFFF]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // a bare one would be read back as a line break of another kind
      .replaceAll('\r', '&#13;')
  );
}
