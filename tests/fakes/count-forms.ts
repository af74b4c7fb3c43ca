import type { Figure, GroupCounts, ItemCounts, Score } from '../../shared/score.ts';

/** Counts forms the slow, plain way, for tests of scores: nothing here is shared with the product's tally. */

export interface Question {
  readonly factor: string;
  readonly weight: number;
}
/** One form: a level, `null` for "no opinion" or `undefined` for "not asked", in the order of the questions. */
export type Form = readonly (number | null | undefined)[];

/** Counts forms the slow, plain way. */
export function countForms(questions: readonly Question[], forms: readonly Form[], width = 5): GroupCounts {
  const sums = { n: 0, MM: 0, YY: 0, YM: 0, XX: 0, XM: 0 };
  for (const form of forms) {
    let [m, y, x] = [0, 0, 0];
    questions.forEach(({ weight }, at) => {
      const level = form[at];
      if (typeof level !== 'number') return;
      m += weight;
      if (level >= width - 1) y += weight;
      x += weight * (level - 1);
    });
    if (m === 0) continue;
    sums.n += 1;
    sums.MM += m * m;
    sums.YY += y * y;
    sums.YM += y * m;
    sums.XX += x * x;
    sums.XM += x * m;
  }
  const items = questions.map(({ weight }, at): ItemCounts => {
    const answers = forms.map((form) => form[at]);
    const levels = Array.from({ length: width }, (_, i) => answers.filter((level) => level === i + 1).length);
    return { weight, width, levels, noOpinion: answers.filter((level) => level === null).length };
  });
  const codes = [...new Set(questions.map((question) => question.factor))];
  const factors = codes.map((code) => ({
    code,
    area: code.split('.')[0]!,
    items: items.filter((_, at) => questions[at]!.factor === code),
  }));
  return { sums, factors };
}

export function times(count: number, form: Form): Form[] {
  return Array.from({ length: count }, () => form);
}

/** One answer a form: `some` satisfied of `all`. */
export function answered(some: number, all: number, weight = 1): ItemCounts {
  return { weight, width: 5, levels: [0, 0, all - some, some, 0], noOpinion: 0 };
}

export function figure(result: Score): Figure {
  if ('withheld' in result) throw new Error(`withheld: ${result.withheld}`);
  return result;
}

/** The nine factors of an express form, items and weights as drawn. */
export const NINE_FACTORS: Question[] = [
  ...[2, 2, 9, 10].flatMap((items, i) =>
    Array.from({ length: items }, () => ({ factor: `I.${'ABCD'[i]}`, weight: 23 })),
  ),
  ...[3, 4, 3, 3, 3].flatMap((items, i) =>
    Array.from({ length: items }, () => ({ factor: `II.${'ABCDE'[i]}`, weight: i === 1 ? 8 : 6 })),
  ),
];

export const SERVICE_EXPRESS: Question[] = ['A', 'B', 'C', 'D', 'E'].map((factor) => {
  return { factor: `II.${factor}`, weight: factor === 'B' ? 8 : 6 };
});
export const SERVICE_FULL = SERVICE_EXPRESS.map(({ factor }) => ({ factor, weight: 1 }));
