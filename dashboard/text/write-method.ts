import type { MethodNote } from '../../shared/wire/overview.ts';
import type { Words } from './managers-vi.ts';

/** The sentence on the method that stands beside every figure; its wording is fixed, docs and exports use the same. */
export function writeMethod(method: MethodNote, words: Words): string {
  const { label, top2, mean5, pooledEnd, aggregations, noOpinion } = words.method;
  const statistic = method.statistic === 'top2' ? top2 : mean5;
  const end = method.aggregation === 'pooled' ? pooledEnd : aggregations[method.aggregation];
  return `${label} ${statistic}${end}${noOpinion}`;
}
