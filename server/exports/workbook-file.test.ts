import { expect, test } from 'vitest';
import { openOffice, submissionOf } from '../../tests/fakes/office.ts';
import { readWorkbook } from '../../tests/fakes/read-workbook.ts';
import { zipStream } from '../zip-stream.ts';
import type { ExportedRow } from './row-columns.ts';
import { columnName, escaped, workbookFiles } from './workbook-file.ts';

test('a sheet that is full goes on in the next one, and the first says so of all', async () => {
  const office = await openOffice();
  async function* rows(count: number): AsyncGenerator<ExportedRow> {
    for (let i = 0; i < count; i++) {
      const names = { place: 'p', placeName: `Quầy ${i}`, unitName: 'Xã', mark: 'số liệu thật' };
      yield { submission: submissionOf(office), halfMonth: '2026-11/2', standing: 'counted', ...names };
    }
  }
  const sheetsOf = async (count: number) => {
    const about = (sums: readonly object[]) => [`${sums.length}`];
    const book = { rows: rows(count), items: [0, 24], language: 'vi', about, sheetRowsMost: 4 } as const;
    const pieces: Uint8Array[] = [];
    for await (const piece of zipStream(workbookFiles(book))) pieces.push(piece);
    const [front, ...sheets] = readWorkbook(Buffer.concat(pieces));
    return [
      front!.texts[0],
      ...sheets.map(({ name, texts }) => [name, texts.filter((text) => text.startsWith('Quầy'))]),
    ];
  };
  expect(await sheetsOf(0)).toEqual(['1', ['Phiếu', []]]);
  expect(await sheetsOf(3)).toEqual(['1', ['Phiếu', ['Quầy 0', 'Quầy 1', 'Quầy 2']]]);
  expect(await sheetsOf(4)).toEqual([
    '2',
    ['Phiếu', ['Quầy 0', 'Quầy 1', 'Quầy 2']],
    ['Phiếu 2', ['Quầy 3']],
  ]);
});

test('columns are called as spreadsheets call them, and a text holds only what XML can', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(escaped('a\u0000\u0008\ud800b\tc\r<&>"\uffff')).toBe('ab\tc&#13;&lt;&amp;&gt;&quot;');
});
