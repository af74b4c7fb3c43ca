import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { count, day, told, UnitNameSchema } from './answer-parts.ts';

/** Which reports of a unit are due, and who still owes what. */

export const ReportStateSchema = told(
  v.picklist(['open', 'collecting', 'ready', 'certified', 'overdue']),
  'Where the report of a unit stands. `open`: its period has not closed; `collecting`: tablets or batches of paper still owe forms; `ready`: nothing is owed, nothing is certified; `overdue`: its day has passed and nothing is certified.',
);

export const CertifiedFormSchema = told(
  v.strictObject({ form: v.picklist(FORMS), version: count, day }),
  'The newest certified version of a form.',
);

export const DuePeriodSchema = v.strictObject({
  id: v.string(),
  from: day,
  to: day,
  due: told(day, 'The last day on which its report is in time.'),
  state: ReportStateSchema,
  certified: v.array(CertifiedFormSchema),
});

export const UnitDutySchema = told(
  v.strictObject({
    unit: UnitNameSchema,
    state: ReportStateSchema,
    certified: v.array(CertifiedFormSchema),
    received: told(count, 'Forms that have come in the period, of all kinds, as the pages of the unit say.'),
    planned: told(
      v.nullable(v.strictObject({ forms: count, from: day, to: day })),
      'Forms that the plan of the campaign asks for, and its days: they may be more than the period; null without a plan.',
    ),
    devices: told(
      v.strictObject({ count, unsent: count, silent: count, missing: count }),
      'Tablets and telephones of staff that stood there in the period. Of these, since it closed: `unsent` still have something to send, `silent` have not been heard from. `missing`: took more than has come and they hold, whenever that was.',
    ),
    paper: told(count, 'Batches of paper of the period that nobody has closed.'),
  }),
  'How complete the report of a unit is, everything below it included.',
);

export const ReportCalendarSchema = v.strictObject({
  today: day,
  unit: UnitNameSchema,
  periods: told(
    v.array(DuePeriodSchema),
    'Periods a report of which is due, the latest first; none before the first campaign of the unit.',
  ),
  period: told(
    v.nullable(v.string()),
    'The period that `own` and `units` are about: the one asked for, else the newest that has closed; null without any.',
  ),
  own: v.nullable(UnitDutySchema),
  units: told(v.array(UnitDutySchema), 'The units right below.'),
  reminders: v.strictObject({
    hasMail: told(v.boolean(), 'Whether the server sends e-mail at all.'),
    isOn: v.boolean(),
    from: told(
      v.nullable(UnitNameSchema),
      'The unit above that has switched them on for all below it; null: nobody above has.',
    ),
  }),
});
