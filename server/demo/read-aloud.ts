import type { Language } from '../../shared/questionnaire.ts';

/** Makes of a written text what a speaking program reads well: signs become words, Vietnamese numbers are spelt out. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function belowHundred(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS[ones]!;
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens]!} mươi`;
  if (ones === 0) return ten;
  // Behind a ten 5 is "lăm", and behind a higher one 1 is "mốt".
  const one = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones]!;
  return `${ten} ${one}`;
}

/** 0 to 999 as it is said; the texts of the product hold nothing higher. */
export function vietnameseNumber(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return belowHundred(rest);
  const hundred = `${DIGITS[hundreds]!} trăm`;
  if (rest === 0) return hundred;
  return `${hundred} ${rest < 10 ? `linh ${DIGITS[rest]!}` : belowHundred(rest)}`;
}

const inWords: Readonly<Record<Language, (text: string) => string>> = {
  vi: (text) =>
    text
      .replace(/(\d+)–(\d+)/g, 'từ $1 đến $2')
      .replaceAll('Ông/Bà', 'Ông Bà')
      .replaceAll('/', ' hoặc ')
      .replace(/\d{1,3}/g, (found) => vietnameseNumber(Number(found))),
  en: (text) => text.replace(/(\d+)–(\d+)/g, '$1 to $2').replaceAll('/', ' or '),
};

/** Sentences of one recording, with a pause between two of them. */
export function readAloud(sentences: readonly string[], language: Language): string {
  const said = sentences
    .map((sentence) => sentence.replace(/[\s.:…]+$/, '').replace(/[^?]$/, '$&.'))
    .join(' ');
  return inWords[language](said)
    .replace(/["“”()]/g, '')
    .replace(/ [–-] /g, ', ')
    .replace(/\s+/g, ' ');
}
