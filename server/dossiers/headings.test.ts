import { expect, test } from 'vitest';
import { columnsNamed, guessKind, headingsIn } from './headings.ts';

const row = (number: number, ...texts: string[]) => ({
  row: number,
  cells: texts.map((text) => (text === '' ? undefined : { text })),
});

test('headings are known with and without marks, whatever stands in brackets', () => {
  const headers = [
    'STT',
    'Mã hồ sơ',
    'LĨNH VỰC',
    'so dien thoai',
    'Ngày tiếp nhận (1)',
    'Hẹn trả',
    'Ngày trả kết quả',
  ];
  expect(columnsNamed(headers, 'list')).toEqual({
    code: 1,
    field: 2,
    phone: 3,
    received: 4,
    due: 5,
    returned: 6,
  });
  expect(guessKind(headers)).toBe('list');
});

test('statistics are told from a list by their headings', () => {
  const headers = [
    'Đơn vị',
    'Lĩnh vực',
    'Tháng',
    'Tiếp nhận',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Đang giải quyết',
  ];
  expect(guessKind(headers)).toBe('statistics');
  expect(columnsNamed(headers, 'statistics')).toMatchObject({ unit: 0, month: 2, late: 6, open: 7 });
});

test('the row of headings is found below title and office', () => {
  const rows = [
    row(1, 'UBND XÃ THỬ NGHIỆM'),
    row(2, 'DANH SÁCH HỒ SƠ', '', 'Tháng 11/2026'),
    row(4, 'STT', 'Mã hồ sơ', 'Ngày tiếp nhận', 'Hẹn trả'),
    row(5, '1', 'H40-1', '20/11/2026', '25/11/2026'),
  ];
  expect(headingsIn(rows)?.row).toBe(4);
  expect(headingsIn([row(1, 'a', 'b'), row(2, 'c', 'd', 'e')])?.row).toBe(2);
  expect(headingsIn([row(1, 'a')])).toBeUndefined();
});
