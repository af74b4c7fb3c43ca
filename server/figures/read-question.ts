import type { Context } from 'hono';
import { isDay, readPeriod } from '../../shared/period.ts';
import { AGGREGATIONS, STATISTICS } from '../../shared/plan-choices.ts';
import { type FormKind, FORMS } from '../../shared/questionnaire.ts';
import type { Method } from '../../shared/score.ts';
import { ProblemError } from '../problem.ts';
import type { AskedUnit } from './seen-trees.ts';

/** A unit, a period and a form, and how figures of them are to be computed. */
export interface AskedFigures extends AskedUnit {
  readonly form: FormKind;
  readonly method: Partial<Method>;
}

/** What a reader asks for in the address; `malformed` where it is no such thing. */
export function askedFigures(c: Context): AskedFigures {
  const period = readPeriod(c.req.query('period') ?? '');
  const form = c.req.query('form') ?? 'express';
  if (!period || !isForm(form)) throw new ProblemError('malformed');
  return { unit: c.req.query('unit') ?? '', day: dayOf(c), period, form, method: askedMethod(c) };
}

/** The day whose tree is asked for. */
export function dayOf(c: Context): string | undefined {
  const day = c.req.query('asOf');
  if (day !== undefined && !isDay(day)) throw new ProblemError('malformed');
  return day;
}

export const isForm = (form: string): form is FormKind => (FORMS as readonly string[]).includes(form);

/** What a reader asks for by `statistic` and `aggregation`; what is left out is as the campaign has it. */
function askedMethod(c: Context): Partial<Method> {
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
