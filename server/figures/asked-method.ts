import type { Context } from 'hono';
import { AGGREGATIONS, STATISTICS } from '../../shared/plan-choices.ts';
import type { Method } from '../../shared/score.ts';
import { ProblemError } from '../problem.ts';

/** What a reader asks for by `statistic` and `aggregation`; what is left out is as the campaign has it. */
export function askedMethod(c: Context): Partial<Method> {
  const [statistic, aggregation] = [c.req.query('statistic'), c.req.query('aggregation')];
  return {
    ...(statistic !== undefined && { statistic: oneOf(STATISTICS, statistic) }),
    ...(aggregation !== undefined && { aggregation: oneOf(AGGREGATIONS, aggregation) }),
  };
}

function oneOf<T extends string>(list: readonly T[], asked: string): T {
  const found = list.find((one) => one === asked);
  if (found === undefined) throw new ProblemError('malformed');
  return found;
}
