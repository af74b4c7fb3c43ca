import * as v from 'valibot';
import { CampaignSchema } from './campaign-requests.ts';
import { DAY_KINDS } from '../plan-choices.ts';
import { CodedSchema, UnitNameSchema, WordsSchema, count, day, percent, told } from './answer-parts.ts';

/** Campaigns, targets and days off, as their pages get them. */

const PlanFormsSchema = v.strictObject({
  rows: told(
    v.array(count),
    'Forms of each row, in the order of the rows: each can then be told with this margin by itself.',
  ),
  sum: count,
  population: count,
  together: told(
    count,
    'Forms that are enough when only all of them together must be told with this margin.',
  ),
});

export const CampaignViewSchema = v.strictObject({
  ...CampaignSchema.entries,
  id: v.string(),
  state: v.picklist(['planned', 'running', 'ended']),
  unitName: UnitNameSchema,
  mayDelete: told(v.boolean(), 'Planned, and no tablet and no code names it.'),
  planned: v.nullable(PlanFormsSchema),
});

export const CampaignAboveSchema = told(
  v.pick(CampaignViewSchema, [
    'id',
    'name',
    'state',
    'unitName',
    'starts',
    'ends',
    'statistic',
    'aggregation',
    'questionnaire',
  ]),
  "A campaign of a unit above that holds here; its own page is that unit's.",
);

export const CampaignListSchema = v.strictObject({
  today: day,
  campaigns: v.array(CampaignViewSchema),
  above: v.array(CampaignAboveSchema),
  questionnaires: told(
    v.array(
      v.strictObject({
        id: v.string(),
        version: v.number(),
        title: WordsSchema,
        retired: v.nullable(v.string()),
      }),
    ),
    'The newest last. `retired`: the day from which no new campaign may choose it.',
  ),
  fields: v.array(CodedSchema),
});

export const TargetStepSchema = told(
  v.strictObject({
    percent: v.nullable(percent),
    source: WordsSchema,
    from: day,
    to: told(v.nullable(day), 'Last day; null = until changed. Before `from`: replaced before it ever held.'),
    at: v.nullable(v.number()),
    who: told(v.nullable(v.string()), 'Null: set up with the installation.'),
  }),
  'One step in the history of a target.',
);

export const TargetLineSchema = v.strictObject({
  unit: UnitNameSchema,
  year: v.number(),
  field: v.nullable(v.string()),
  percent: told(v.nullable(percent), 'In force today, or on the first day of a year to come; null = none.'),
  history: told(v.array(TargetStepSchema), 'Newest first.'),
});

export const TargetListSchema = v.strictObject({
  today: day,
  years: told(
    v.array(v.strictObject({ year: v.number(), from: day, to: day })),
    'Reporting years that can still be changed, each with its first and last day.',
  ),
  targets: v.array(TargetLineSchema),
  fields: v.array(v.strictObject({ code: v.string(), name: WordsSchema })),
});

export const SpecialDayRowSchema = v.strictObject({
  day,
  kind: v.picklist(DAY_KINDS),
  like: v.number(),
  name: WordsSchema,
  standing: v.picklist(['law', 'announced', 'expected', 'set']),
  unit: told(v.nullable(UnitNameSchema), 'The unit that wrote it; null = prefilled.'),
  isOwn: told(v.boolean(), 'Written by the unit asked for: it can be taken back.'),
});

export const DayListSchema = v.strictObject({
  unit: UnitNameSchema,
  today: day,
  earliest: told(day, 'Days from here on can still be written.'),
  days: v.array(SpecialDayRowSchema),
});
