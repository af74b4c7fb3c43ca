import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { keepSignedIn, signInAs } from '../../tests/fakes/office.ts';
import { readDocx } from '../../tests/fakes/read-docx.ts';
import { readPrint } from '../../tests/fakes/read-print.ts';
import { readWorkbook } from '../../tests/fakes/read-workbook.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import type { ReportFile, SurveyReport } from '../../shared/wire/survey-report.ts';

let at: AskedOffice;
let cookie: string;
beforeEach(async () => {
  at = await openAskedOffice();
  cookie = await signInAs(at.office, 'reader');
});

const GOOD: Submission['a'] = [5, 5, 5, 5, 5, 5, 5, 5];
const NOT_AT_ALL: Submission['a'] = [1, 2, 1, 2, 3, 1, 1, 2];

async function take(
  file: ReportFile,
  language: 'vi' | 'en' = 'vi',
  unit = at.office.unit,
): Promise<Response> {
  await keepSignedIn(at.office);
  const asked = { unit, period: 'half-2026-11-1', form: 'express', file, language };
  return at.office.call('/api/v1/report/files', { cookie, body: asked });
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test('each percentage and interval of the spreadsheet is a formula over whole numbers that gives the served figure', async () => {
  await at.take(46, { a: GOOD });
  await at.take(4, { a: NOT_AT_ALL });
  await at.take(17, { a: [5, 4, 2, 1, 3, 5, 4, 2] });
  at.office.now = AFTER_HALF;
  const page = await at.read<Overview>('overview', {});
  const answer = await take('xlsx');
  expect(answer.status).toBe(200);
  const [summary, annex, items] = readWorkbook(await bytesOf(answer));
  const figures = [
    ['Chung cả hai nội dung', page.headline.all],
    ['I. Việc xây dựng, tổ chức thực hiện chính sách công', page.headline.policy],
    ['II. Việc cung ứng dịch vụ hành chính công', page.headline.service],
    ['Câu hỏi chung (ngoài chỉ số)', page.headline.overallQuestion],
    ...page.factors.map(({ code, name, score }) => [`${code}. ${name.vi}`, score] as const),
  ] as const;
  expect(figures).toHaveLength(13);
  let told = 0;
  for (const [name, score] of figures) {
    const row = annex!.rowOf(name);
    if ('withheld' in score) {
      expect(annex!.formulas.has(`M${row}`), name).toBe(false);
      continue;
    }
    told++;
    const cells = (columns: string) => columns.split('').map((column) => annex!.value(`${column}${row}`));
    expect(annex!.formulas.has(`M${row}`)).toBe(true);
    expect(cells('MRS'), name).toEqual([score.percent, score.low, score.high]);
    expect(cells('JKLT'), name).toEqual([score.percent, score.low, score.high, 'khớp']);
    expect(cells('BC'), name).toEqual([score.n, score.answers]);
    expect(annex!.value(`Q${row}`), name).toBeCloseTo(score.nEff, 6);
  }
  expect(told).toBeGreaterThan(9);
  expect(annex!.formulas.size % 8).toBe(0);
  let toldItems = 0;
  for (const { number, score, levels } of page.factors.flatMap((factor) => factor.items)) {
    if ('withheld' in score || !levels) continue;
    toldItems++;
    const row = items!.rowOf(number);
    const cells = (columns: string) => columns.split('').map((column) => items!.value(`${column}${row}`));
    expect(cells('DEFGH'), `item ${number}`).toEqual(levels);
    // n, both bounds and the percentage are formulas over the levels
    expect(cells('OQRST'), `item ${number}`).toEqual([score.n, score.percent, score.low, score.high, 'khớp']);
    for (const column of 'OPQRST') expect(items!.formulas.has(`${column}${row}`)).toBe(true);
  }
  expect(toldItems).toBeGreaterThan(4);
  const { paragraph } = await at.read<SurveyReport>('report', {});
  expect(summary!.texts).toContain(paragraph.vi);
});

test('46 forms all satisfied and 4 not at all are 92.0 and 81.2-96.8 in the spreadsheet too', async () => {
  await at.take(46, { a: GOOD });
  await at.take(4, { a: NOT_AT_ALL });
  at.office.now = AFTER_HALF;
  const [, annex] = readWorkbook(await bytesOf(await take('xlsx', 'en')));
  const row = annex!.rowOf('II. Delivery of public administrative services');
  expect('MRST'.split('').map((column) => annex!.value(`${column}${row}`))).toEqual([
    92,
    81.2,
    96.8,
    'equal',
  ]);
});

test('a withheld figure has words and no number in the spreadsheet', async () => {
  await at.take(7, { a: GOOD });
  at.office.now = AFTER_HALF;
  const [, annex] = readWorkbook(await bytesOf(await take('xlsx')));
  const row = annex!.rowOf('II. Việc cung ứng dịch vụ hành chính công');
  expect(annex!.value(`B${row}`)).toBe('chưa đủ số liệu để công bố (dưới 10 phiếu)');
  expect('CDEFGHIJKL'.split('').every((column) => annex!.value(`${column}${row}`) === undefined)).toBe(true);
  expect(annex!.formulas.size).toBe(0);
});

test('a name that begins like a formula opens as text in the spreadsheet', async () => {
  const { store, unit } = at.office;
  await store.write(async (tx) => {
    await tx.updateTable('units').set({ name_vi: '=1+1' }).where('id', '=', unit).execute();
    await tx.updateTable('unit_versions').set({ name_vi: '=1+1' }).where('unit', '=', unit).execute();
  });
  const [summary] = readWorkbook(await bytesOf(await take('xlsx')));
  expect(summary!.texts).toContain("'=1+1");
  expect(summary!.formulas.size).toBe(0);
});

test('a file has a name in ASCII, leaves a line in the audit log, and too many of them wait', async () => {
  await at.take(12, { a: GOOD });
  const answer = await take('xlsx');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="bao-cao-hai-long_uy-ban-nhan-dan-xa-thu-nghiem_half-2026-11-1_express.xlsx"',
  );
  const lines = await at.office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '=', 'report-made')
    .execute();
  expect(lines.map(({ unit, details }) => [unit, JSON.parse(details)])).toEqual([
    [
      at.office.unit,
      { name: 'Ủy ban nhân dân xã Thử Nghiệm', period: 'half-2026-11-1', form: 'express', file: 'xlsx' },
    ],
  ]);
  let last = 404;
  for (let i = 0; i < 25 && last !== 429; i++) last = (await take('xlsx', 'vi', 'nowhere')).status;
  expect(last).toBe(429);
});

/** What a report must say, as it is written: figures of the page, names, counts. */
async function saidBy(page: Overview, paragraph: string): Promise<string[]> {
  const comma = (number: number) => number.toFixed(1).replace('.', ',');
  const scores = [
    page.headline.all,
    page.headline.policy,
    page.headline.service,
    page.headline.overallQuestion,
  ];
  const figures = [...scores, ...page.factors.map(({ score }) => score)].flatMap((score) =>
    'withheld' in score
      ? []
      : [`${comma(score.percent)} %`, `${comma(score.low)}–${comma(score.high)}`, String(score.n)],
  );
  expect(figures.length).toBeGreaterThan(30);
  return [...figures, ...page.factors.map(({ code, name }) => `${code}. ${name.vi}`), bare(paragraph)];
}
const bare = (text: string) => text.replaceAll(/\s+/g, ' ');
/** A PDF breaks lines inside sentences and table cells. */
const close = (text: string) => text.replaceAll(/\s+/g, '');

test('the PDF of a report says what the page says, in Tinos, on A4 pages with their numbers from the second on', async () => {
  await at.take(46, { a: GOOD });
  await at.take(21, { a: [5, 4, 2, 1, 3, 5, 4, 2] });
  at.office.now = AFTER_HALF;
  const page = await at.read<Overview>('overview', {});
  const report = await at.read<SurveyReport>('report', {});
  const bytes = await bytesOf(await take('pdf'));
  const pages = await readPrint(bytes, () => false);
  // the number of a page may stand amid a sentence that goes on
  const text = close(
    pages.map((one, i) => one.text.replace(new RegExp(`^${i + 1} | ${i + 1} ?$`), '')).join(' '),
  );
  for (const said of await saidBy(page, report.paragraph.vi)) expect(text).toContain(close(said));
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Nơi nhận:',
    './.',
  ])
    expect(text).toContain(close(said));
  const { sums } = report.service;
  for (const sum of [sums!.Y, sums!.M, sums!.YY, sums!.YM, sums!.MM])
    expect(text).toContain(String(sum).replace(/\B(?=(\d{3})+$)/g, '.'));
  expect(pages.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual(pages.map(() => [210, 297]));
  expect(pages[0]!.text).not.toMatch(/^1 /);
  // a reader of text finds the number before the page or behind it
  pages.slice(1).forEach(({ text: one }, i) => expect(one).toMatch(new RegExp(`^${i + 2} | ${i + 2} ?$`)));
  const fonts = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont \/\w+\+([\w-]+)/g),
  ];
  expect(new Set(fonts.map(([, name]) => name!.split('-')[0]))).toEqual(new Set(['Tinos']));
});

test('the Word file of a report has the form of an official paper and says what the page says', async () => {
  await at.take(46, { a: GOOD });
  await at.take(21, { a: [5, 4, 2, 1, 3, 5, 4, 2] });
  at.office.now = AFTER_HALF;
  const page = await at.read<Overview>('overview', {});
  const report = await at.read<SurveyReport>('report', {});
  const { document, text, header, pictures } = readDocx(await bytesOf(await take('docx')));
  // a picture in greys of 300 dots an inch for each chart, with all its figures in words
  expect(pictures.map((png) => [png.subarray(1, 4).toString('latin1'), png[25]])).toEqual([
    ['PNG', 0],
    ['PNG', 0],
  ]);
  const alts = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt!);
  for (const { short, score } of page.factors)
    if (!('withheld' in score))
      expect(alts[0]).toContain(`${short.vi}: ${score.percent.toFixed(1).replace('.', ',')}\u00a0%`);
  expect(alts).toHaveLength(2);
  for (const said of await saidBy(page, report.paragraph.vi)) expect(text).toContain(said);
  const mm = (twentieths: string) => Math.round((Number(twentieths) * 25.4) / 1440);
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document)!;
  expect([mm(width!), mm(height!)]).toEqual([210, 297]);
  const margin = (side: string) => mm(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(document)![1]!);
  expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([20, 20, 30, 15]);
  expect(document).toContain('<w:titlePg');
  expect(header).toContain('PAGE');
  const said = [
    'ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: /BC-',
    'ngày ...... tháng ...... năm ..........',
    'Kết quả khảo sát mức độ hài lòng tại Ủy ban nhân dân xã Thử Nghiệm, nửa đầu tháng 11/2026',
    './.',
    'Nơi nhận:',
    'Phụ lục I',
    'Phụ lục II',
  ];
  for (const one of said) expect(text).toContain(one);
  expect(text).not.toMatch(/SIPAS|Quyết định 1001/);
});
