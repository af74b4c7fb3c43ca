import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { keepSignedIn, signInAs } from '../../tests/fakes/office.ts';
import { readWorkbook } from '../../tests/fakes/read-workbook.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Cut, CutBy, FigurePassport } from '../../shared/wire/cuts.ts';
import type { CountFile, FigureCounts } from '../../shared/wire/figure-counts.ts';
import { csvCells } from '../csv-cells.ts';

let at: AskedOffice;
let cookie: string;
beforeEach(async () => {
  at = await openAskedOffice();
  cookie = await signInAs(at.office, 'manager');
});

const GOOD: Submission['a'] = [5, 5, 5, 4, 5, 5, 5, 5];
const BAD: Submission['a'] = [1, 2, 1, 2, 3, 1, 1, 0];

async function take(file: CountFile, by: CutBy, more: object = {}): Promise<Response> {
  await keepSignedIn(at.office);
  const asked = { unit: at.office.unit, period: 'half-2026-11-1', form: 'express', by, file, language: 'vi' };
  return at.office.call('/api/v1/counts/files', { cookie, body: { ...asked, ...more } });
}

/** Women 12, men 11, and 3 who did not say: too few, so that the next smallest row hides with them. */
async function takeBySex(): Promise<void> {
  await at.take(12, { a: GOOD, dm: { sex: 2, age: null } });
  await at.take(11, { a: BAD, dm: { sex: 1, age: null } });
  await at.take(3, { a: GOOD });
  at.office.now = AFTER_HALF;
}

test('the JSON holds what the page gets for every group, and sums that are those of the passport', async () => {
  await takeBySex();
  const counts = (await (await take('json', 'sex')).json()) as FigureCounts;
  expect(counts.groups).toHaveLength(13);
  let [told, hidden] = [0, 0];
  for (const [column, group] of counts.groups.entries()) {
    const page = await at.read<Cut>('cuts', { by: 'sex', group });
    expect(counts.totals[column]).toEqual(page.totals[0]);
    for (const [i, row] of page.rows.entries()) {
      const { score, rank, sums } = counts.rows[i]!.figures[column]!;
      expect([score, rank]).toEqual([row.figures[0]!.score, row.figures[0]!.rank]);
      const passport = await at.read<FigurePassport>('passport', { by: 'sex', group, value: row.value });
      expect(sums).toEqual(passport.served?.sums ?? null);
      if (sums) told++;
      else hidden++;
    }
  }
  expect(told).toBeGreaterThan(3);
  expect(hidden).toBeGreaterThan(12);
  // women are told, men go with the three who did not say
  expect(counts.rows.map(({ figures }) => figures[0]!.sums?.n ?? null)).toEqual([null, 12, null]);
});

test('of a withheld row no number stands in any file, and of open periods no facet does', async () => {
  await takeBySex();
  const rows = csvCells(await (await take('csv', 'sex')).text());
  const [heads, ...lines] = rows.map(({ cells }) => cells);
  const men = lines.filter((cells) => cells[12] === 'Nam');
  expect(men).toHaveLength(13);
  for (const cells of men) {
    expect(cells.slice(15, -1).every((cell) => cell === '')).toBe(true);
    expect(cells.at(-1)).not.toBe('');
  }
  const women = lines.find((cells) => cells[12] === 'Nữ' && cells[14] === 'Chung cả hai nội dung')!;
  expect(women[heads!.indexOf('Số phiếu (n)')]).toBe('12');
  at.office.now = AFTER_HALF - 3 * 86_400_000;
  const early = (await (await take('json', 'sex')).json()) as FigureCounts;
  expect([early.isTooEarly, early.rows]).toEqual([true, []]);
});

test('the CSV opens in Excel with its letters, every line as long as the first, names that begin like a formula are text', async () => {
  await at.take(12, { a: GOOD });
  const { store, unit, point } = at.office;
  await store.write(async (tx) => {
    const formula = { name_vi: '=HYPERLINK("http://x")' };
    await tx.updateTable('service_points').set(formula).execute();
    await tx.updateTable('point_versions').set(formula).execute();
    await tx.updateTable('unit_versions').set({ name_vi: '\t@SUM(1)' }).where('unit', '=', unit).execute();
    await tx.updateTable('units').set({ name_vi: '\t@SUM(1)' }).where('id', '=', unit).execute();
  });
  const bytes = Buffer.from(await (await take('csv', 'point')).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csvCells(bytes.toString()).map(({ cells }) => cells);
  expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([35]));
  expect(lines[1]!.slice(12, 14)).toEqual(['\'=HYPERLINK("http://x")', point]);
  expect(lines[1]![1]).toBe("'\t@SUM(1)");
  const [sheet] = readWorkbook(new Uint8Array(await (await take('xlsx', 'point')).arrayBuffer()));
  expect(sheet!.texts).toContain('\'=HYPERLINK("http://x")');
  expect(sheet!.formulas.size).toBe(0);
  expect(sheet!.value('S2')).toBe(12);
});

test('a file is named, written down before it goes, and belongs to whoever may see figures', async () => {
  const answer = await take('csv', 'channel');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="so-lieu-hai-long_uy-ban-nhan-dan-xa-thu-nghiem_half-2026-11-1_express_channel.csv"',
  );
  const lines = await at.office.store.read
    .selectFrom('audit')
    .select(['unit', 'details'])
    .where('what', '=', 'export-counts')
    .execute();
  expect(lines.map(({ unit, details }) => [unit, JSON.parse(details).cut])).toEqual([
    [at.office.unit, 'channel'],
  ]);
  expect((await take('csv', 'channel', { unit: 'nowhere' })).status).toBe(404);
  cookie = await signInAs(at.office, 'staff');
  expect((await take('csv', 'channel')).status).toBe(403);
});
