import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { itemsOf, QuestionnaireSchema } from './questionnaire.ts';
import {
  bareDraft,
  type Draft,
  documentOf,
  draftFrom,
  droppedIn,
  newItem,
  nextNumber,
  weightsIn,
} from './questionnaire-draft.ts';
import { shapeOf } from './tally.ts';

const file = new URL('../server/questionnaires/sp39-1.json', import.meta.url);
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(file, 'utf8')));
const name = { id: 'donvi', version: 1 };

const drop = (draft: Draft, ...numbers: number[]): Draft => ({
  ...draft,
  items: draft.items.map((item) => (numbers.includes(item.number) ? { ...item, isAsked: false } : item)),
});

test('an untouched draft is the version before under another name, with every item the same', () => {
  const { former, ...rest } = documentOf(sp39, draftFrom(sp39), name);
  expect(rest).toEqual({ ...sp39, ...name });
  expect(former).toMatchObject({ id: 'sp39', version: 1 });
  expect(former!.items).toHaveLength(39);
  expect(former!.items.every(({ number, from, relation }) => number === from && relation === 'same')).toBe(
    true,
  );
});

test('weights are 6, 8 and 23 for the 39 items, and the smallest whole numbers in proportion for any others', () => {
  expect(Object.fromEntries(weightsIn(sp39, draftFrom(sp39)))).toEqual({
    'I.A': 23,
    'I.B': 23,
    'I.C': 23,
    'I.D': 23,
    'II.A': 6,
    'II.B': 8,
    'II.C': 6,
    'II.D': 6,
    'II.E': 6,
  });
  // 3, 3, 3, 3, 3 and 22 of which two: 3 against 11
  const fewer = weightsIn(sp39, drop(draftFrom(sp39), 27, 5));
  expect([fewer.get('II.B'), fewer.get('II.A'), fewer.get('I.A')]).toEqual([3, 3, 11]);
});

test('weight times chance of being drawn is the same for every item, whatever is asked', () => {
  for (const dropped of [[], [24], [24, 25, 26], [27, 28, 31, 5, 6, 14, 15], [1, 3, 37, 38]]) {
    const questionnaire = documentOf(sp39, drop(draftFrom(sp39), ...dropped), name);
    const products = questionnaire.express.blocks.flatMap(({ factors, take }) => {
      const items = questionnaire.areas
        .flatMap((area) => area.factors)
        .filter(({ code }) => factors.includes(code))
        .flatMap((factor) => factor.items);
      return items.map(({ weight }) => (weight.express * take) / items.length);
    });
    expect(new Set(products).size, dropped.join()).toBe(1);
  }
});

test('what is asked no more leaves the document, its blocks and its shape; a factor without items says why', () => {
  const why = { vi: 'Khảo sát riêng.', en: 'Surveyed apart.' };
  const draft = { ...drop(draftFrom(sp39), 24, 25, 26, 39), leftOut: { 'II.A': why } };
  const document = v.parse(QuestionnaireSchema, documentOf(sp39, draft, name));
  expect(itemsOf(document).map(({ number }) => number)).not.toContain(24);
  expect(document.express.blocks.map(({ factors }) => factors.join('+'))).toEqual([
    'II.B',
    'II.C',
    'II.D',
    'II.E',
    'I.A+I.B+I.C+I.D',
  ]);
  expect(document.leftOut).toEqual([{ factor: 'II.A', name: sp39.areas[1]!.factors[0]!.name, why }]);
  expect(droppedIn(sp39, draft)).toEqual([24, 25, 26, 39]);
  expect([...shapeOf(document).groups.keys()]).not.toContain('II.A');
});

test('a new item gets a number that the line never had, stands last in its factor and continues nothing', () => {
  const draft = draftFrom(sp39);
  expect([nextNumber(draft, 39), nextNumber(draft, 44)]).toEqual([40, 45]);
  const words = {
    headline: { vi: 'Chỗ để xe', en: 'Parking' },
    text: { vi: 'Có chỗ để xe.', en: 'Has parking.' },
  };
  const document = documentOf(
    sp39,
    { ...draft, items: [...draft.items, { ...newItem(40, 'II.A'), ...words }] },
    name,
  );
  const factor = document.areas[1]!.factors[0]!;
  expect(factor.items.map(({ code, width }) => `${code} ${width}`)).toEqual([
    'II.A.24 5',
    'II.A.25 5',
    'II.A.26 5',
    'II.A.40 5',
  ]);
  expect(document.former!.items.map(({ number }) => number)).not.toContain(40);
});

test('a question with four levels keeps them in the next version', () => {
  const four = structuredClone(sp39);
  itemsOf(four)[0]!.width = 4;
  const document = documentOf(four, draftFrom(four), name);
  expect(
    itemsOf(document)
      .map(({ width }) => width)
      .slice(0, 2),
  ).toEqual([4, 5]);
  expect(shapeOf(document).items.get(1)?.width).toBe(4);
});

test('texts are kept composed and without spaces that nobody sees', () => {
  const draft = draftFrom(sp39);
  const title = { vi: '  Khảo  sát\u00a0năm 2027 '.normalize('NFD'), en: 'Survey' };
  expect(bareDraft({ ...draft, title }).title.vi).toBe('Khảo sát năm 2027');
});
