import { expect, it } from 'vitest';
import { packRows } from './health-figures.tsx';
import { staffVi } from './staff-vi.ts';

const atMs = Date.parse('2026-11-20T01:05:00Z');
const pack = (name: string, lacksSinceMs: number | null) => ({ code: name, name, lacksSinceMs });

it('says which languages can be heard, and since when others are on their way', () => {
  expect(packRows(staffVi, { packs: [] })).toEqual([['Ngôn ngữ có giọng đọc', 'Không có']]);
  const packs = [pack('Tiếng Việt', null), pack('English', null), pack('Kơho', atMs)];
  expect(packRows(staffVi, { packs })).toEqual([
    ['Ngôn ngữ có giọng đọc', 'Tiếng Việt, English'],
    ['Đang tải giọng đọc', 'Kơho, từ 08:05 ngày 20/11/2026'],
  ]);
});
