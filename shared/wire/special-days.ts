import * as v from 'valibot';
import { DAY_KINDS } from '../plan-choices.ts';
import { dayField, idField, textField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { SpecialDayRowSchema, DayListSchema } from './plan-answers.ts';

/** Days off and days that are worked for another: the managers' page of them. */

/** `POST /api/v1/days-off`, `{unit, day}` to `…/reset` → `DayList` of the unit. */
export const SpecialDaySchema = v.strictObject({
  unit: idField,
  day: dayField,
  kind: v.picklist(DAY_KINDS),
  /** 1 = Monday … 7 = Sunday. Only `work` reads it. */
  like: v.pipe(v.number(), v.integer('wrong'), v.minValue(1, 'wrong'), v.maxValue(7, 'wrong')),
  name: textField(120),
});
export type SpecialDayAsked = v.InferOutput<typeof SpecialDaySchema>;
export const DayResetSchema = v.strictObject({ unit: idField, day: dayField });

/**
 * `law`: fixed by the Labour Code 2019 · `announced`: by the year's announcement · `expected`: follows from the law but
 * the announcement decides, so an office should confirm it · `set`: written by a unit.
 */
export type DayStanding = 'law' | 'announced' | 'expected' | 'set';

export type SpecialDay = Answer<typeof SpecialDayRowSchema>;

/** `GET /api/v1/days-off?unit=ID`: in order of days. */
export type DayList = Answer<typeof DayListSchema>;
