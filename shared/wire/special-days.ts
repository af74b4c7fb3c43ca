import * as v from 'valibot';
import { DAY_KINDS, type DayKind } from '../plan-choices.ts';
import type { Text } from '../questionnaire.ts';
import { dayField, idField, textField } from './day-field.ts';
import type { UnitName } from './overview.ts';

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

export interface SpecialDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly like: number;
  readonly name: Text;
  readonly standing: DayStanding;
  /** The unit that wrote it; null = prefilled. */
  readonly unit: UnitName | null;
  /** Written by the unit asked for: it can be taken back. */
  readonly isOwn: boolean;
}

/** `GET /api/v1/days-off?unit=ID`: in order of days. */
export interface DayList {
  readonly unit: UnitName;
  readonly today: string;
  /** Days from here on can still be written. */
  readonly earliest: string;
  readonly days: readonly SpecialDay[];
}
