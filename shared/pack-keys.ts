import { itemsOf, type Language, type Questionnaire } from './questionnaire.ts';
import { en } from './text/en.ts';
import { laterEn } from './text/later-en.ts';
import { laterVi } from './text/later-vi.ts';
import { noticeWords } from './text/notice-words.ts';
import { vi } from './text/vi.ts';

/**
 * What a language pack is made of: the key of each text and of each recording. Both follow from the Vietnamese texts
 * of the interface and from the questionnaire, so a new text is a new key, and no list has to be kept.
 */
export type Texts = Readonly<Record<string, string>>;

const BUILT_IN: Readonly<Record<Language, readonly object[]>> = {
  vi: [vi, noticeWords.vi, laterVi],
  en: [en, noticeWords.en, laterEn],
};

/** Every text inside a dictionary by its path: `thanksTitle`, `endingTitles.sex`, `ages.0`. */
function flat(words: object, at = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, string | object]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${name}`, value]] : flat(value, `${at}${name}.`),
  );
}

/** The texts of a questionnaire, in the order in which a person meets them. */
function asked(questionnaire: Questionnaire, language: Language): [string, string][] {
  const { overall, stem, policyNote, levels, noOpinion, places } = questionnaire;
  return [
    ['overall', overall.headline[language]],
    ['overall-full', overall.text[language]],
    ['stem', stem[language]],
    ['policy-note', policyNote[language]],
    ...levels.map((level, i): [string, string] => [`level-${i + 1}`, level[language]]),
    ['no-opinion', noOpinion[language]],
    ...itemsOf(questionnaire).flatMap(({ number, headline, text, note }): [string, string][] => [
      [`item-${number}`, headline[language]],
      [`item-${number}-full`, text[language]],
      ...(note ? [[`item-${number}-note`, note[language]] as [string, string]] : []),
    ]),
    ...Object.entries(places).flatMap(([kind, words]): [string, string][] => [
      [`place-${kind}`, words.place[language]],
      [`neighbourhood-${kind}`, words.neighbourhood[language]],
    ]),
  ];
}

/** Every text by its key as the product brings it along; the Vietnamese ones are what a pack translates. */
export function builtInTexts(questionnaire: Questionnaire, language: Language): Texts {
  return Object.fromEntries([
    ...BUILT_IN[language].flatMap((words) => flat(words)),
    ...asked(questionnaire, language),
  ]);
}

export function textKeys(questionnaire: Questionnaire): string[] {
  return Object.keys(builtInTexts(questionnaire, 'vi'));
}

/** What is recorded for a screen: its texts, one after another. A key that ends with a dot stands for all below it. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  sample: ['sample'],
  notice: ['noticeTitle', 'noticeParts.'],
  practice: ['practiceTitle', 'practiceOptions.', 'practiceWhy'],
  counter: ['counterTitle'],
  field: ['fieldTitle'],
  'ending-sex': ['endingTitles.sex', 'sexes.', 'endingWhy'],
  'ending-age': ['endingTitles.age', 'ages.', 'endingWhy'],
  'ending-kind': ['endingTitles.kind', 'kinds.', 'endingWhy'],
  remark: ['endingTitles.remark', 'remarkWarning'],
  review: ['reviewTitle', 'reviewTimed'],
  warning: ['warningTitle', 'warningText'],
  thanks: ['thanksTitle', 'thanksText'],
  fault: ['faultTitle', 'faultText'],
};

/** `item-N` is the headline, `item-N-full` the official sentence with its note. */
export function clipKeys(questionnaire: Questionnaire): string[] {
  const levels = questionnaire.levels.map((_, i) => `level-${i + 1}`);
  const items = itemsOf(questionnaire).flatMap(({ number }) => [`item-${number}`, `item-${number}-full`]);
  return [...Object.keys(SCREENS), 'overall', 'overall-full', ...levels, 'no-opinion', ...items];
}

/** What one recording says, sentence by sentence; `{point}` and the like still stand in it. */
export function spokenTexts(texts: Texts, clip: string): string[] {
  const keys = SCREENS[clip] ?? (clip.endsWith('-full') ? [clip, clip.replace(/full$/, 'note')] : [clip]);
  const all = Object.keys(texts);
  const chosen = keys.flatMap((key) =>
    key.endsWith('.') ? all.filter((name) => name.startsWith(key)) : [key],
  );
  return chosen.flatMap((key) => texts[key] ?? []);
}

/** One recording serves every place, so it says the general word where a screen shows the name. */
const GENERAL: Readonly<Record<Language, Texts>> = {
  vi: {
    point: 'điểm phục vụ hành chính công này',
    place: 'xã, phường',
    neighbourhood: 'thôn, tổ dân phố',
    unit: 'cơ quan này',
  },
  en: {
    point: 'this service point',
    place: 'commune or ward',
    neighbourhood: 'village or neighbourhood',
    unit: 'this office',
  },
};

/** The sentences of a recording as they are read out in a built-in language. */
export function readOut(questionnaire: Questionnaire, language: Language, clip: string): string[] {
  return spokenTexts(builtInTexts(questionnaire, language), clip).map((text) => {
    const said = text.replace(/\{(\w+)\}/g, (_, name: string) => GENERAL[language][name] ?? '');
    return said.charAt(0).toUpperCase() + said.slice(1);
  });
}
