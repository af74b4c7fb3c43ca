import * as v from 'valibot';
import type { Answer } from './answer-parts.ts';
import type {
  CertifiedFormSchema,
  DuePeriodSchema,
  ReportCalendarSchema,
  ReportStateSchema,
  UnitDutySchema,
} from './calendar-answers.ts';
import { idField } from './day-field.ts';

/** Where the report of a unit stands. */
export type ReportState = Answer<typeof ReportStateSchema>;
export type CertifiedForm = Answer<typeof CertifiedFormSchema>;
export type DuePeriod = Answer<typeof DuePeriodSchema>;

/** How complete the report of a unit is, everything below it included. */
export type UnitDuty = Answer<typeof UnitDutySchema>;

/** `GET /api/v1/report-calendar?unit=…[&period=report-…]` */
export type ReportCalendar = Answer<typeof ReportCalendarSchema>;

/** `PUT /api/v1/report-calendar/reminders` → `ReportCalendar`: for the unit and all below it. */
export const RemindersAskedSchema = v.strictObject({ unit: idField, isOn: v.boolean() });
