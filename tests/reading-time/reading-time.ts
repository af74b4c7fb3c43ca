import { ADVANCE_MS } from '../../kiosk/visit/waits.ts';
import {
  fillText,
  type Language,
  OVERALL,
  type PlaceNames,
  type Questionnaire,
  questionOf,
  type Text,
} from '../../shared/questionnaire.ts';

/**
 * How long a visit takes a reader, estimated for every set of questions that rotation can draw, from the start touch to
 * the eighth answer. The median that people really need is measured at the pilot.
 */

/** A steady adult reader, and a finger that finds its tile. Assumed, not measured: docs/reading-time.md. */
export const SYLLABLES_A_MINUTE = 200;
export const TAP_MS = 1_000;

/** An e that is not heard at the end of an English word: "time", "asked", "rules", but "people", "posted", "services". */
const SILENT = /(?<![^aeiouy]l)(?:(?<![aeiouy])e|(?<![dt])ed|(?<![scxzg]|[cs]h)es)$/;

/** A word of English: its groups of vowels, at least one. */
function englishSyllables(word: string): number {
  const heard = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(SILENT, '');
  return heard.match(/[aeiouy]+/g)?.length ?? 1;
}

/**
 * Vietnamese is written syllable by syllable. Digits are said one by one and so are the letters of an abbreviation, in
 * both languages; signs are not read.
 */
export function syllablesOf(text: string, language: Language): number {
  const words = text.match(/[\p{L}\p{M}’']+|\d/gu) ?? [];
  const ofWord = (word: string) => {
    if (/^\p{Lu}[B-DF-HJ-NP-TV-XZĐ]{2,}$/u.test(word)) return word.length;
    return language === 'vi' ? 1 : englishSyllables(word);
  };
  return words.reduce((sum, word) => sum + ofWord(word), 0);
}

/** Ten syllables, the longest name that a unit is likely to have. */
export const NAMES: PlaceNames = {
  point: { vi: 'Trung tâm Phục vụ hành chính công xã Sơn Khê', en: 'Sơn Khê commune service centre' },
  kind: 'xa',
};

/** What is read: the eight headlines; with them, once, the words of the answers; or everything that stands on the screens. */
export const READERS = ['headlines', 'headlines and answers', 'everything'] as const;
export type Reader = (typeof READERS)[number];

/** Syllables of each question by its number, and of what is said once in a visit. */
function syllablesRead(questionnaire: Questionnaire, language: Language, reader: Reader) {
  const count = (text: Text) => syllablesOf(fillText(questionnaire, text, NAMES, language), language);
  const { stem, policyNote, levels, noOpinion } = questionnaire;
  const answers = [...levels, noOpinion].reduce((sum, text) => sum + count(text), 0);
  return {
    once: [
      reader !== 'headlines' && answers,
      reader === 'everything' && count(stem) + count(policyNote),
    ].reduce<number>((sum, read) => sum + (read || 0), 0),
    of: (number: number) => {
      const { headline, text } = questionOf(questionnaire, number)!;
      return count(headline) + (reader === 'everything' ? count(text) : 0);
    },
  };
}

/** Every set of items that a visit can draw, the overall question first: one of each block, two of the last from two factors. */
export function everySet(questionnaire: Questionnaire): number[][] {
  const itemsOf = (factors: readonly string[]) =>
    questionnaire.areas
      .flatMap((area) => area.factors)
      .filter(({ code }) => factors.includes(code))
      .flatMap(({ code, items }) => items.map(({ number }) => ({ number, code })));
  let sets: number[][] = [[OVERALL]];
  for (const { factors, take } of questionnaire.express.blocks) {
    const items = itemsOf(factors);
    const drawn =
      take === 1
        ? items.map(({ number }) => [number])
        : items.flatMap((one, i) =>
            items
              .slice(i + 1)
              .filter(({ code }) => code !== one.code)
              .map((other) => [one.number, other.number]),
          );
    sets = sets.flatMap((set) => drawn.map((more) => [...set, ...more]));
  }
  return sets;
}

export interface Timed {
  readonly items: readonly number[];
  readonly syllables: number;
  readonly ms: number;
}

/** Each set with its time, the shortest first. Of the page's own time it holds the eight waits after a choice. */
export function timeEverySet(questionnaire: Questionnaire, language: Language, reader: Reader): Timed[] {
  const { once, of } = syllablesRead(questionnaire, language, reader);
  const known = new Map<number, number>();
  const ofItem = (number: number) => {
    if (!known.has(number)) known.set(number, of(number));
    return known.get(number)!;
  };
  return everySet(questionnaire)
    .map((items) => {
      const syllables = items.reduce((sum, number) => sum + ofItem(number), once);
      const ms = (syllables / SYLLABLES_A_MINUTE) * 60_000 + items.length * (TAP_MS + ADVANCE_MS);
      return { items, syllables, ms };
    })
    .sort((a, b) => a.ms - b.ms);
}
