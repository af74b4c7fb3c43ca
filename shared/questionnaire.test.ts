import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  factorsOf,
  fillText,
  itemsOf,
  OVERALL,
  type PlaceNames,
  QuestionnaireSchema,
  questionOf,
} from './questionnaire.ts';

const file = readFileSync(new URL('../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');
const document: unknown = JSON.parse(file);
const sp39 = v.parse(QuestionnaireSchema, document);
const items = itemsOf(sp39);

const ward: PlaceNames = {
  kind: 'phuong',
  point: { vi: 'điểm phục vụ hành chính công phường Đông Lâm', en: 'the service point of Đông Lâm ward' },
};
const commune: PlaceNames = {
  kind: 'xa',
  point: { vi: 'Trung tâm Phục vụ hành chính công xã Nậm Khê', en: 'Nậm Khê Commune Service Centre' },
};

function official(number: number): string {
  return items[number - 1]!.text.vi;
}

/** Every string of the document, in order. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings);
  return [];
}

function placeholders(value: unknown): string[] {
  return strings(value).flatMap((text) => text.match(/\{[^}]*\}/g) ?? []);
}

/** What the draw of an express visit gives each item: `take` out of the items of its block. */
function chanceOf(number: number): { readonly take: number; readonly among: number } {
  const code = questionOf(sp39, number)!.factor!.code;
  const block = sp39.express.blocks.find((candidate) => candidate.factors.includes(code))!;
  const among = factorsOf(sp39).filter((factor) => block.factors.includes(factor.code));
  return { take: block.take, among: among.flatMap((factor) => factor.items).length };
}

test('the document parses and the schema drops nothing that it holds', () => {
  expect(sp39.id).toBe('sp39');
  expect(sp39.version).toBe(1);
  expect(sp39).toEqual(document);
});

test('there are 39 items, numbered 1 to 39 in order', () => {
  expect(items.map((item) => item.number)).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
});

test('area I has 2, 2, 9 and 10 items in its factors, area II has 3, 4, 3, 3 and 3', () => {
  const counts = sp39.areas.map((area) => [area.code, area.factors.map((factor) => factor.items.length)]);
  expect(counts).toEqual([
    ['I', [2, 2, 9, 10]],
    ['II', [3, 4, 3, 3, 3]],
  ]);
});

test('a code says the area, the factor and the number where it stands', () => {
  for (const area of sp39.areas) {
    for (const [position, factor] of area.factors.entries()) {
      expect(factor.code).toBe(`${area.code}.${'ABCDE'[position]}`);
      for (const item of factor.items) expect(item.code).toBe(`${factor.code}.${item.number}`);
    }
  }
});

test('a Vietnamese headline has at most ten syllables, an English one at most eight words, and no two are alike', () => {
  const headlines = [sp39.overall.headline, ...items.map((item) => item.headline)];
  for (const headline of headlines) {
    expect(headline.vi.split(' ').length, headline.vi).toBeLessThanOrEqual(10);
    expect(headline.en.split(' ').length, headline.en).toBeLessThanOrEqual(8);
    expect(headline.vi + headline.en).not.toMatch(/[.{}]/);
  }
  expect(new Set(headlines.map((headline) => headline.vi)).size).toBe(40);
  expect(new Set(headlines.map((headline) => headline.en)).size).toBe(40);
});

test('every text is NFC, without spaces at its ends or twice in a row, and no official bracket is left', () => {
  expect(file.normalize('NFC')).toBe(file);
  for (const text of strings(document)) {
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|[\u00a0\u200b\ufeff]|\[CN\]/);
  }
  for (const item of items) expect(item.text.vi + (item.note?.vi ?? '')).not.toMatch(/[()]/);
});

test('express weights are 23 in area I, 8 in II.B and 6 in the rest of area II; full weights are 1', () => {
  for (const factor of factorsOf(sp39)) {
    const express = factor.code.startsWith('I.') ? 23 : factor.code === 'II.B' ? 8 : 6;
    for (const item of factor.items) expect(item.weight, item.code).toEqual({ express, full: 1 });
  }
});

test('weight times chance of being drawn is the same for every item', () => {
  for (const item of items) {
    const { take, among } = chanceOf(item.number);
    expect((item.weight.express * take) / among, item.code).toBe(2);
  }
});

test('an express visit takes one item of each service factor, in order, then two policy items', () => {
  expect(sp39.express.blocks).toEqual([
    { factors: ['II.A'], take: 1 },
    { factors: ['II.B'], take: 1 },
    { factors: ['II.C'], take: 1 },
    { factors: ['II.D'], take: 1 },
    { factors: ['II.E'], take: 1 },
    { factors: ['I.A', 'I.B', 'I.C', 'I.D'], take: 2 },
  ]);
});

test('every question has five levels, from very dissatisfied to very satisfied, and no opinion stands outside', () => {
  expect([sp39.overall.width, ...items.map((item) => item.width)]).toEqual(
    Array.from({ length: 40 }, () => 5),
  );
  expect(sp39.levels.map((level) => level.vi)).toEqual([
    'Rất không hài lòng',
    'Không hài lòng',
    'Bình thường',
    'Hài lòng',
    'Rất hài lòng',
  ]);
  expect(sp39.noOpinion.vi).toBe('Không có ý kiến');
});

test('only the three known placeholders occur, and both languages of a text hold the same ones', () => {
  expect(new Set(placeholders(document))).toEqual(new Set(['{point}', '{place}', '{neighbourhood}']));
  const texts = [
    sp39.overall.text,
    ...items.flatMap((item) => (item.note ? [item.text, item.note] : [item.text])),
  ];
  for (const text of texts) expect(placeholders(text.en).sort()).toEqual(placeholders(text.vi).sort());
});

test('the service point is named in ten items of area II and in the overall question', () => {
  const naming = items.filter((item) => item.text.vi.includes('{point}')).map((item) => item.number);
  expect(naming).toEqual([24, 25, 26, 27, 31, 32, 33, 37, 38, 39]);
  expect(questionOf(sp39, OVERALL)?.text.vi).toContain('{point}');
});

test('the note of item 1 speaks of the ward in a ward and of the commune in a commune', () => {
  const note = items[0]!.note!;
  expect(fillText(sp39, note, ward, 'vi')).toBe(
    'Các hình thức như: Niêm yết công khai tại cơ quan, loa phát thanh phường, họp tổ dân phố, đăng tải trên trang thông tin điện tử của chính quyền...',
  );
  expect(fillText(sp39, note, commune, 'vi')).toContain('loa phát thanh xã, họp thôn, đăng tải');
  expect(fillText(sp39, note, ward, 'en')).toContain(
    'loudspeakers of the ward, meetings of the neighbourhood,',
  );
  expect(fillText(sp39, note, commune, 'en')).toContain(
    'loudspeakers of the commune, meetings of the village,',
  );
});

test('item 24 begins with the name of the service point, with a capital', () => {
  const { text } = items[23]!;
  expect(fillText(sp39, text, ward, 'vi')).toBe(
    'Điểm phục vụ hành chính công phường Đông Lâm có biển hiệu, hướng dẫn rõ ràng, giúp người dân dễ tìm, dễ thấy.',
  );
  expect(fillText(sp39, text, commune, 'vi')).toMatch(
    /^Trung tâm Phục vụ hành chính công xã Nậm Khê có biển hiệu/,
  );
  expect(fillText(sp39, text, ward, 'en')).toMatch(/^The service point of Đông Lâm ward has clear signs/);
});

test('every kind of unit has its own words and leaves no placeholder unfilled', () => {
  expect(Object.keys(sp39.places)).toEqual(['phuong', 'xa', 'dac_khu', 'tinh', 'thanh_pho', 'so']);
  for (const kind of Object.keys(sp39.places)) {
    for (const item of items) {
      for (const text of item.note ? [item.text, item.note] : [item.text]) {
        expect(placeholders(fillText(sp39, text, { ...ward, kind }, 'vi'))).toEqual([]);
        expect(placeholders(fillText(sp39, text, { ...ward, kind }, 'en'))).toEqual([]);
      }
    }
  }
});

test('official sentences stand as they are on the form', () => {
  expect(sp39.stem.vi).toBe(
    'Xin Ông/Bà cho biết mức độ hài lòng của Ông/Bà về các nội dung trong bảng bên dưới đây:',
  );
  expect(official(2)).toBe(
    'Chính quyền cung cấp thông tin về các chính sách đầy đủ, dễ hiểu đối với người dân.',
  );
  expect(official(5)).toBe('Chính quyền tổ chức thực hiện tốt chính sách phát triển kinh tế ở địa phương');
  expect(official(15)).toBe('Kinh tế - xã hội của địa phương tốt hơn.');
  expect(official(29)).toBe(
    'Công chức yêu cầu người dân đóng phí lệ phí giải quyết thủ tục hành chính đúng theo quy định.',
  );
  expect(official(31)).toBe('Công chức ở {point} có thái độ giao tiếp lịch sự, tôn trọng đối với người dân.');
  expect(official(39)).toBe('{point} thông báo kết quả xử lý phản ánh kiến nghị cho người dân kịp thời.');
  expect(questionOf(sp39, 34)?.factor?.note?.vi).toBe(
    'Kết quả giải quyết TTHC có thể là được cấp giấy tờ hoặc bị từ chối cấp',
  );
});

test('the sentence of an item keeps the full stop that the form gives it, and items 5 to 13 have none', () => {
  const withoutStop = items.filter((item) => !item.text.vi.endsWith('.')).map((item) => item.number);
  expect(withoutStop).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

test('explanatory notes stand with items 1, 3, 5 to 13 and 26, and with the factor of results', () => {
  expect(items.filter((item) => item.note).map((item) => item.number)).toEqual([
    1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 26,
  ]);
  expect(
    factorsOf(sp39)
      .filter((factor) => factor.note)
      .map((factor) => factor.code),
  ).toEqual(['II.D']);
});

test('the official wording as a whole has not moved by a byte', () => {
  const wording = items.map((item) => `${item.number}\t${item.text.vi}\t${item.note?.vi ?? ''}\n`).join('');
  expect(createHash('sha256').update(wording, 'utf8').digest('hex')).toBe(
    '4ccbf57c0e5642757095c0fc1d1a7cc78c02d55ee73139eddf254f81a72038e4',
  );
});
