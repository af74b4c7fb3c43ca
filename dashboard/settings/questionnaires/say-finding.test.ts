import { expect, test } from 'vitest';
import { questionnairesEn } from '../../text/questionnaires-en.ts';
import { questionnairesVi } from '../../text/questionnaires-vi.ts';
import { sayFinding } from './say-finding.ts';

const names = new Map([
  ['II.A', 'Tiếp cận dịch vụ'],
  ['I', 'Chính sách'],
]);
const say = (at: string, why: Parameters<typeof sayFinding>[0]['why']) =>
  [questionnairesVi, questionnairesEn].map((words) => sayFinding({ at, why }, words, names));

test('what is missing is named with its place and language', () => {
  expect(say('items.31.headline.vi', 'too-long')).toEqual([
    'Câu 31: tiêu đề quá dài (tối đa 10 tiếng, tiếng Anh 8 từ) (tiếng Việt)',
    'Item 31: the headline is too long (10 syllables, in English 8 words) (Vietnamese)',
  ]);
  expect(say('items.31.relation', 'needed')[0]).toBe(
    'Câu 31: chưa nói câu này so với phiên bản trước thế nào',
  );
  expect(say('overall.text.en', 'needed')[0]).toBe('Câu hỏi chung: thiếu nguyên văn (tiếng Anh)');
  expect(say('title.vi', 'needed')[0]).toBe('Tên phiếu: chưa điền (tiếng Việt)');
  expect(say('factors.II.A.en', 'needed')[0]).toMatch(
    /^Yếu tố “Tiếp cận dịch vụ”: không còn câu nào.*tiếng Anh/,
  );
  expect(say('source.vi', 'taken')[0]).toContain('vẫn ghi như phiên bản trước');
  expect(say('areas.I', 'needed')[0]).toContain('“Chính sách”');
  expect(say('express', 'wrong')[1]).toContain('two policy items');
});
