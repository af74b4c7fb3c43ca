import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { mayEnable, missing, type Pack, type PackAbout, PackSchema } from './language-pack.ts';
import { fits } from './pack-limits.ts';
import { builtInTexts, clipKeys, readOut, spokenTexts, textKeys } from './pack-keys.ts';
import { questionnaireOf, wordsOf } from './pack-words.ts';
import { QuestionnaireSchema } from './questionnaire.ts';
import { en } from './text/en.ts';
import { vi } from './text/vi.ts';
import { TREES } from './wire/device.ts';

const file = readFileSync(new URL('../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(file));
const about: PackAbout = {
  reviewer: 'Ka Thị Mẫu',
  date: '2026-11-20',
  province: 'Lâm Đồng',
  dialect: 'Srê',
  voice: 'human',
};
const texts = builtInTexts(sp39, 'vi');
const clips = Object.fromEntries(
  clipKeys(sp39).map((key) => [key, { sha256: 'a'.repeat(64), bytes: 20_000 }]),
);
const whole: Pack = {
  schema: 1,
  code: 'kho',
  name: 'K’Ho',
  nameVi: 'Tiếng K’Ho',
  questionnaire: { id: 'sp39', version: 1 },
  about,
  texts,
  clips,
};
const without = <T extends object>(all: T, key: string): T =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)) as T;

describe('keys', () => {
  test('each text has one key, and English has the same keys as Vietnamese', () => {
    const keys = textKeys(sp39);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(builtInTexts(sp39, 'en'))).toEqual(keys);
    expect(keys).toEqual(expect.arrayContaining(['thanksTitle', 'ages.4', 'item-39-full', 'place-xa']));
  });

  test('there is a recording for each headline, sentence, level and screen, and each says something', () => {
    const keys = clipKeys(sp39);
    expect(new Set(keys).size).toBe(keys.length);
    // 39 items and the overall question twice, five levels, no opinion, twelve screens.
    expect(keys).toHaveLength(2 * 40 + 6 + 13);
    for (const language of ['vi', 'en'] as const) {
      for (const key of keys) expect(readOut(sp39, language, key).join(''), key).not.toMatch(/^$|[{}]/);
    }
  });

  test('a recording says its texts in order, the sentence of an item with its note', () => {
    expect(spokenTexts(texts, 'item-1')).toEqual([texts['item-1']]);
    expect(spokenTexts(texts, 'item-1-full')).toEqual([texts['item-1-full'], texts['item-1-note']]);
    expect(spokenTexts(texts, 'ending-sex')).toEqual([vi.endingTitles.sex, ...vi.sexes, vi.endingWhy]);
  });

  test('one recording serves every place: it says the general word where a screen shows a name', () => {
    expect(readOut(sp39, 'vi', 'item-24-full')[0]).toMatch(/^Điểm phục vụ hành chính công này có biển hiệu/);
  });
});

test('texts by key become the dictionary and the questionnaire again', () => {
  expect(wordsOf(vi, builtInTexts(sp39, 'en'))).toEqual(en);
  expect(wordsOf(vi, {})).toEqual(vi);
  const english = questionnaireOf(sp39, builtInTexts(sp39, 'en'));
  expect(v.is(QuestionnaireSchema, english)).toBe(true);
  expect(builtInTexts(english, 'vi')).toMatchObject({
    'item-7-full': sp39.areas[0]!.factors[2]!.items[2]!.text.en,
  });
  expect(english.areas[0]!.factors[0]!.items[0]!.note?.vi).toBe(
    sp39.areas[0]!.factors[0]!.items[0]!.note?.en,
  );
});

describe('a pack', () => {
  test('is read back as it was written; wrong keys, codes and sizes are refused', () => {
    expect(v.parse(PackSchema, JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    const refused = [
      { code: '../x' },
      { texts: { '__proto__x/': 'a' } },
      { clips: { sample: { sha256: 'x', bytes: 1 } } },
      { clips: { sample: { sha256: 'a'.repeat(64), bytes: 1_000_001 } } },
      { about: { ...about, date: '2026-02-30' } },
    ];
    for (const change of refused) expect(v.is(PackSchema, { ...whole, ...change })).toBe(false);
  });

  test('that is whole may speak everywhere', () => {
    expect(missing(whole, sp39)).toEqual({ texts: [], clips: [], about: [] });
    expect(TREES.map((tree) => mayEnable(whole, tree, sp39))).toEqual([true, true, true]);
  });

  test.each([
    ['a recording', { clips: without(clips, 'level-3') }],
    ['its reviewer', { about: { ...about, reviewer: null } }],
    ['its date', { about: { ...about, date: null } }],
    ['its province', { about: { ...about, province: null } }],
    ['its dialect', { about: { ...about, dialect: null } }],
    ['a human voice', { about: { ...about, voice: 'placeholder' } }],
  ] satisfies [string, Partial<Pack>][])('without %s is a trial: in no real unit', (_what, change) => {
    const pack = { ...whole, ...change };
    expect(TREES.map((tree) => mayEnable(pack, tree, sp39))).toEqual([false, true, true]);
  });

  test('without a text is shown nowhere, and the missing text is named', () => {
    const pack = { ...whole, texts: without(texts, 'item-12') };
    expect(missing(pack, sp39).texts).toEqual(['item-12']);
    expect(TREES.some((tree) => mayEnable(pack, tree, sp39))).toBe(false);
  });

  test('for a built-in language needs no text, and brings at least one recording', () => {
    const english: Pack = { ...whole, code: 'en', texts: {} };
    expect(missing(english, sp39).texts).toEqual([]);
    expect(mayEnable(english, 'real', sp39)).toBe(true);
    expect(mayEnable({ ...english, clips: {} }, 'demo', sp39)).toBe(false);
  });

  test('for another version of the questionnaire is not offered', () => {
    const later = { ...sp39, version: 2 };
    expect(fits(whole, later)).toBe(false);
    expect(TREES.some((tree) => mayEnable(whole, tree, later))).toBe(false);
  });
});
