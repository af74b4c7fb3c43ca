import { describe, expect, test } from 'vitest';
import { seededNumbers } from '../tests/fakes/seeded.ts';
import { MASK, maskRemark } from './mask-remark.ts';

const numbers = seededNumbers(20_261_124);
const upTo = (most: number) => Math.floor(numbers() * most);
const pick = <T>(list: readonly T[]) => list[upTo(list.length)]!;
const digits = (count: number) => Array.from({ length: count }, () => upTo(10)).join('');

/** Prefixes of Vietnamese mobile and fixed lines; the code of a province and of sex and century begins a 12-digit id. */
const MOBILE = [
  '032',
  '033',
  '034',
  '035',
  '036',
  '037',
  '038',
  '039',
  '056',
  '058',
  '059',
  '070',
  '076',
  '077',
  '078',
  '079',
  '081',
  '082',
  '083',
  '084',
  '085',
  '086',
  '088',
  '089',
  '090',
  '091',
  '093',
  '094',
  '096',
  '097',
  '098',
  '099',
];
const FIXED = ['024', '028', '0203', '0232', '0236', '0258', '0292'];
const PROVINCES = ['001', '025', '033', '040', '044', '048', '052', '066', '079', '092'];

const mobile = () => pick(MOBILE) + digits(7);
const fixed = () => pick(FIXED) + digits(8);
const oldId = () => digits(9);
const newId = () => pick(PROVINCES) + upTo(4) + digits(8);

/** Cuts into groups of two to four and puts the sign between them. */
function grouped(number: string, sign: string): string {
  const groups: string[] = [];
  for (let at = 0; at < number.length; ) {
    const size = Math.min(2 + upTo(3), number.length - at);
    groups.push(number.slice(at, at + size));
    at += size;
  }
  return groups.join(sign);
}
const FULL_WIDTH = (number: string) => number.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
const spellings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => grouped(number, ' '),
  (number) => grouped(number, '.'),
  (number) => grouped(number, '-'),
  (number) => grouped(number, ' - '),
  (number) => grouped(number, ' . '),
  (number) => grouped(number, '\u00a0'),
  (number) => grouped(number, '\u200b'),
  (number) => Array.from(number).join(' '),
  (number) => Array.from(number).join('.'),
  FULL_WIDTH,
  (number) => grouped(FULL_WIDTH(number), '．'),
  (number) => number.replaceAll('0', 'O'),
  (number) => grouped(number, ' ').replaceAll('0', 'o'),
  (number) => number.replaceAll('1', 'l'),
  (number) =>
    Array.from(number)
      .map((d) => `${d}\ufe0f\u20e3`)
      .join(''),
];
const abroad: readonly ((number: string) => string)[] = [
  (number) => `+84${number.slice(1)}`,
  (number) => `+84 ${grouped(number.slice(1), ' ')}`,
  (number) => `(+84) ${grouped(number.slice(1), '.')}`,
  (number) => `84${number.slice(1)}`,
  (number) => `0084 ${number.slice(1)}`,
  (number) => `+84(0)${number.slice(1)}`,
  (number) => `(${number.slice(0, 3)}) ${grouped(number.slice(3), ' ')}`,
];
const SENTENCES = [
  ['Xin gọi lại cho tôi số ', ' để trả lời.'],
  ['CCCD ', ', hồ sơ đất đai trễ hẹn.'],
  ['Cán bộ nhiệt tình. ĐT:', ''],
  ['', ' là số của tôi'],
  ['Tôi ở thôn Lan (', ')'],
  ['sđt', 'nhé'],
] as const;

describe('a number of a person is masked', () => {
  test.each([
    ['an identity card of nine digits', oldId],
    ['an identity number of twelve digits', newId],
    ['a mobile telephone number', mobile],
    ['a fixed telephone number', fixed],
  ])('%s, in every spelling and every sentence', (_what, make) => {
    for (let round = 0; round < 4_000; round++) {
      const number = make();
      const ways = make === mobile || make === fixed ? [...spellings, ...abroad] : spellings;
      const written = pick(ways)(number);
      const [before, after] = pick(SENTENCES);
      const masked = maskRemark(before + written + after);
      const isWhole = masked.startsWith(before.trimEnd()) && masked.endsWith(after.trimStart());
      expect(
        /[\d０-９]/.test(masked) || !masked.includes(MASK) || !isWhole,
        `${before}${written}${after} → ${masked}`,
      ).toBe(false);
    }
  });

  test('a number that is spelt in words, with or without its accents', () => {
    for (const words of [
      'không chín một hai ba bốn năm sáu bảy tám',
      'khong chin mot hai ba bon nam sau bay tam',
      'không chín một, hai ba bốn, năm sáu bảy tám',
      'không chín một 2 3 4 5 6 7 8',
    ]) {
      expect(maskRemark(`Số tôi là ${words} nhé`)).toBe(`Số tôi là ${MASK} nhé`);
    }
  });

  test('plates of cars and motor bicycles', () => {
    for (const plate of [
      '30A-123.45',
      '51F 12345',
      '29-B1 234.56',
      '29B1-23456',
      '29AA-123.45',
      '43a12345',
      '75 - N5 1234',
      '30Đ1 234.56',
      '３０Ａ－１２３．４５',
      '60-LD-123.45',
    ]) {
      expect(maskRemark(`Xe ${plate} đỗ chắn lối`), plate).toBe(`Xe ${MASK} đỗ chắn lối`);
    }
  });

  test('mail addresses, pages of a person, and a passport', () => {
    for (const address of [
      'lan.nguyen@example.vn',
      'Lan+1@mail.example.com.vn',
      'nguyễn.lan@example.vn',
      'lan＠example．vn',
      'lan (at) example.vn',
      'lan[at]example.vn',
      'lan @ example.vn',
      'lan a còng example chấm vn',
      '@lan.nguyen',
      'https://example.vn/lan',
      'www.example.vn/lan',
      'fb.com/lan.nguyen',
      'zalo.me/lan',
      'C1234567',
      'b12345678',
    ]) {
      const masked = maskRemark(`Thư ${address} , cảm ơn`);
      expect(masked.replaceAll(' ', ''), address).toBe(`Thư${MASK},cảmơn`);
    }
  });
});

test('a name behind a form of address goes, and the form of address stays', () => {
  expect(maskRemark('Cảm ơn chị Lan và ông Nguyễn Văn A ở quầy 3')).toBe(
    `Cảm ơn chị ${MASK} và ông ${MASK} ở quầy 3`,
  );
});

test('what people say about an office stays word for word', () => {
  for (const remark of [
    'Chờ từ 7h30 đến 11h15 ngày 12/10/2025, cả thảy 3 lần.',
    'Lệ phí 15.000 đồng mà thu 20.000đ; năm 2026 nên niêm yết.',
    'Quầy số 5, phòng 203, tầng 2: hai ba cán bộ cùng giải thích.',
    'Phải nộp 100.000.00 đồng', // eight digits, as a tired hand writes them
    'Đường Quang Trung, hẻm 123/45/6 không có biển.',
    'Cảm ơn chị ở quầy 3 😀👍',
    'Nghị định 61/2018 quy định thế nào? Đề nghị gọi 1022 hoặc 1900 1009.',
    'Sau năm ngày, ba lần bổ sung, hai tháng chờ, một lần xin lỗi.',
    '',
  ]) {
    expect(maskRemark(remark)).toBe(remark.normalize('NFC'));
  }
});

test('accents that are typed as signs of their own are put together, and nothing else is changed', () => {
  const typed = 'Cán bộ rất tận tình'.normalize('NFD');
  expect(maskRemark(typed)).toBe('Cán bộ rất tận tình');
});

test('masking twice changes nothing more, whatever the text', () => {
  const signs = Array.from('0123456789oOlI .,-+()@đ₫aếA:/\u200b😀０９＠[…]');
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: upTo(60) }, () => pick(signs)).join('');
    const once = maskRemark(text);
    expect(maskRemark(once), text).toBe(once);
  }
});

test('the longest remark is masked in a few milliseconds, also one made to be slow', () => {
  for (const unit of ['0 ', '0.', 'o0', 'không ', 'a@', 'a.', '12A', ' a còng ', '(+', 'lI0|']) {
    const tookMs = () => {
      const started = performance.now();
      maskRemark(unit.repeat(300).slice(0, 300));
      return performance.now() - started;
    };
    // other work on the machine only ever adds time
    expect(Math.min(tookMs(), tookMs(), tookMs()), unit).toBeLessThan(100);
  }
});

/** Known, listed in docs/privacy.md: what a rule for numbers cannot find. A case handler reads with care. */
test('the known misses: names without a form of address or a capital letter, addresses in words, a number with letters or words between its digits', () => {
  for (const missed of [
    'Lan ở quầy 3, chị lan ấy, thôn Đông, xã Sơn Khê.',
    'số 09a12b345c678',
    'không chín mươi hai, rồi ba bốn, sau đó năm sáu bảy tám',
    'cuối số điện thoại là 4567',
    'biển xanh TM-12-34',
    'nhà số 12 ngõ 34 đường Quang Trung',
  ]) {
    expect(maskRemark(missed)).toBe(missed);
  }
});
