import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { seeded } from '../tests/fakes/seeded.ts';
import { itemsOf, QuestionnaireSchema } from './questionnaire.ts';
import { allItems, type Draw, drawExpress, type Rests } from './rotation.ts';

const file = readFileSync(new URL('../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(file));

/** The blocks of the express form, written out: not read from the product. */
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const SERVICE = [span(24, 26), span(27, 30), span(31, 33), span(34, 36), span(37, 39)];
const POLICY = [span(1, 2), span(3, 4), span(5, 13), span(14, 23)];
const BLOCKS = [...SERVICE, POLICY.flat()];
const policyFactor = (item: number) => POLICY.findIndex((factor) => factor.includes(item));

/** A device that keeps every visit it draws. */
function visits(count: number, seed: number, rests?: Rests): Draw[] {
  const random = seeded(seed);
  const list: Draw[] = [];
  for (let i = 0; i < count; i++) list.push(drawExpress(sp39, list.at(-1)?.rests ?? rests, random));
  return list;
}

function countsOf(list: readonly Draw[]): Map<number, number> {
  const counts = new Map(span(1, 39).map((item) => [item, 0]));
  for (const { items } of list) for (const item of items.slice(1)) counts.set(item, counts.get(item)! + 1);
  return counts;
}

/** Draws the policy pair from a given rest with many seeds. */
function pairsFrom(rest: readonly number[]): { pair: readonly number[]; rest: readonly number[] }[] {
  return span(1, 300).map((seed) => {
    const { items, rests } = drawExpress(sp39, [...SERVICE, rest], seeded(seed));
    return { pair: items.slice(6), rest: rests[5]! };
  });
}

test('a visit shows the overall question, one item of each service factor in order and two policy items', () => {
  for (const { items } of visits(200, 1)) {
    expect(items).toHaveLength(8);
    expect(items[0]).toBe(0);
    for (const [i, block] of SERVICE.entries()) expect(block).toContain(items[i + 1]);
    for (const item of items.slice(6)) expect(POLICY.flat()).toContain(item);
  }
});

test('R1: at any moment the items of a block have been drawn equally often, but for one', () => {
  for (const seed of [1, 2, 3]) {
    const counts = new Map(span(1, 39).map((item) => [item, 0]));
    for (const { items } of visits(500, seed)) {
      for (const item of items.slice(1)) counts.set(item, counts.get(item)! + 1);
      for (const block of BLOCKS) {
        const drawn = block.map((item) => counts.get(item)!);
        expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('R2: the two policy items of a visit come from two factors', () => {
  for (const { items } of visits(2760, 4)) {
    expect(policyFactor(items[6]!)).not.toBe(policyFactor(items[7]!));
  }
});

test('R4: over 2,760 visits every service pairing occurs, none more than 1.5 times its expectation', () => {
  const list = visits(2760, 5);
  for (const [i, one] of SERVICE.entries()) {
    for (const [j, other] of SERVICE.entries()) {
      if (j <= i) continue;
      const pairings = list.map(({ items }) => `${items[i + 1]}-${items[j + 1]}`);
      for (const a of one) {
        for (const b of other) {
          const times = pairings.filter((pairing) => pairing === `${a}-${b}`).length;
          expect(times, `${a} with ${b}`).toBeGreaterThan(0);
          expect(times, `${a} with ${b}`).toBeLessThanOrEqual((1.5 * 2760) / (one.length * other.length));
        }
      }
    }
  }
});

test('in 276 policy blocks all 170 pairs of items of two factors occur, and no other', () => {
  const perBlock = 23 / 2;
  const pairs = visits(276 * perBlock, 6).map(({ items }) =>
    items
      .slice(6)
      .sort((a, b) => a - b)
      .join('-'),
  );
  const possible = POLICY.flat().flatMap((a) =>
    POLICY.flat()
      .filter((b) => b > a && policyFactor(a) !== policyFactor(b))
      .map((b) => `${a}-${b}`),
  );
  expect(possible).toHaveLength(170);
  expect(new Set(pairs)).toEqual(new Set(possible));
});

test('R5: over d devices the drawings of an item differ from the expected number by less than d', () => {
  for (const devices of [1, 3, 20]) {
    const fleet = span(1, devices).map((seed) => visits(50 + ((seed * 37) % 100), seed));
    const drawn = countsOf(fleet.flat());
    const total = fleet.flat().length;
    for (const [index, block] of BLOCKS.entries()) {
      const expected = (total * (index === 5 ? 2 : 1)) / block.length;
      for (const item of block) expect(Math.abs(drawn.get(item)! - expected)).toBeLessThan(devices);
    }
  }
});

test('R6: a visit given back leaves counts and rests as they were', () => {
  const [random, other] = [seeded(7), seeded(8)];
  const kept: Draw[] = [];
  let rests: Rests | undefined;
  for (let i = 0; i < 300; i++) {
    const before = structuredClone(rests);
    const draw = drawExpress(sp39, rests, random);
    expect(rests).toEqual(before);
    if (other(1)[0]! < 100) continue; // ended before the overall question: what it returned is not stored
    kept.push(draw);
    rests = draw.rests;
    const counts = countsOf(kept);
    for (const block of BLOCKS) {
      const drawn = block.map((item) => counts.get(item)!);
      expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThanOrEqual(1);
    }
  }
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.length).toBeLessThan(300);
});

test('R6: two fresh devices draw different sequences', () => {
  const sequence = (seed: number) => visits(20, seed).map(({ items }) => items);
  expect(sequence(9)).not.toEqual(sequence(10));
});

test('what is stored is the rest of each block: items of that block, each once, sorted', () => {
  for (const { rests } of visits(500, 11)) {
    expect(rests).toHaveLength(6);
    for (const [i, rest] of rests.entries()) {
      expect(new Set(rest).size).toBe(rest.length);
      expect(rest.every((item) => BLOCKS[i]!.includes(item))).toBe(true);
      expect(rest).toEqual([...rest].sort((a, b) => a - b));
    }
  }
});

test('histories that drew the same items in another order leave the very same rests', () => {
  const histories = new Map<string, Set<string>>();
  for (const seed of span(1, 400)) {
    const [one, two] = visits(2, seed);
    const left = JSON.stringify(two!.rests[0]);
    const order = `${one!.items[1]} ${two!.items[1]}`;
    histories.set(left, (histories.get(left) ?? new Set()).add(order));
  }
  expect(histories).toEqual(
    new Map([
      ['[24]', new Set(['25 26', '26 25'])],
      ['[25]', new Set(['24 26', '26 24'])],
      ['[26]', new Set(['24 25', '25 24'])],
    ]),
  );
  const orders = pairsFrom([1, 3, 5, 14]).filter(({ rest }) => rest.join(' ') === '5 14');
  expect(new Set(orders.map(({ pair }) => pair.join(' ')))).toEqual(new Set(['1 3', '3 1']));
});

test('with one item left it is shown, with an item of another factor of the next block', () => {
  for (const { pair, rest } of pairsFrom([9])) {
    expect(pair[0]).toBe(9);
    expect(policyFactor(pair[1]!)).not.toBe(2);
    expect(rest).toEqual(POLICY.flat().filter((item) => item !== pair[1]));
  }
});

test('with two items left both are shown and nothing is left', () => {
  const orders = new Set<string>();
  for (const { pair, rest } of pairsFrom([9, 21])) {
    orders.add(pair.join(' '));
    expect(rest).toEqual([]);
  }
  expect(orders).toEqual(new Set(['9 21', '21 9']));
});

test('with three items left a factor that holds two of them gives one', () => {
  const left = new Set<string>();
  for (const { pair, rest } of pairsFrom([5, 6, 14])) {
    expect(pair).toContain(14);
    left.add(rest.join(' '));
  }
  expect(left).toEqual(new Set(['5', '6']));
  expect(new Set(pairsFrom([1, 5, 14]).map(({ rest }) => rest.join(' ')))).toEqual(new Set(['1', '5', '14']));
});

test('with four items left a factor that holds two of them gives one, and two such factors give one each', () => {
  const left = new Set(pairsFrom([1, 5, 6, 14]).map(({ rest }) => rest.join(' ')));
  expect(left).toEqual(new Set(['1 5', '1 6', '5 14', '6 14']));
  const twoAndTwo = new Set(pairsFrom([5, 6, 14, 15]).map(({ rest }) => rest.join(' ')));
  expect(twoAndTwo).toEqual(new Set(['5 14', '5 15', '6 14', '6 15']));
  expect(new Set(pairsFrom([1, 3, 5, 14]).map(({ rest }) => rest.join(' '))).size).toBe(6);
});

test.each([
  ['none at all', undefined],
  ['too few blocks', []],
  ['items of other blocks', [[1], [24], [99], [40], [0], [24, 25]]],
  [
    'an item twice',
    [
      [24, 24],
      [27, 27],
      [31, 31],
      [34, 34],
      [37, 37],
      [5, 5, 14, 14],
    ],
  ],
  ['policy items of which no two may stand together', [[], [], [], [], [], [14, 15, 16]]],
  ['more of one policy factor than the others can partner', [[], [], [], [], [], [1, 14, 15, 16]]],
])('rests that do not fit are ignored, as if the blocks were used up: %s', (_what, rests) => {
  const fresh = visits(30, 12);
  expect(visits(30, 12, rests)).toEqual(fresh);
});

test('rests that fit are used whatever their order, and stored sorted again', () => {
  const [draw] = visits(1, 13, [[26, 24], [28], [33], [36], [39], [21, 9, 1, 3]]);
  expect([24, 26]).toContain(draw!.items[1]);
  expect(draw!.items.slice(2, 6)).toEqual([28, 33, 36, 39]);
  expect(draw!.rests[5]).toEqual([...draw!.rests[5]!].sort((a, b) => a - b));
  expect([1, 3, 9, 21].filter((item) => !draw!.items.includes(item))).toEqual(draw!.rests[5]);
});

test('the full form asks the overall question and then every item in its order', () => {
  expect(allItems(sp39)).toEqual([0, ...itemsOf(sp39).map(({ number }) => number)]);
  expect(allItems(sp39)).toHaveLength(40);
});
