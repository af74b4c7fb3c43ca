import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clipKeys } from '../../shared/pack-keys.ts';
import { itemsOf, type Questionnaire } from '../../shared/questionnaire.ts';
import { ENDINGS, screenName, type Visit } from '../visit/visit-states.ts';
import { PRACTICE, spokenOf } from './spoken-screen.ts';

const questionnaire = JSON.parse(
  readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;
const items = [0, ...itemsOf(questionnaire).map(({ number }) => number)];

const on = (state: object) => state as Visit;
const SCREENS = [
  on({ kind: 'attract', notice: false }),
  on({ kind: 'attract', notice: true }),
  on({ kind: 'counter' }),
  on({ kind: 'field' }),
  ...items.map((_, at) => on({ kind: 'question', items, at })),
  ...ENDINGS.map((_, at) => on({ kind: 'ending', at })),
  ...['review', 'warning', 'fault', 'thanks'].map((kind) => on({ kind })),
];

it('asks every screen that a person must act on for recordings that a pack has, and for all of them', () => {
  const spoken = [PRACTICE, ...SCREENS.map((state) => spokenOf(state)!)];
  const asked = new Set(spoken.flatMap(({ opening, asked, again }) => [...opening, ...asked, ...again]));
  const known = clipKeys(questionnaire);
  expect([...asked].filter((key) => !known.includes(key))).toEqual([]);
  expect(known.filter((key) => !asked.has(key))).toEqual([]);
});

it('reads the answers out by itself with the first question only', () => {
  const [first, second] = [0, 1].map((at) => spokenOf(on({ kind: 'question', items: [0, 24], at }))!);
  expect(first!.opening).toHaveLength(7);
  expect(second).toMatchObject({ opening: ['item-24'] });
  expect(second!.again[0]).toBe('item-24-full');
});

it('names each screen differently, and has nothing to say while a visit is kept', () => {
  expect(new Set(SCREENS.map(screenName)).size).toBe(SCREENS.length);
  expect(spokenOf(on({ kind: 'committing' }))).toBeUndefined();
});
