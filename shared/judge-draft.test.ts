import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { judgeDraft } from './judge-draft.ts';
import { QuestionnaireSchema } from './questionnaire.ts';
import { type Draft, type DraftItem, draftFrom, newItem } from './questionnaire-draft.ts';

const file = new URL('../server/questionnaires/sp39-1.json', import.meta.url);
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(file, 'utf8')));

const source = { vi: 'Đơn vị soạn.', en: 'The office’s own.' };
/** As somebody begins, who has already said where the words come from. */
const draftBegun = (): Draft => ({ ...draftFrom(sp39), source });

const change = (number: number, part: Partial<DraftItem>, draft: Draft = draftBegun()): Draft => ({
  ...draft,
  items: draft.items.map((item) => (item.number === number ? { ...item, ...part } : item)),
});
const drop = (draft: Draft, ...numbers: number[]) =>
  numbers.reduce((sum, number) => change(number, { isAsked: false }, sum), draft);
const said = (draft: Draft) => judgeDraft(sp39, draft).map(({ at, why }) => `${at} ${why}`);

const CHANGED = { vi: 'Công chức ở {point} lịch sự với người dân.', en: 'Officials at {point} are polite.' };

test('a version that asks the same in the same words is none', () => {
  expect(said(draftFrom(sp39))).toEqual(['draft taken']);
  const translated = { vi: sp39.overall.headline.vi, en: 'This visit overall' };
  const overall = { ...draftBegun().overall, headline: translated };
  expect(said({ ...draftBegun(), overall })).toEqual([]);
});

test('an item in other words can be published once somebody has said what it has to do with the one before', () => {
  expect(said(change(31, { text: CHANGED }))).toEqual(['items.31.relation needed']);
  expect(said(change(31, { text: CHANGED, relation: 'same' }))).toEqual(['items.31.relation needed']);
  expect(said(change(31, { text: CHANGED, relation: 'reworded' }))).toEqual([]);
});

test('every text is there in both languages', () => {
  const draft = change(31, { text: { vi: CHANGED.vi, en: '' }, relation: 'near' });
  expect(said({ ...draft, title: { vi: '', en: 'A title' } })).toEqual([
    'title.vi needed',
    'items.31.text.en needed',
  ]);
});

test('a headline has at most ten syllables, eight words in English, no stop, no place, and is the only one of its kind', () => {
  const of = (headline: Draft['title']) => said(change(31, { headline, relation: 'near' }));
  expect(
    of({ vi: 'một hai ba bốn năm sáu bảy tám chín mười', en: 'one two three four five six seven eight' }),
  ).toEqual([]);
  expect(of({ vi: 'một hai ba bốn năm sáu bảy tám chín mười một', en: 'a b c d e f g h i' })).toEqual([
    'items.31.headline.vi too-long',
    'items.31.headline.en too-long',
  ]);
  expect(of({ vi: 'Thái độ ở {point}', en: 'Courtesy.' })).toEqual([
    'items.31.headline.vi wrong',
    'items.31.headline.en wrong',
  ]);
  const { vi } = sp39.overall.headline;
  expect(of({ vi, en: 'Courtesy' })).toEqual(['items.31.headline.vi taken']);
});

test('the words that follow the kind of unit stay in item 1, and no place is made up', () => {
  const { note } = draftBegun().items[0]!;
  const of = (text: Draft['title'], more: Partial<DraftItem> = {}) =>
    said(change(1, { note: text, relation: 'near', ...more }));
  expect(of({ vi: note.vi.replace('loa', 'cái loa'), en: note.en })).toEqual([]);
  expect(of({ vi: note.vi.replace('{place}', 'phường'), en: note.en })).toEqual(['items.1.note.vi wrong']);
  expect(of({ vi: note.vi.replace('{place}', '{ward}'), en: note.en })).toEqual(['items.1.note.vi unknown']);
  expect(of({ vi: 'Ghi chú.', en: 'A note.' }, { relation: 'other' })).toEqual([]);
  expect(of({ vi: '', en: '' })).toEqual([]);
});

test('a factor without an item says why, and each area keeps one', () => {
  const without = drop(draftBegun(), 24, 25, 26);
  expect(said(without)).toEqual(['factors.II.A.vi needed', 'factors.II.A.en needed']);
  const why = { vi: 'Đơn vị khảo sát cơ sở vật chất riêng.', en: 'The building is surveyed apart.' };
  expect(said({ ...without, leftOut: { 'II.A': why } })).toEqual([]);
  const nobody = drop(
    draftBegun(),
    ...draftBegun()
      .items.slice(0, 23)
      .map(({ number }) => number),
  );
  expect(said(nobody)).toContain('areas.I needed');
});

test('pairs are drawn from two factors for ever: no policy factor has more than half of the items', () => {
  // 1 + 1 + 9 + 10: ten of 21 are fine; without three more of I.C they are too many
  const draft = drop(draftBegun(), 1, 3);
  expect(said(draft)).toEqual([]);
  expect(said(drop(draft, 5))).toEqual([]);
  expect(said(drop(draft, 5, 6, 7))).toEqual(['express wrong']);
});

test('a new item is judged like the others and names a factor that there is', () => {
  const headline = { vi: 'Chỗ để xe', en: 'Parking' };
  const text = { vi: '{point} có chỗ để xe.', en: '{point} has room to park.' };
  const item = { ...newItem(40, 'II.A'), headline, text };
  const withItem = (one: DraftItem) => ({ ...draftBegun(), items: [...draftBegun().items, one] });
  expect(said(withItem(item))).toEqual([]);
  expect(said(withItem({ ...item, text: { ...text, en: 'There is room.' } }))).toEqual([
    'items.40.text.en wrong',
  ]);
  expect(said(withItem({ ...item, factor: 'II.F' }))).toContain('items.40.factor unknown');
});

test('where the words come from is said anew when they have changed', () => {
  const kept = change(31, { text: CHANGED, relation: 'near' }, draftFrom(sp39));
  expect(said(kept)).toEqual(['source.vi taken', 'source.en taken']);
});
