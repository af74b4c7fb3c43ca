import { invariant } from './assert.ts';
import { type FormKind, OVERALL, type Questionnaire } from './questionnaire.ts';
import { type FactorCounts, type GroupCounts, isSatisfied, type ItemCounts } from './counts.ts';
import { BLANK, isPartial, isValid, NO_OPINION, NOT_REACHED, type Submission } from './submission.ts';

/**
 * A tally: one vector of whole numbers that says everything figures need about a set of submissions of one
 * form and questionnaire version. Vectors of disjoint sets add up exactly.
 *
 *   submissions, valid, partial
 *   per item (the overall question first): asked, levels 1..5, no opinion, not reached, blank
 *   per group (factors, areas, all): n, MM, YY, YM, XX, XM  (docs/method.md)
 *
 * The items count valid submissions only; the overall question counts every kept one. Promised always:
 * levels + no opinion + not reached + blank + not asked = items × submissions.
 */
export type Vector = Float64Array;

const HEAD = 3;
const ITEM_SLOTS = 9;
const GROUP_SLOTS = 6;
const [SUBMISSIONS, VALID, PARTIAL] = [0, 1, 2];
const [ASKED, NO_OPINION_SLOT, NOT_REACHED_SLOT, BLANK_SLOT] = [0, 6, 7, 8];

interface ShapeItem {
  readonly number: number;
  readonly width: number;
  readonly weight: Readonly<Record<FormKind, number>>;
  readonly at: number;
  /** Where the groups that it belongs to stand. */
  readonly groupsAt: readonly number[];
}

interface ShapeGroup {
  readonly code: string;
  readonly numbers: ReadonlySet<number>;
  readonly factors: readonly {
    readonly code: string;
    readonly area: string;
    readonly numbers: readonly number[];
  }[];
  readonly at: number;
}

/** Where everything of a questionnaire version stands in its vectors. */
export interface Shape {
  readonly length: number;
  /** Behind the items. */
  readonly groupsFrom: number;
  readonly items: ReadonlyMap<number, ShapeItem>;
  readonly groups: ReadonlyMap<string, ShapeGroup>;
}

/** The group of all items of all areas. */
export const ALL = 'all';

const shapes = new WeakMap<Questionnaire, Shape>();

/** The shape that a questionnaire version gives to its vectors (435 numbers for 39 items, 9 factors, 2 areas); the same for the same. */
export function shapeOf(questionnaire: Questionnaire): Shape {
  let shape = shapes.get(questionnaire);
  if (!shape) shapes.set(questionnaire, (shape = layOut(questionnaire)));
  return shape;
}

function layOut(questionnaire: Questionnaire): Shape {
  const items = new Map<number, ShapeItem & { readonly groupsAt: number[] }>();
  const addItem = (item: Omit<ShapeItem, 'at' | 'groupsAt'>) =>
    items.set(item.number, { ...item, at: HEAD + items.size * ITEM_SLOTS, groupsAt: [] });
  addItem({ number: OVERALL, width: questionnaire.overall.width, weight: { express: 1, full: 1 } });
  const factors = questionnaire.areas.flatMap((area) =>
    area.factors.map((factor) => {
      for (const { number, width, weight } of factor.items) addItem({ number, width, weight });
      return { code: factor.code, area: area.code, numbers: factor.items.map((item) => item.number) };
    }),
  );
  const groups = new Map<string, ShapeGroup>();
  const addGroup = (code: string, members: typeof factors) =>
    groups.set(code, {
      code,
      factors: members,
      numbers: new Set(members.flatMap((factor) => factor.numbers)),
      at: HEAD + items.size * ITEM_SLOTS + groups.size * GROUP_SLOTS,
    });
  for (const factor of factors) addGroup(factor.code, [factor]);
  for (const area of questionnaire.areas)
    addGroup(
      area.code,
      factors.filter((factor) => factor.area === area.code),
    );
  addGroup(ALL, factors);
  for (const { numbers, at } of groups.values()) {
    for (const number of numbers) items.get(number)!.groupsAt.push(at);
  }
  const groupsFrom = HEAD + items.size * ITEM_SLOTS;
  return { length: groupsFrom + groups.size * GROUP_SLOTS, groupsFrom, items, groups };
}

export function emptyVector(shape: Shape): Vector {
  return new Float64Array(shape.length);
}

/** Adds `more` to `sum` in place; `times` -1 takes away. */
export function addVector(sum: Vector, more: Vector, times: 1 | -1 = 1): void {
  invariant(sum.length === more.length, 'vectors of one shape');
  for (let i = 0; i < sum.length; i++) sum[i]! += times * more[i]!;
}

/** Adds one submission to a vector in place. The submission must fit the questionnaire of the shape. */
export function addSubmission(sum: Vector, shape: Shape, submission: Submission): void {
  const valid = isValid(submission);
  sum[SUBMISSIONS]!++;
  if (valid) sum[VALID]!++;
  if (isPartial(submission)) sum[PARTIAL]!++;
  const { it, a, fm } = submission;
  const own = ownSums(shape);
  for (let index = 0; index < it.length; index++) {
    const number = it[index]!;
    if (number !== OVERALL && !valid) continue;
    const item = shape.items.get(number);
    invariant(item, 'an item of the questionnaire');
    const answer = a[index]!;
    sum[item.at + ASKED]!++;
    if (answer === NOT_REACHED) sum[item.at + NOT_REACHED_SLOT]!++;
    else if (answer === BLANK) sum[item.at + BLANK_SLOT]!++;
    else if (answer === NO_OPINION) sum[item.at + NO_OPINION_SLOT]!++;
    else {
      sum[item.at + answer]!++;
      const weight = item.weight[fm];
      const satisfied = isSatisfied(answer, item.width) ? weight : 0;
      for (const at of item.groupsAt) {
        own[at]! += weight;
        own[at + 1]! += satisfied;
        own[at + 2]! += weight * (answer - 1);
      }
    }
  }
  for (let at = shape.groupsFrom; at < shape.length; at += GROUP_SLOTS) {
    const [m, y, x] = [own[at]!, own[at + 1]!, own[at + 2]!];
    if (m === 0) continue;
    sum[at]!++;
    sum[at + 1]! += m * m;
    sum[at + 2]! += y * y;
    sum[at + 3]! += y * m;
    sum[at + 4]! += x * x;
    sum[at + 5]! += x * m;
  }
}

let scratch = new Float64Array(0);
/** M, Y and X of one submission, at the places of the groups. */
function ownSums({ length, groupsFrom }: Shape): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(length);
  return scratch.fill(0, groupsFrom, length);
}

/** Numbers of submissions in a vector. */
export function headOf(vector: Vector): {
  readonly submissions: number;
  readonly valid: number;
  readonly partial: number;
} {
  return { submissions: vector[SUBMISSIONS]!, valid: vector[VALID]!, partial: vector[PARTIAL]! };
}

/** All nine counts of one item, in words. */
export interface ItemTally extends ItemCounts {
  readonly asked: number;
  readonly notReached: number;
  readonly blank: number;
}

/** The counts of one item (0 = the overall question). */
export function itemOf(vector: Vector, shape: Shape, number: number, form: FormKind): ItemTally {
  const item = shape.items.get(number);
  invariant(item, 'an item of the questionnaire');
  // by index: iterating over a typed array takes many times as long, and a page reads thousands of items
  const levels: number[] = [];
  for (let level = 1; level <= item.width; level++) levels.push(vector[item.at + level]!);
  return {
    weight: item.weight[form],
    width: item.width,
    asked: vector[item.at + ASKED]!,
    levels,
    noOpinion: vector[item.at + NO_OPINION_SLOT]!,
    notReached: vector[item.at + NOT_REACHED_SLOT]!,
    blank: vector[item.at + BLANK_SLOT]!,
  };
}

/** How many answered an item on its scale (0 = the overall question). */
export function levelsIn(vector: Vector, shape: Shape, number: number): number {
  const item = shape.items.get(number);
  invariant(item, 'an item of the questionnaire');
  let sum = 0;
  for (let level = 1; level <= item.width; level++) sum += vector[item.at + level]!;
  return sum;
}

/** n of a group: forms with at least one valid answer in it. */
export function baseOfGroup(vector: Vector, shape: Shape, code: string): number {
  const group = shape.groups.get(code);
  invariant(group, 'a group of the questionnaire');
  return vector[group.at]!;
}

/** What a score needs of one group: a factor's code, an area's code, or `ALL`. */
export function groupOf(vector: Vector, shape: Shape, code: string, form: FormKind): GroupCounts {
  const group = shape.groups.get(code);
  invariant(group, 'a group of the questionnaire');
  const sum = (slot: number) => vector[group.at + slot]!;
  const factors: FactorCounts[] = group.factors.map((factor) => ({
    code: factor.code,
    area: factor.area,
    items: factor.numbers.map((number) => itemOf(vector, shape, number, form)),
  }));
  return {
    sums: { n: sum(0), MM: sum(1), YY: sum(2), YM: sum(3), XX: sum(4), XM: sum(5) },
    factors,
  };
}

/** The places in a vector at which everything that is said of one group stands, and its base n. */
export interface Stretch {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly baseOf: (vector: Vector) => number;
}

export interface Stretches {
  /** Submissions, the overall question, areas, all. */
  readonly headline: readonly Stretch[];
  /** Each factor. */
  readonly factors: readonly Stretch[];
}

const stretches = new WeakMap<Shape, Stretches>();

/** The stretches of a shape, worked out once: each accepted batch asks for them. */
export function stretchesOf(shape: Shape): Stretches {
  let found = stretches.get(shape);
  if (!found) stretches.set(shape, (found = findStretches(shape)));
  return found;
}

function findStretches(shape: Shape): Stretches {
  const itemRange = (number: number): readonly [number, number] => {
    const { at } = shape.items.get(number)!;
    return [at, at + ITEM_SLOTS];
  };
  const headline: Stretch[] = [
    { ranges: [[0, HEAD]], baseOf: (vector) => vector[SUBMISSIONS]! },
    { ranges: [itemRange(OVERALL)], baseOf: (vector) => levelsIn(vector, shape, OVERALL) },
  ];
  const factors: Stretch[] = [];
  for (const { code, numbers, factors: members, at } of shape.groups.values()) {
    const ranges = [[at, at + GROUP_SLOTS] as const, ...Array.from(numbers, itemRange)];
    const list = members.length === 1 && members[0]!.code === code ? factors : headline;
    list.push({ ranges, baseOf: (vector) => vector[at]! });
  }
  return { headline, factors };
}

// --- keys ---

/** One facet at a time, never crossed: margins beside the row for all. */
export const FACETS = ['field', 'authority', 'language', 'age', 'sex', 'kind', 'ontime'] as const;
export type Facet = (typeof FACETS)[number];

/** A submission's value of each facet; '' where it has none, so that the values of a facet add up to all. */
export function facetsOf(submission: Submission): readonly (readonly [Facet, string])[] {
  const facets: [Facet, string][] = [
    ['field', submission.fd ?? ''],
    ['authority', submission.au ?? ''],
    ['language', submission.lg],
    ['age', String(submission.dm?.age ?? '')],
    ['sex', String(submission.dm?.sex ?? '')],
    ['kind', submission.rk ?? ''],
  ];
  if (submission.ch === 'call' || submission.ch === 'ticket') facets.push(['ontime', submission.ot ?? '']);
  return facets;
}
