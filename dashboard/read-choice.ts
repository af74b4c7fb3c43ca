import type { FormKind } from '../shared/questionnaire.ts';
import { DAY_MS, isDay, localDay, periodsUpTo, readPeriod } from '../shared/period.ts';
import { AGGREGATIONS, STATISTICS } from '../shared/plan-choices.ts';
import type { ScopeUnit } from '../shared/wire/overview.ts';
import type { Choice } from './server-link.ts';

/** Written out here: importing the list would bring the questionnaire's schemas and their library along. */
export const FORM_KINDS = ['express', 'full'] as const satisfies readonly FormKind[];

/** A reporting quarter younger than a half-month has hardly an answer yet: the one before is shown first. */
const YOUNG_DAYS = 15;

/**
 * What to show, from the address (`?unit=…&period=…&form=…`): a manager may keep or send the address of a view.
 * Whatever the address does not say, or says wrongly, becomes the usual choice.
 */
export function readChoice(search: string, units: readonly ScopeUnit[], home: string, nowMs: number): Choice {
  const asked = new URLSearchParams(search);
  const unit = asked.get('unit');
  const period = asked.get('period');
  const form = asked.get('form');
  const asOf = asked.get('asOf');
  const statistic = STATISTICS.find((one) => one === asked.get('statistic'));
  const aggregation = AGGREGATIONS.find((one) => one === asked.get('aggregation'));
  return {
    // the list is of today: a unit of another day's tree is the server's to find
    unit:
      unit !== null && (asked.has('asOf') || units.some(({ id }) => id === unit))
        ? unit
        : units.some(({ id }) => id === home)
          ? home
          : (units[0]?.id ?? home),
    period: period !== null && readPeriod(period) ? period : usualPeriod(nowMs),
    form: FORM_KINDS.find((kind) => kind === form) ?? 'express',
    ...(asOf !== null && isDay(asOf) && { asOf }),
    ...(statistic && { statistic }),
    ...(aggregation && { aggregation }),
  };
}

/** The reporting quarter of today, or the one before when today's has only begun. */
export function usualPeriod(nowMs: number): string {
  const day = localDay(nowMs - YOUNG_DAYS * DAY_MS);
  const quarter = periodsUpTo(localDay(nowMs)).find(
    ({ id, from, to }) => /^report-\d+-q\d$/.test(id) && from <= day && day <= to,
  );
  return quarter?.id ?? `month-${localDay(nowMs).slice(0, 7)}`;
}

/** The address of a choice, without the part before `?`. */
export function writeChoice(choice: Choice): string {
  return `?${new URLSearchParams({ ...choice })}`;
}
