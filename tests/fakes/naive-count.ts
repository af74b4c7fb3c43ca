import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import type { Submission } from '../../shared/submission.ts';

/**
 * Counts submissions the slow, plain way: one pass over all submissions for every single number, nothing shared
 * with the product's tally but the shape of its input.
 */
export function naiveCount(list: readonly Submission[], questionnaire: Questionnaire, form: FormKind) {
  const isGiven = (answer: Submission['a'][number]) => answer !== null && answer !== 'b';
  const valid = list.filter(({ a }) => a.filter(isGiven).length >= a.length / 2);

  const factors = questionnaire.areas.flatMap((area) => area.factors.map((factor) => ({ area, factor })));
  const items = new Map(
    [0, ...factors.flatMap(({ factor }) => factor.items.map(({ number }) => number))].map((number) => {
      const answers = (number === 0 ? list : valid)
        .filter(({ it }) => it.includes(number))
        .map(({ it, a }) => a[it.indexOf(number)]);
      const times = (answer: unknown) => answers.filter((given) => given === answer).length;
      const levels = [1, 2, 3, 4, 5].map(times);
      return [
        number,
        { asked: answers.length, levels, noOpinion: times(0), notReached: times(null), blank: times('b') },
      ];
    }),
  );

  const sumsOf = (isMember: (code: string, area: string) => boolean) => {
    const members = factors
      .filter(({ area, factor }) => isMember(factor.code, area.code))
      .flatMap(({ factor }) => factor.items);
    const triples = valid.map(({ it, a }) => {
      const rated = members.flatMap(({ number, weight }) => {
        const level = it.includes(number) ? a[it.indexOf(number)] : 0;
        return typeof level === 'number' && level > 0 ? [{ level, weight: weight[form] }] : [];
      });
      const total = (points: (level: number) => number) =>
        rated.reduce((sum, { level, weight }) => sum + weight * points(level), 0);
      return { m: total(() => 1), y: total((level) => (level >= 4 ? 1 : 0)), x: total((level) => level - 1) };
    });
    const over = (product: (triple: (typeof triples)[number]) => number) =>
      triples.reduce((sum, triple) => sum + product(triple), 0);
    return {
      n: triples.filter(({ m }) => m > 0).length,
      MM: over(({ m }) => m * m),
      YY: over(({ y }) => y * y),
      YM: over(({ y, m }) => y * m),
      XX: over(({ x }) => x * x),
      XM: over(({ x, m }) => x * m),
    };
  };
  const groups = new Map([
    ...factors.map(({ factor }) => [factor.code, sumsOf((code) => code === factor.code)] as const),
    ...questionnaire.areas.map(({ code }) => [code, sumsOf((_, area) => area === code)] as const),
    ['all', sumsOf(() => true)] as const,
  ]);
  const partial = list.filter(({ e }) => e !== 'done').length;
  return { head: { submissions: list.length, valid: valid.length, partial }, items, groups };
}
