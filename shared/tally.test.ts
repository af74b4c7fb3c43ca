import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { figure } from '../tests/fakes/count-forms.ts';
import { naiveCount } from '../tests/fakes/naive-count.ts';
import { seeded, seededNumbers } from '../tests/fakes/seeded.ts';
import { factorsOf, type FormKind, itemsOf, QuestionnaireSchema } from './questionnaire.ts';
import { drawExpress, type Rests } from './rotation.ts';
import { score } from './score.ts';
import { type Answer, type Channel, NO_SIGNALS, type Submission } from './submission.ts';
import { decodeVector, encodeVector } from './tally-bytes.ts';
import {
  addSubmission,
  addVector,
  ALL,
  emptyVector,
  FACETS,
  facetsOf,
  groupOf,
  headOf,
  itemOf,
  shapeOf,
  type Vector,
} from './tally.ts';

const file = readFileSync(new URL('../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');
const sp39 = v.parse(QuestionnaireSchema, JSON.parse(file));
const shape = shapeOf(sp39);
const NUMBERS = [0, ...itemsOf(sp39).map(({ number }) => number)];
const GROUPS = [...factorsOf(sp39).map(({ code }) => code), 'I', 'II', ALL];

const BASE: Submission = {
  v: 1,
  id: '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8',
  c: 'd4',
  f: 'sp39',
  fv: 1,
  fm: 'express',
  sp: 'D1',
  au: null,
  ch: 'kiosk',
  b: '2026-11-20AM',
  tq: 'ok',
  lg: 'vi',
  fd: null,
  ot: null,
  rk: null,
  dm: null,
  ui: 'k1a',
  it: [0],
  a: [4],
  e: 'done',
  q: NO_SIGNALS,
};

/** Random submissions of one form and channel, with every kind of answer and every facet value. */
function randomSubmissions(count: number, seed: number, fm: FormKind, ch: Channel): Submission[] {
  const [random, bytes] = [seededNumbers(seed), seeded(seed)];
  const one = <T>(...list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  let rests: Rests | undefined;
  return Array.from({ length: count }, () => {
    const draw = drawExpress(sp39, rests, bytes);
    rests = draw.rests;
    const it = fm === 'express' ? draw.items : NUMBERS;
    const isEnded = random() < 0.2;
    const reached = isEnded ? Math.ceil(random() * it.length) : it.length;
    const a = it.map((_, i): Answer => {
      if (i >= reached) return null;
      return one<Answer>(5, 5, 5, 4, 4, 4, 4, 3, 2, 1, 0, ch === 'paper' ? 'b' : 4);
    });
    return {
      ...BASE,
      fm,
      ch,
      it: [...it],
      a,
      e: isEnded ? one('ended', 'idle') : 'done',
      lg: one('vi', 'en', 'other'),
      fd: one(null, 'ht', 'dd'),
      au: one(null, 'u2'),
      rk: one(null, 'person', 'organisation'),
      dm: one(null, { sex: one(1, 2), age: one(null, 1, 5) }, { sex: null, age: 3 }),
      ot: ch === 'call' || ch === 'ticket' ? one(null, 'early', 'on', 'late') : null,
    };
  });
}

function tallyOf(list: readonly Submission[]): Vector {
  const sum = emptyVector(shape);
  for (const submission of list) addSubmission(sum, shape, submission);
  return sum;
}

const KINDS = [
  ['express', 'kiosk'],
  ['full', 'call'],
  ['full', 'paper'],
] as const;

test('a vector of this questionnaire has 435 numbers: 3, 9 for each of 40 questions, 6 for each of 12 groups', () => {
  expect(shape.length).toBe(435);
  expect(3 + 9 * NUMBERS.length + 6 * GROUPS.length).toBe(435);
  expect([...shape.items.keys()]).toEqual(NUMBERS);
  expect([...shape.groups.keys()]).toEqual(GROUPS);
  const places = [
    ...[...shape.items.values()].map(({ at }) => ({ at, slots: 9 })),
    ...[...shape.groups.values()].map(({ at }) => ({ at, slots: 6 })),
  ].flatMap(({ at, slots }) => Array.from({ length: slots }, (_, i) => at + i));
  expect([0, 1, 2, ...places]).toEqual(Array.from({ length: 435 }, (_, i) => i));
});

test.each(KINDS)('a tally of %s forms (%s) equals a plain recount in every number', (form, channel) => {
  const list = randomSubmissions(400, 21, form, channel);
  const sum = tallyOf(list);
  const plain = naiveCount(list, sp39, form);
  expect(headOf(sum)).toEqual(plain.head);
  for (const number of NUMBERS) {
    const { asked, levels, noOpinion, notReached, blank } = itemOf(sum, shape, number, form);
    expect({ asked, levels, noOpinion, notReached, blank }, `item ${number}`).toEqual(
      plain.items.get(number),
    );
  }
  for (const code of GROUPS) {
    expect(groupOf(sum, shape, code, form).sums, code).toEqual(plain.groups.get(code));
  }
});

test.each(KINDS)(
  'levels + no opinion + not reached + blank + not asked = items × submissions, for %s forms (%s)',
  (form, channel) => {
    for (const seed of [31, 32, 33]) {
      const list = randomSubmissions(300, seed, form, channel);
      const sum = tallyOf(list);
      const valid = list.filter(({ a }) => 2 * a.filter((x) => x !== null && x !== 'b').length >= a.length);
      const parts = (number: number, notAskedIn: readonly Submission[]) => {
        const { levels, noOpinion, notReached, blank } = itemOf(sum, shape, number, form);
        const notAsked = notAskedIn.filter(({ it }) => !it.includes(number)).length;
        return levels.reduce((a, b) => a + b, 0) + noOpinion + notReached + blank + notAsked;
      };
      const overItems = NUMBERS.slice(1).reduce((total, number) => total + parts(number, valid), 0);
      expect(overItems).toBe(39 * headOf(sum).valid);
      expect(parts(0, list)).toBe(headOf(sum).submissions);
      expect(headOf(sum)).toMatchObject({ submissions: 300, valid: valid.length });
      expect(valid.length).toBeLessThan(300);
    }
  },
);

test('an invalid submission enters the overall question and the head, and no item and no group', () => {
  const sum = tallyOf([{ ...BASE, it: [0, 24, 27, 31], a: [5, null, null, null], e: 'ended' }]);
  expect(headOf(sum)).toEqual({ submissions: 1, valid: 0, partial: 1 });
  expect(itemOf(sum, shape, 0, 'express')).toMatchObject({ asked: 1, levels: [0, 0, 0, 0, 1] });
  expect([...sum.subarray(12)].every((value) => value === 0)).toBe(true);
});

test('the overall question is in no group', () => {
  const sum = tallyOf([{ ...BASE, it: [0], a: [5] }]);
  expect(headOf(sum).valid).toBe(1);
  for (const code of GROUPS) expect(groupOf(sum, shape, code, 'express').sums.n, code).toBe(0);
});

test('tallies of disjoint sets add up to the tally of all, and taking one away leaves the other', () => {
  const list = randomSubmissions(200, 41, 'express', 'kiosk');
  const [first, second] = [tallyOf(list.slice(0, 77)), tallyOf(list.slice(77))];
  const sum = tallyOf(list.slice(0, 77));
  addVector(sum, second);
  expect(sum).toEqual(tallyOf(list));
  addVector(sum, second, -1);
  expect(sum).toEqual(first);
});

test('V2: 46 forms all satisfied and 4 not at all give 92.0 and 81.2–96.8', () => {
  const forms = Array.from({ length: 50 }, (_, i): Submission => {
    const levels: Answer[] = i < 46 ? [4, 5, 4, 5, 4] : [3, 2, 1, 3, 3];
    return { ...BASE, it: [0, 24 + (i % 3), 27 + (i % 4), 31, 34, 37], a: [4, ...levels] };
  });
  const group = groupOf(tallyOf(forms), shape, 'II', 'express');
  expect(group.sums).toMatchObject({ n: 50, YY: 47_104, YM: 47_104, MM: 51_200 });
  const result = figure(score(group, { statistic: 'top2', aggregation: 'pooled' }));
  expect(result).toMatchObject({ percent: 92, low: 81.2, high: 96.8, n: 50, answers: 250 });
});

test('the values of each facet add up to all', () => {
  for (const channel of ['kiosk', 'call'] as const) {
    const list = randomSubmissions(200, 51, 'express', channel);
    const cells = new Map<string, Map<string, Vector>>();
    for (const submission of list) {
      for (const [facet, value] of facetsOf(submission)) {
        const values = cells.get(facet) ?? new Map<string, Vector>();
        const sum = values.get(value) ?? emptyVector(shape);
        addSubmission(sum, shape, submission);
        cells.set(facet, values.set(value, sum));
      }
    }
    const known = FACETS.filter((facet) => facet !== 'ontime' || channel === 'call');
    expect([...cells.keys()].sort()).toEqual([...known].sort());
    for (const [facet, values] of cells) {
      expect(values.size, facet).toBeGreaterThan(1);
      const sum = emptyVector(shape);
      for (const vector of values.values()) addVector(sum, vector);
      expect(sum, facet).toEqual(tallyOf(list));
    }
  }
});

test('bytes give back the vector: none, one and many submissions, runs of zeros, numbers up to 2^53 - 1', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const vectors = [
    emptyVector(shape),
    tallyOf(randomSubmissions(1, 61, 'express', 'kiosk')),
    tallyOf(randomSubmissions(300, 62, 'full', 'paper')),
    Float64Array.of(),
    Float64Array.of(0),
    Float64Array.of(most, 0, 0, most - 1, 0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32, 2 ** 52, 0, 0, 0),
    Float64Array.of(...Array(200).fill(0), 1, ...Array(300).fill(0)),
  ];
  for (const vector of vectors) expect(decodeVector(encodeVector(vector))).toEqual(vector);
});

test('what is no whole number of zero or more is not written', () => {
  for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => encodeVector(Float64Array.of(1, value))).toThrow('whole numbers');
  }
});

test('damaged bytes throw: cut short, too long, another version, too many zeros, too large a number or length', () => {
  const whole = encodeVector(tallyOf(randomSubmissions(5, 71, 'express', 'kiosk')));
  for (let length = 0; length < whole.length; length++) {
    expect(() => decodeVector(whole.subarray(0, length)), `${length} bytes`).toThrow();
  }
  expect(() => decodeVector(Uint8Array.of(...whole, 0))).toThrow();
  expect(() => decodeVector(Uint8Array.of(2, ...whole.subarray(1)))).toThrow('version 1');
  expect(decodeVector(Uint8Array.of(1, 3, 0, 2))).toEqual(Float64Array.of(0, 0, 0));
  expect(() => decodeVector(Uint8Array.of(1, 3, 0, 3))).toThrow();
  expect(() => decodeVector(Uint8Array.of(1, 1, ...Array(8).fill(255), 1))).toThrow('whole numbers');
  expect(() => decodeVector(Uint8Array.of(1, 1, ...Array(400).fill(128)))).toThrow();
  expect(() => decodeVector(Uint8Array.of(1, 255, 255, 255, 127))).toThrow('questionnaire');
});

test('the bytes of an express tally are as few as planned: about 240, 390, 560 and 720 at 3, 10, 275 and 5,000', () => {
  const sizes = [3, 10, 275, 5000].map(
    (count) => encodeVector(tallyOf(randomSubmissions(count, 81, 'express', 'kiosk'))).length,
  );
  for (const [i, planned] of [240, 390, 560, 720].entries()) {
    expect(sizes[i], `planned ${planned}, all ${sizes.join(', ')}`).toBeGreaterThan(planned * 0.8);
    expect(sizes[i], `planned ${planned}, all ${sizes.join(', ')}`).toBeLessThan(planned * 1.2);
  }
});
