import { expect, it } from 'vitest';
import { staffWords } from './staff-words.ts';

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
function strings(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(strings);
}

it('the staff page has the same places to fill in both languages, in normal form C', () => {
  const [vietnamese, english] = [strings(staffWords.vi), strings(staffWords.en)];
  expect(english).toHaveLength(vietnamese.length);
  vietnamese.forEach((text, i) => expect(placesOf(english[i]!), text).toEqual(placesOf(text)));
  for (const text of [...vietnamese, ...english]) expect(text).toBe(text.normalize('NFC'));
});

it('never tells staff to delete what the browser keeps', () => {
  for (const text of strings(staffWords.vi)) {
    if (/xóa/i.test(text)) expect(text).toMatch(/Không xóa|Xóa một ký tự/);
  }
});
