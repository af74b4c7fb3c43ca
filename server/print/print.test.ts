import { expect, test } from 'vitest';
import { readPrint } from '../../tests/fakes/read-print.ts';
import { PRINT_FORMATS } from '../../shared/code-limits.ts';
import { createPress } from './press.ts';
import type { PrintedCode, Sheet } from './sheet.ts';

/** What leaves the printer, looked at as a picture and read by a decoder. */

const HOST = 'gopy.example.gov.vn';
const code = (number: number): PrintedCode => ({
  address: `https://${HOST}/q/ABCDE2345${number}`,
  typed: `ABCDE 2345${number}`,
  office: 'Ủy ban nhân dân xã Bản Ngò Vĩnh Thạnh Trung Tân Thành Đông Hòa Hiệp',
  point:
    'Điểm tiếp nhận và trả kết quả số 2 của Trung tâm Phục vụ hành chính công xã Bản Ngò Vĩnh Thạnh Trung',
  place: 'Quầy 3  ·  Lĩnh vực Đất đai, nhà ở và công trình xây dựng',
});
const sheet = (change: Partial<Sheet>): Sheet => ({
  kind: 'A4',
  language: 'vi',
  title: 'Xin ý kiến',
  host: HOST,
  until: null,
  isTrial: false,
  codes: [code(6)],
  ...change,
});
const press = createPress();
const SIZES = { A4: [210, 297], A5: [148, 210], 'A5-card': [210, 148], 'A6-card': [148, 105] };

test.each(PRINT_FORMATS)(
  'a decoder reads the code of each %s back, on one page whatever the names',
  async (kind) => {
    for (const language of ['vi', 'en'] as const) {
      const number = language === 'vi' ? 6 : 7;
      const pages = await readPrint(await press(sheet({ kind, language, codes: [code(number)] })));
      expect(pages.map((page) => page.code)).toEqual([code(number).address]);
      expect([pages[0]!.widthMm, pages[0]!.heightMm]).toEqual(SIZES[kind]);
      // host in words, the code to type, whose it is, how a forged one is known, and what becomes of answers
      const said =
        language === 'vi'
          ? ['ỦY BAN NHÂN DÂN XÃ BẢN NGÒ', 'Nhận biết mã giả', 'Ý kiến được dùng như thế nào?', 'mã OTP']
          : ['How to spot a forged code', 'How are your answers used?', 'one-time password'];
      for (const text of [HOST, code(number).typed!, 'Lĩnh vực Đất đai', ...said])
        expect(pages[0]!.text).toContain(text);
    }
  },
);

test('letters are in the file, so that every printer draws the Vietnamese ones alike', async () => {
  const pdf = Buffer.from(await press(sheet({ kind: 'A6-card' }))).toString('latin1');
  const fonts = [...pdf.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name);
  expect(new Set(fonts.map((name) => name?.split('+')[1]))).toEqual(
    new Set(['BeVietnamPro-Regular', 'BeVietnamPro-Italic', 'BeVietnamPro-SemiBold', 'BeVietnamPro-Bold']),
  );
  expect(pdf.match(/\/FontFile2 /g)).toHaveLength(4);
});

test('tickets are cut from sheets of eight, each with a code of its own and its last day', async () => {
  const slips = Array.from({ length: 9 }, (_, i) => ({
    ...code(i),
    address: `https://${HOST}/s#t=abcdefghijklmnopqrstu${i}`,
    typed: null,
  }));
  const pages = await readPrint(
    await press(sheet({ kind: 'slips', until: '06/12/2026', codes: slips })),
    (page) => page === 1,
  );
  expect(pages).toHaveLength(2);
  expect(pages[0]!.text.match(/Dùng một lần, đến hết 06\/12\/2026/g)).toHaveLength(8);
  // alone on its page, so that a decoder finds it
  expect(pages[1]!.code).toBe(slips[8]!.address);
});

test('what belongs to the demo says so, in case somebody hangs it up', async () => {
  const [page] = await readPrint(await press(sheet({ isTrial: true })), () => false);
  expect(page!.text).toContain('MINH HỌA');
});

test('while fifty posters are drawn the server goes on answering', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  const drawn = press(sheet({ codes: Array.from({ length: 50 }, (_, i) => code(i % 10)) }));
  const pdf = await drawn;
  clearInterval(timer);
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(50);
  expect(turns).toBeGreaterThan(20);
});
