import { expect, it } from 'vitest';
import { en } from '../../shared/text/en.ts';
import { laterEn } from '../../shared/text/later-en.ts';
import { laterVi } from '../../shared/text/later-vi.ts';
import { noticeWords } from '../../shared/text/notice-words.ts';
import { vi } from '../../shared/text/vi.ts';
import { put } from '../../shared/text/words.ts';
import { closedWords } from './closed-words.ts';
import { phoneWords } from './phone-words.ts';
import { setupWords } from './setup-words.ts';

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
function strings(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(strings);
}

it('has the same places to fill in both languages, in normal form C', () => {
  const [vietnamese, english] = [
    strings([vi, noticeWords.vi, laterVi, phoneWords.vi, closedWords.vi]),
    strings([en, noticeWords.en, laterEn, phoneWords.en, closedWords.en]),
  ];
  expect(english).toHaveLength(vietnamese.length);
  vietnamese.forEach((text, i) => expect(placesOf(english[i]!)).toEqual(placesOf(text)));
  for (const text of strings([vi, en, noticeWords, laterVi, laterEn, phoneWords, setupWords, closedWords]))
    expect(text).toBe(text.normalize('NFC'));
});

it('asks for nobody’s number and thanks without judging', () => {
  expect(vi.thanksText).not.toMatch(/tốt|hài lòng/);
});

it('leaves a place alone when there is no value for it', () => {
  expect(put('{at}/{of}', { at: 2 })).toBe('2/{of}');
});
