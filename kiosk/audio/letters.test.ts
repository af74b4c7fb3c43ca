import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { lettersOfFont } from '../../tests/fakes/letters-of-font.ts';

const read = (path: string) => lettersOfFont(readFileSync(new URL(`../../${path}`, import.meta.url)));
const FONTSOURCE = 'node_modules/@fontsource-variable/noto-sans/files/noto-sans';
const usual = new Set(
  ['latin', 'vietnamese'].flatMap((part) => [...read(`${FONTSOURCE}-${part}-wght-normal.woff2`)]),
);
const lacks = (letters: ReadonlySet<number>, text: string) =>
  [...new Set(text)].filter((letter) => !letters.has(letter.codePointAt(0)!)).join(' ');

const VIETNAMESE =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
/** What their spellings add to the Vietnamese letters; Tày, Nùng, Dao, Mường and Mông in Latin letters add f j w z. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'Mông, Tày, Dao': 'fjwz',
  'Ê Đê': 'ƀčĕê̆ĭñŏô̆ơ̆ŭư̆ʼ’',
  Jrai: 'ƀčĕê̆ĭñŏô̆ơ̆ŭư̆ăâ',
  Bahnar: 'ƀčĕê̆ĭñŏô̆ơ̆ŭư̆ĕ́ŏ́',
  'K’Ho, Mạ, Chu Ru': 'ƀčĕĭñŏŭà̤ê̆ô̆ơ̆ư̆',
  'M’Nông': 'ƀčĕêĭñŏôŭư̆ơ̆â̆',
  'Chăm in Latin letters': 'âăêôơưñḅḍēôƀ',
};

test('the fonts of the page show all Vietnamese letters, and lack the breve that others need', () => {
  expect(lacks(usual, (VIETNAMESE + VIETNAMESE.toUpperCase()).normalize('NFC'))).toBe('');
  // If this ends one day, the file of more letters can go.
  expect(usual.has(0x306)).toBe(false);
});

/** Letter and mark must come from one file, or the mark stands beside its letter: so it has the Vietnamese ones too. */
it.each(['400', '700'])('has more letters of weight %s for every language of the shipped packs', (weight) => {
  const letters = read(`public/more-letters-${weight}.woff2`);
  expect(lacks(letters, VIETNAMESE.normalize('NFC'))).toBe('');
  for (const [language, spelling] of Object.entries(SPELLINGS)) {
    for (const form of ['NFC', 'NFD'] as const) {
      const both = (spelling + spelling.toUpperCase()).normalize(form);
      expect(lacks(letters, both), language).toBe('');
    }
  }
});
