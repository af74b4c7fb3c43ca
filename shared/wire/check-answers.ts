import * as v from 'valibot';
import { LINES, MEASURES } from '../alert-rule.ts';
import { SIGNS } from '../class-counts.ts';
import { COHORT_CLASSES, REVIEW_DECISIONS } from '../flag-classes.ts';
import { NamedSchema, UnitNameSchema, count, day, told } from './answer-parts.ts';
import { HELD_REASONS } from './manage.ts';

/** What asks for a look: places, marked forms, alerts, what is held. */

export const HeldCohortSchema = told(
  v.strictObject({
    reason: v.picklist(HELD_REASONS),
    kind: v.picklist(['held', 'conflict']),
    point: told(
      v.nullable(NamedSchema),
      'Service point that the bytes name, where they can be read and lie in the scope.',
    ),
    halfMonth: v.nullable(v.string()),
    count,
    canTake: told(
      v.boolean(),
      'Whether taking it in is possible: its only fault is the reason named, which a person may decide about.',
    ),
  }),
  'Cohorts, never single submissions.',
);

export const UnlikePlaceSchema = told(
  v.strictObject({
    point: NamedSchema,
    unit: UnitNameSchema,
    halfMonth: v.string(),
    signs: v.array(v.picklist(SIGNS)),
  }),
  'Half-months of service points that look unlike themselves, the newest first. Never a day, a number or a share: what stands behind a sign may be a few people.',
);

const ToldSchema = told(
  v.union([count, v.picklist(['few', 'most'])]),
  'A number of forms; `few`: one to nine, `most`: all but one to nine.',
);
export const ToldFlagsSchema = v.strictObject({
  forms: count,
  flagged: ToldSchema,
  classes: v.strictObject({
    dur: ToldSchema,
    gap: ToldSchema,
    line: ToldSchema,
    run: ToldSchema,
    cell: ToldSchema,
    hrs: ToldSchema,
  }),
});

export const ReviewRowSchema = told(
  v.strictObject({
    id: v.string(),
    span: v.string(),
    flag: v.picklist(COHORT_CLASSES),
    decision: v.picklist(REVIEW_DECISIONS),
    reason: v.string(),
    author: told(v.string(), 'Name of the account that decided.'),
    day,
  }),
  'A decision as it stands in the record.',
);

export const ReviewPointSchema = told(
  v.strictObject({
    point: NamedSchema,
    unit: UnitNameSchema,
    counts: told(v.nullable(ToldFlagsSchema), 'Null: fewer than ten forms, or not counted yet.'),
    halfDays: told(
      v.array(v.strictObject({ halfDay: v.string(), forms: count })),
      'Half-days with ten marked forms or more; no number of these: the half-month minus it would tell of others.',
    ),
    signs: told(v.array(v.picklist(SIGNS)), 'By which signs it looked unlike itself; empty = it did not.'),
    reviews: told(v.array(ReviewRowSchema), 'Newest last.'),
  }),
  'One service point in one half-month that has ended.',
);

export const FormsAgainstDossiersSchema = told(
  v.strictObject({
    unit: UnitNameSchema,
    month: told(v.string(), 'Month id, `month-2026-11`.'),
    forms: told(v.nullable(count), 'Null below ten.'),
    returned: told(v.nullable(count), 'Null: no list and no statistics were brought in for the month.'),
    takeUp: told(
      v.nullable(v.pipe(v.number(), v.minValue(0))),
      'Take-up: forms in percent of the dossiers returned, one decimal; null where either is not known.',
    ),
    above: told(
      v.nullable(count),
      'How many forms there are above the dossiers returned; null where either is not known, 0 where there are none.',
    ),
  }),
  'Forms of a unit and month against the dossiers that it returned: more forms than dossiers ask for a look.',
);

export const ReviewViewSchema = v.strictObject({
  unit: UnitNameSchema,
  halfMonth: v.string(),
  halfMonths: told(
    v.array(v.string()),
    'Half-months that have ended, the newest first: what can be asked for.',
  ),
  points: v.array(ReviewPointSchema),
  dossiers: v.array(FormsAgainstDossiersSchema),
});

export const AlertRowSchema = told(
  v.strictObject({
    id: v.string(),
    point: NamedSchema,
    unit: UnitNameSchema,
    halfDay: told(v.string(), 'At whose end it was noticed: `2026-11-20AM`.'),
    measure: v.picklist(MEASURES),
    line: v.picklist(LINES),
    ended: told(
      v.nullable(v.strictObject({ halfDay: v.string(), why: v.picklist(['above', 'off']) })),
      '`above`: the line again; `off`: nobody looks any more. Null = open.',
    ),
    seen: told(
      v.nullable(v.strictObject({ day, name: v.nullable(v.string()) })),
      'By whom: null where the account is not known any more.',
    ),
  }),
  'What the pages of alerts exchange with the server. No share and no count is in it.',
);

export const AlertListSchema = v.strictObject({ alerts: v.array(AlertRowSchema) });
