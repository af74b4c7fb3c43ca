import type { TableColumn } from './wire/imported-results.ts';

/** Headings of the template for tables of former years, as the page says them; read without accents too, and by the columns' short names. */
export const FORMER_HEADINGS: Readonly<Record<TableColumn, string>> = {
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  period: 'Kỳ',
  form: 'Phiếu',
  item: 'Tiêu chí số',
  itemName: 'Nội dung tiêu chí',
  level1: 'Mức 1',
  level2: 'Mức 2',
  level3: 'Mức 3',
  level4: 'Mức 4',
  level5: 'Mức 5',
  noOpinion: 'Không có ý kiến',
  forms: 'Số phiếu hợp lệ',
};
