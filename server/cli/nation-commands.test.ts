import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AFTER_YEAR, openProvince } from '../../tests/fakes/catalogue-province.ts';
import { readWorkbook } from '../../tests/fakes/read-workbook.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { CallFault } from './call-fault.ts';
import { exportTallies, nation } from './nation-commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'sipas-nation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('two provinces hand up, and the nation reads the files with their keys: words, CSV and spreadsheet', async () => {
  const [files, keyFile] = [join(folder, 'files'), join(folder, 'keys.txt')];
  mkdirSync(files);
  const lines = ['# keys, by letter and telephone'];
  for (const code of ['11', '12']) {
    const { store, keys, take } = await openProvince(code);
    await take(0, 20);
    await take(1, 12);
    const context = { keys, random: seeded(1), clock: () => AFTER_YEAR };
    const file = join(files, `${code}.jsonl`);
    const words = ['report-2026-year', file];
    const said = await inEnglish(exportTallies(store, context, words));
    lines.push(said.split('\n').at(-1)!);
    await expect(exportTallies(store, context, words)).rejects.toThrow('is there already');
    await expect(exportTallies(store, context, ['report-2027-q1', `${file}2`])).rejects.toThrow('runs until');
    const noted = await store.read.selectFrom('audit').select(['what', 'subject']).execute();
    expect(noted).toContainEqual({ what: 'export-tallies', subject: 'report-2026-year' });
    await store.close();
  }
  expect(readdirSync(files)).toEqual(['11.jsonl', '12.jsonl']);
  writeFileSync(keyFile, lines.join('\n'));
  const call = ['report-2026-year', keyFile, files];
  const [csv, xlsx] = [join(folder, 'n.csv'), join(folder, 'n.xlsx')];
  const said = await inEnglish(nation([...call, csv], 'en'));
  expect(said).toContain('II, public services: 100.00 % (95 %: 94.34-100.00; n 64); 2 provinces');
  expect(said).toContain('Provinces with figures: 2 of 34.');
  expect(said).toContain('it is not the SIPAS index');
  expect(readFileSync(csv, 'utf8')).toContain('"Nation",,,,"II",');
  await nation([...call, xlsx], 'vi');
  const [table, about] = readWorkbook(readFileSync(xlsx));
  expect([table!.name, table!.value('A1'), about!.texts[0]]).toEqual([
    'Cả nước',
    'Kỳ',
    'KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG CỦA CÁC TỈNH, THÀNH PHỐ CỘNG LẠI',
  ]);

  writeFileSync(
    join(files, '12.jsonl'),
    readFileSync(join(files, '12.jsonl'), 'utf8').replace('"n":32', '"n":33'),
  );
  await expect(nation(call, 'vi')).rejects.toThrow(/^12.jsonl was altered[^]*Nothing was added up/);
});

test.each([
  [['nonsense', 'k', 'f'], /The period is one such as/],
  [['report-2026-q1', 'k'], /Name a period, the list/],
  [['report-2026-q1', '/nowhere', 'f'], /There is no \/nowhere/],
  [['report-2026-q1', 'k', 'f', 'out.doc'], /The file ends with/],
])('a call that cannot be carried out says what to do: %s', async (words, sentence) => {
  await expect(nation(words, 'vi')).rejects.toThrow(sentence);
  await expect(nation(words, 'vi')).rejects.toBeInstanceOf(CallFault);
});
