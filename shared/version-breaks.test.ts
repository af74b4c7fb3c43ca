import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type KnownForm, knownForms, numbersIn } from '../server/imported/known-forms.ts';
import { itemsOf, type Questionnaire, QuestionnaireSchema, type Relation } from './questionnaire.ts';
import { breakBetween, breaksBetween } from './version-breaks.ts';

const file = new URL('../server/questionnaires/sp39-1.json', import.meta.url);
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(file, 'utf8')));

type Change = Relation | 'dropped' | 'new';

/** A version made from another one: items that are dropped, new, or related otherwise than word by word. */
function madeFrom(
  base: Questionnaire,
  name: { readonly id: string; readonly version: number },
  changes: Readonly<Record<number, Change>> = {},
): Questionnaire {
  const areas = base.areas.map((area) => ({
    ...area,
    factors: area.factors.map((factor) => ({
      ...factor,
      items: factor.items.filter(({ number }) => changes[number] !== 'dropped'),
    })),
  }));
  const items = itemsOf({ ...base, areas }).flatMap(({ number }) => {
    const relation = changes[number] ?? 'same';
    return relation === 'new' || relation === 'dropped' ? [] : [{ number, from: number, relation }];
  });
  return { ...base, ...name, areas, former: { id: base.id, version: base.version, items } };
}
const own = (version: number) => ({ id: 'donvi', version });
const states = (from: Questionnaire, to: Questionnaire, known = [from, to]) => {
  const { groups } = breakBetween(from, to, known);
  return Object.fromEntries(['I', 'II', 'II.B', 'II.C', 'all'].map((code) => [code, groups.get(code)]));
};

test('items that are the same word by word leave every group the same', () => {
  const groups = breakBetween(sp39, madeFrom(sp39, own(1)), [sp39]).groups;
  expect([...new Set(groups.values())]).toEqual(['same']);
  expect(groups.size).toBe(12);
});

test('other words for an item are said of its factor, its area and all, and of no other group', () => {
  const to = madeFrom(sp39, own(1), { 31: 'reworded' });
  expect(states(sp39, to)).toEqual({
    I: 'same',
    II: 'reworded',
    'II.B': 'same',
    'II.C': 'reworded',
    all: 'reworded',
  });
});

test.each(['dropped', 'new', 'other'] as const)(
  'an item that is %s makes its groups another matter',
  (how) => {
    const to = madeFrom(sp39, own(1), { 28: how });
    expect(states(sp39, to)).toEqual({
      I: 'same',
      II: 'changed',
      'II.B': 'changed',
      'II.C': 'same',
      all: 'changed',
    });
  },
);

test('what was dropped and is asked again is the same only where no version between has lost it', () => {
  const without = madeFrom(sp39, own(1), { 28: 'dropped' });
  const again = { ...madeFrom(sp39, own(2)), former: undefined };
  const items = itemsOf(without).map(({ number }) => ({ number, from: number, relation: 'same' as const }));
  const second = { ...again, former: { id: 'donvi', version: 1, items } };
  expect(states(sp39, second, [sp39, without, second])['II.B']).toBe('changed');
  expect(breaksBetween([sp39, without, second]).map(({ groups }) => groups.get('II.B'))).toEqual([
    'changed',
    'changed',
  ]);
});

test('two versions that were both made from a third are compared through it, in either order', () => {
  const one = madeFrom(sp39, own(1), { 31: 'near' });
  const two = madeFrom(sp39, { id: 'sp39', version: 2 }, { 32: 'reworded' });
  const known = [sp39, one, two];
  expect(states(one, two, known)['II.C']).toBe('reworded');
  expect(states(two, one, known)['II.C']).toBe('reworded');
  expect(states(one, sp39, known)).toMatchObject({ 'II.C': 'reworded', I: 'same' });
});

test('words that change twice are as far apart as the farther step', () => {
  const one = madeFrom(sp39, own(1), { 31: 'other' });
  const two = madeFrom(one, own(2), { 31: 'near' });
  expect(states(one, two)['II.C']).toBe('reworded');
  expect(states(sp39, two, [sp39, one, two])['II.C']).toBe('changed');
});

test('versions that have nothing to do with each other, and items of another width, are another matter', () => {
  const { former: _, ...alone } = madeFrom(sp39, own(1));
  expect(states(sp39, alone)['II.C']).toBe('changed');
  const wide = madeFrom(sp39, own(1));
  const four = structuredClone(wide);
  for (const item of itemsOf(four)) if (item.number === 31) item.width = 4;
  expect(states(sp39, four)).toMatchObject({ 'II.C': 'changed', 'II.B': 'same' });
});

test('of the 33 items of 2022 28 go on, 5 are dropped, 11 current ones are new, and five factors ask the same', () => {
  const [of2022, current] = knownForms([sp39]);
  const numbersOf = (form: KnownForm | undefined) => numbersIn(form!);
  const links = current!.former!.items;
  const goneOn = new Set(links.map(({ from }) => from));
  const continued = new Set(links.map(({ number }) => number));
  expect([goneOn.size, links.length, numbersOf(of2022).length]).toEqual([28, 28, 33]);
  expect(numbersOf(of2022).filter((number) => !goneOn.has(number))).toEqual([14, 15, 17, 24, 27]);
  expect(numbersOf(current).filter((number) => !continued.has(number))).toEqual([
    13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25,
  ]);
  const { groups } = breakBetween(of2022!, current!, [of2022!, current!]);
  expect(Object.fromEntries(groups)).toEqual({
    'I.A': 'reworded',
    'I.B': 'reworded',
    'I.C': 'changed',
    'I.D': 'changed',
    'II.A': 'changed',
    'II.B': 'reworded',
    'II.C': 'changed',
    'II.D': 'same',
    'II.E': 'reworded',
    I: 'changed',
    II: 'changed',
    all: 'changed',
  });
});
