import { csvField, neutralCell } from '../../shared/neutral-cell.ts';
import { periodName } from '../../shared/period-name.ts';
import { FORMER_HEADINGS } from '../../shared/former-headings.ts';
import { TABLE_COLUMNS, type TableColumn } from '../../shared/wire/imported-results.ts';
import type { Book, BookCell } from '../print/book.ts';
import type { Unit } from '../store/organisation.ts';
import { codeOf, type KnownForm, numbersIn } from './known-forms.ts';

/** A table to fill in: a row for each item of the form, with unit, period and form already written. */

export interface Template {
  readonly unit: Unit;
  readonly period: string;
  readonly form: KnownForm;
}

const WIDTHS: Partial<Record<TableColumn, number>> = {
  unit: 14,
  unitName: 34,
  period: 24,
  itemName: 44,
  noOpinion: 18,
  forms: 18,
};

/** Text of each cell, empty where somebody counts. */
function rowsOf({ unit, period, form }: Template): string[][] {
  return numbersIn(form).map((number) => {
    const known: Partial<Record<TableColumn, string>> = {
      unit: unit.id,
      unitName: unit.name.vi,
      period: periodName(period, 'vi'),
      form: codeOf(form),
      item: String(number),
      itemName: form.itemNames.get(number) ?? '',
    };
    return TABLE_COLUMNS.map((column) => known[column] ?? '');
  });
}

export function templateCsv(template: Template): string {
  const rows = [TABLE_COLUMNS.map((column) => FORMER_HEADINGS[column]), ...rowsOf(template)];
  // the mark tells a spreadsheet that it is UTF-8
  return `\uFEFF${rows.map((row) => row.map(csvField).join(';')).join('\r\n')}\r\n`;
}

export function templateBook(template: Template): Book {
  const item = TABLE_COLUMNS.indexOf('item');
  const cell = (text: string, at: number): BookCell => {
    if (text === '') return null;
    return at === item ? { number: Number(text), format: '0' } : { text: neutralCell(text) };
  };
  return {
    kind: 'book',
    sheets: [
      {
        name: 'Số liệu',
        widths: TABLE_COLUMNS.map((column) => WIDTHS[column] ?? 11),
        stickyRows: 1,
        rows: [
          TABLE_COLUMNS.map((column) => ({ text: FORMER_HEADINGS[column], isHead: true })),
          ...rowsOf(template).map((row) => row.map(cell)),
        ],
      },
      { name: 'Cách điền', widths: [100], rows: HELP.map((text, at) => [{ text, isTitle: at === 0 }]) },
    ],
  };
}

const HELP = [
  'Cách điền',
  'Mỗi dòng là một tiêu chí: số câu trả lời ở từng mức, từ 1 (Rất không hài lòng) đến 5 (Rất hài lòng).',
  'Cột “Không có ý kiến”: số người chọn không có ý kiến; để trống nếu bảng cũ không ghi. Không cộng vào mức 3.',
  'Cột “Số phiếu hợp lệ”: ghi cùng một số ở mọi dòng của một đơn vị và một kỳ.',
  'Chỉ điền số đếm, không điền tỷ lệ phần trăm.',
  'Phải có đủ các tiêu chí của một nội dung (I hoặc II); có thể bỏ cả một nội dung nếu năm đó không hỏi.',
  'Cột “Nội dung tiêu chí”: có thể ghi lời văn của phiếu năm đó để người sau tra cứu.',
  'Một tệp có thể gồm nhiều đơn vị và nhiều kỳ, nối tiếp nhau.',
];
