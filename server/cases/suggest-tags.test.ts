import { expect, test } from 'vitest';
import { REMARKS } from '../demo/remarks.ts';
import { suggestTags } from './suggest-tags.ts';

const tagsOf = (text: string) => suggestTags(text).map(({ tag }) => tag);

test('a remark suggests what it is about, with the words that say so', () => {
  expect(suggestTags('Tôi phải chờ lâu, cán bộ quát mắng.')).toEqual([
    { tag: 'manner', words: ['quát'] },
    { tag: 'waiting', words: ['chờ lâu'] },
  ]);
  expect(tagsOf('Đề nghị niêm yết mức lệ phí.')).toEqual(['fees']);
});

test('words are whole syllables: a letter more is another word', () => {
  expect(tagsOf('Phía sau cổng có vườn, trời đổ mưa.')).toEqual([]);
  expect(tagsOf('Tôi cho cháu đi cùng.')).toEqual([]);
});

test('what is typed without marks is understood where two syllables agree', () => {
  expect(tagsOf('cho lau qua, thai do khong tot')).toEqual(['manner', 'waiting']);
  expect(tagsOf('toi cho chau di cung')).toEqual([]);
});

test('what is denied is no praise, and what it is about stays', () => {
  expect(tagsOf('Tôi không được hài lòng lắm.')).toEqual([]);
  expect(tagsOf('Cán bộ chưa nhiệt tình.')).toEqual(['manner']);
  expect(tagsOf('Xin cảm ơn, tôi rất hài lòng.')).toEqual(['praise']);
});

test('of the invented remarks all but two suggest something', () => {
  const without = REMARKS.filter(({ text }) => suggestTags(text).length === 0);
  expect(without.length).toBeLessThanOrEqual(2);
  // who complains is not told that it was praise
  expect(REMARKS.filter(({ text, praises }) => !praises && tagsOf(text).includes('praise'))).toEqual([]);
});
