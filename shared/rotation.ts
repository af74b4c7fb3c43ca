import { invariant } from './assert.ts';
import { type RandomBytes, randomBelow } from './ids.ts';
import { type Block, OVERALL, type Questionnaire } from './questionnaire.ts';

/**
 * Balanced rotation without a seed (split-questionnaire design). Of each block only the *rest* is kept: the
 * items not drawn since the block was last full, sorted. From a rest no past set follows; a seed or a
 * position would let whoever knows it replay the order of visits.
 *
 * Drawing is a pure step from rests to rests, so a visit is given back by not storing what it returned.
 */

/** The rest of each block of the questionnaire, in the order of its blocks. */
export type Rests = readonly (readonly number[])[];

export interface Draw {
  /** Item numbers in the order in which they are shown; the overall question first. */
  readonly items: readonly number[];
  /** What is left when this visit is kept. */
  readonly rests: Rests;
}

/** Of a block: how many items it draws, and how many items each of its factors has. */
export interface BlockSizes {
  readonly take: Block['take'];
  readonly sizes: readonly number[];
}

const sumOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);

/** Whether a block can be drawn for ever: with pairs no factor may hold more than half, or it would end alone. */
export function isDrawable({ take, sizes }: BlockSizes): boolean {
  if (take === 1) return sumOf(sizes) > 0;
  const asked = sizes.filter((size) => size > 0);
  return asked.length > 1 && Math.max(...asked) <= Math.floor(sumOf(asked) / 2);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/**
 * The weight of the items of each block: the smallest whole numbers that are proportional to 1 / (chance of being drawn),
 * which is items ÷ take (docs/method.md). Blocks of 3, 4, 3, 3, 3 and 23 items, two of these: 6, 8, 6, 6, 6 and 23.
 */
export function drawWeights(blocks: readonly BlockSizes[]): number[] {
  // twice the chance's inverse is whole, since a block draws one item or two
  const doubled = blocks.map(({ take, sizes }) => (2 * sumOf(sizes)) / take);
  const most = doubled.reduce(commonDivisor, 0);
  return doubled.map((value) => (most === 0 ? 0 : value / most));
}

type FactorOf = ReadonlyMap<number, string>;

function factorOfItems(questionnaire: Questionnaire, block: Block): FactorOf {
  const factorOf = new Map<number, string>();
  for (const area of questionnaire.areas) {
    for (const factor of area.factors) {
      if (block.factors.includes(factor.code))
        for (const item of factor.items) factorOf.set(item.number, factor.code);
    }
  }
  return factorOf;
}

const ascending = (a: number, b: number) => a - b;
const without = (list: readonly number[], item: number) => list.filter((other) => other !== item);
const pick = (list: readonly number[], random: RandomBytes) => list[randomBelow(list.length, random)]!;

/** One item; a block that is used up is filled again. */
function takeOne(
  rest: readonly number[],
  full: readonly number[],
  random: RandomBytes,
): [number, readonly number[]] {
  const from = rest.length > 0 ? rest : full;
  const item = pick(from, random);
  return [item, without(from, item)];
}

/**
 * Two items of two different factors, drawn constructively, never by rejection. With r items left, a factor
 * that still holds more than ⌈(r - 2)/2⌉ gives one now, else the end of the block could hold one factor only.
 * The last single item of a block pairs with the next block.
 */
function takePair(
  rest: readonly number[],
  full: readonly number[],
  factorOf: FactorOf,
  random: RandomBytes,
): [readonly [number, number], readonly number[]] {
  const otherFactor = (list: readonly number[], item: number) =>
    list.filter((n) => factorOf.get(n) !== factorOf.get(item));
  if (rest.length === 1) {
    const last = rest[0]!;
    const second = pick(otherFactor(full, last), random);
    return [[last, second], without(full, second)];
  }
  const left = rest.length === 0 ? full : rest;
  const most = Math.ceil((left.length - 2) / 2);
  const held = new Map<string, number>();
  for (const item of left) held.set(factorOf.get(item)!, (held.get(factorOf.get(item)!) ?? 0) + 1);
  const mustGive = (list: readonly number[]) => {
    const urgent = list.filter((item) => held.get(factorOf.get(item)!)! > most);
    return urgent.length > 0 ? urgent : list;
  };
  const first = pick(mustGive(left), random);
  const others = otherFactor(left, first);
  invariant(others.length > 0, 'a block never ends on one factor');
  const second = pick(mustGive(others), random);
  const pair = randomBelow(2, random) === 0 ? ([first, second] as const) : ([second, first] as const);
  return [pair, without(without(left, first), second)];
}

/** Whether a stored rest can be one of this block: its items, each once, and in pairs no factor without partners. */
function fits(rest: readonly number[], block: Block, factorOf: FactorOf): boolean {
  if (new Set(rest).size !== rest.length || !rest.every((item) => factorOf.has(item))) return false;
  const heldBy = (code: string) => rest.filter((item) => factorOf.get(item) === code).length;
  return block.take === 1 || block.factors.every((code) => heldBy(code) <= Math.ceil(rest.length / 2));
}

/** Draws the items of one express visit. `rests` that do not fit the questionnaire count as used up. */
export function drawExpress(
  questionnaire: Questionnaire,
  rests: Rests | undefined,
  random: RandomBytes,
): Draw {
  const items: number[] = [OVERALL];
  const nextRests = questionnaire.express.blocks.map((block, index) => {
    const factorOf = factorOfItems(questionnaire, block);
    const full = [...factorOf.keys()].sort(ascending);
    const stored = rests?.[index] ?? [];
    const rest = fits(stored, block, factorOf) ? [...stored].sort(ascending) : [];
    if (block.take === 1) {
      const [item, next] = takeOne(rest, full, random);
      items.push(item);
      return next;
    }
    const [pair, next] = takePair(rest, full, factorOf, random);
    items.push(...pair);
    return next;
  });
  return { items, rests: nextRests };
}

interface Drawn {
  readonly block: number;
  readonly factor: string;
}

/** By item, made once for each questionnaire: a server judges thousands of sets a second. */
const drawnFrom = new WeakMap<Questionnaire, ReadonlyMap<number, Drawn>>();

function drawnOf(questionnaire: Questionnaire): ReadonlyMap<number, Drawn> {
  const known = drawnFrom.get(questionnaire);
  if (known) return known;
  const drawn = new Map<number, Drawn>();
  for (const [index, block] of questionnaire.express.blocks.entries()) {
    for (const [item, factor] of factorOfItems(questionnaire, block)) {
      if (!drawn.has(item)) drawn.set(item, { block: index, factor });
    }
  }
  drawnFrom.set(questionnaire, drawn);
  return drawn;
}

/** Whether a set of items can have been drawn for an express visit: the overall question, and from each block its take. */
export function isExpressSet(questionnaire: Questionnaire, items: readonly number[]): boolean {
  const { blocks } = questionnaire.express;
  const drawn = drawnOf(questionnaire);
  const left = blocks.map(({ take }): number => take);
  const factors: string[] = [];
  let isBegun = false;
  for (const item of items) {
    if (item === OVERALL) {
      if (isBegun) return false;
      isBegun = true;
      continue;
    }
    const of = drawn.get(item);
    if (!of || factors.includes(of.factor) || left[of.block]!-- === 0) return false;
    factors.push(of.factor);
  }
  return isBegun && left.every((open) => open === 0);
}

/** The full form: the overall question, then every item in its order. */
export function allItems(questionnaire: Questionnaire): readonly number[] {
  return [
    OVERALL,
    ...questionnaire.areas.flatMap((area) =>
      area.factors.flatMap((factor) => factor.items.map((item) => item.number)),
    ),
  ];
}

/** Whether a set of items is the full form's: all of them, in any order. */
export function isFullSet(questionnaire: Questionnaire, items: readonly number[]): boolean {
  const all = allItems(questionnaire);
  const given = new Set(items);
  return given.size === all.length && all.every((item) => given.has(item));
}
