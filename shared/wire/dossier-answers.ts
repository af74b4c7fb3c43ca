import * as v from 'valibot';
import { RATE_CODES } from '../aapor.ts';
import { OUTCOME_CODES } from '../calls.ts';
import { QUEUES } from '../calls.ts';
import { CodedSchema, NamedSchema, WordsSchema, count, day, percent, told } from './answer-parts.ts';
import { FILE_KINDS } from './dossier-requests.ts';

/** Numbers of dossiers and of calls; nothing here names a dossier. */

export const DossierImportSchema = v.strictObject({
  id: v.string(),
  kind: v.picklist(FILE_KINDS),
  day,
  by: told(v.nullable(v.string()), 'Name of the account; null = closed or gone.'),
  added: count,
  changed: count,
  same: count,
  left: count,
  covers: told(
    v.nullable(v.strictObject({ from: v.string(), to: v.string() })),
    'Months (`2026-11`) of which it holds every dossier received; null: of none.',
  ),
  rows: told(count, 'Rows that are still there and stand as this import left them.'),
});

export const DossierCountsSchema = told(
  v.strictObject({
    received: v.nullable(count),
    early: v.nullable(count),
    onTime: v.nullable(count),
    late: v.nullable(count),
    open: told(v.nullable(count), 'At the end of the time, or today.'),
    overdue: v.nullable(count),
  }),
  'Counts of a unit and a time; null: the statistics do not say it.',
);

export const DossierOverviewSchema = v.strictObject({
  keeps: told(
    v.strictObject({ phoneDays: v.number(), months: v.number() }),
    'Rules of age: days that a number stays after the dossier was returned, months that a dossier stays.',
  ),
  imports: v.array(DossierImportSchema),
  months: v.array(
    v.strictObject({
      month: v.string(),
      sources: v.array(v.picklist(['list', 'statistics'])),
      ...DossierCountsSchema.entries,
    }),
  ),
  units: v.array(NamedSchema),
  points: told(
    v.array(v.strictObject({ id: v.string(), name: WordsSchema, unit: WordsSchema })),
    '`unit`: its name.',
  ),
  fields: v.array(CodedSchema),
});

export const StratumRowSchema = told(
  v.strictObject({
    point: NamedSchema,
    field: NamedSchema,
    population: count,
    noNumber: count,
    drawnBefore: count,
    suppressed: count,
    drawn: count,
  }),
  'Dossiers of a stratum, and why not all of them could be drawn.',
);

export const PlanRowSchema = v.strictObject({
  id: v.string(),
  unit: NamedSchema,
  queue: v.picklist(QUEUES),
  from: day,
  to: day,
  made: day,
  ends: day,
  closed: v.nullable(day),
  drawn: count,
  ended: told(count, 'Cases that have ended, and of them complete and partial interviews.'),
  interviews: count,
});

export const PlanListSchema = v.strictObject({
  plans: v.array(PlanRowSchema),
  units: v.array(NamedSchema),
  phoneDays: told(v.number(), 'Days for which a number is kept after the dossier was returned.'),
});

const CaseCountsSchema = told(
  v.strictObject({ I: count, P: count, R: count, NC: count, O: count, NE: count, UO: count }),
  'Cases by their group in the Standard Definitions of AAPOR: complete and partial interviews, refusals, non-contacts, others, not eligible, not tried.',
);
const RateSchema = told(
  v.strictObject({
    code: v.picklist(RATE_CODES),
    numerator: count,
    denominator: count,
    percent: told(v.nullable(percent), 'Null where the denominator is below ten.'),
  }),
  'A rate by the formulae of AAPOR (docs/method.md).',
);

export const RateRowSchema = told(
  v.strictObject({
    name: told(
      v.nullable(WordsSchema),
      'Of an interviewer the name of the account in both languages; null = nobody called.',
    ),
    cases: told(count, 'Cases that have ended.'),
    groups: CaseCountsSchema,
    rates: v.array(RateSchema),
  }),
  'What became of the cases of a unit, or of those that an interviewer ended.',
);

export const PlanViewSchema = v.strictObject({
  ...PlanRowSchema.entries,
  campaign: NamedSchema,
  by: v.nullable(v.string()),
  wanted: v.nullable(count),
  seed: v.nullable(v.string()),
  strata: v.array(v.strictObject({ ...StratumRowSchema.entries, ended: count, interviews: count })),
  outcomes: told(
    v.record(v.picklist([...OUTCOME_CODES, 'UNTRIED']), count),
    'Ended cases by outcome; `UNTRIED`: nobody called.',
  ),
  whole: RateRowSchema,
  units: v.array(RateRowSchema),
  interviewers: v.array(RateRowSchema),
  attempts: count,
  flagged: told(
    count,
    'Attempts outside of the hours, of the number of calls or days, after the end, by a clock that nobody knows.',
  ),
  ownCounter: told(count, 'Attempts by an interviewer on duty at the very counter.'),
});
