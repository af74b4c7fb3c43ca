import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { CHANNELS } from '../submission.ts';
import { UnitNameSchema, WordsSchema, count, day, percent, told } from './answer-parts.ts';

/** How far a campaign is, and how its interviews go. */

const ForecastSchema = told(
  v.strictObject({ expected: count, low: count, high: count }),
  'Low and high: 95 % prediction interval, rounded outwards.',
);

export const ChannelProgressSchema = told(
  v.strictObject({
    channel: v.picklist(CHANNELS),
    form: v.picklist(FORMS),
    received: v.nullable(count),
    forecast: told(v.nullable(ForecastSchema), 'At the cut-off, what has been received included.'),
  }),
  'Valid forms that came in one way; null where so few may not be named.',
);

export const UnitProgressSchema = v.strictObject({
  unit: UnitNameSchema,
  wanted: told(
    v.nullable(count),
    'Valid forms that the plan asks of the unit, all its fields together; null = no plan names it.',
  ),
  received: told(v.nullable(count), 'Valid forms in the released figures; null where they may not be named.'),
  leavesOut: told(v.boolean(), 'Forms of one kind are not in it, because they are too few to be named.'),
  daysPassed: told(count, 'Opening days up to today, today included, and after it up to the cut-off.'),
  daysLeft: count,
  forecast: told(
    v.nullable(ForecastSchema),
    'At the cut-off, what has been received included; null while too little is known.',
  ),
  outlook: told(
    v.nullable(v.picklist(['reached', 'enough', 'at-risk', 'short', 'unknown'])),
    'Null without a plan, and where received may not be named.',
  ),
  channels: told(
    v.array(ChannelProgressSchema),
    'Where the plan says nothing of channels, they have no target.',
  ),
});

export const ItemProgressSchema = told(
  v.strictObject({
    number: v.number(),
    name: WordsSchema,
    n: v.nullable(count),
    expected: told(v.nullable(v.number()), 'At the cut-off, what has come included.'),
  }),
  'Express forms with a valid answer to one item; null where so few may not be named, or nothing can be forecast.',
);

export const FactorProgressSchema = v.strictObject({
  code: v.string(),
  name: WordsSchema,
  n: v.nullable(count),
  expected: v.nullable(v.number()),
  items: v.array(ItemProgressSchema),
});

export const UnitItemsSchema = v.strictObject({
  unit: UnitNameSchema,
  needed: told(
    v.strictObject({ named: v.number(), plain: v.number(), margin: v.number() }),
    'Answers that are enough to name a figure, to show it without a caution, and for ±5 points at 92 %.',
  ),
  factors: v.array(FactorProgressSchema),
});

export const CampaignProgressSchema = v.strictObject({
  today: day,
  campaign: v.strictObject({
    id: v.string(),
    name: WordsSchema,
    state: v.picklist(['planned', 'running', 'ended']),
    hasPlan: v.boolean(),
  }),
  from: told(day, 'First day and cut-off.'),
  to: day,
  isYear: told(v.boolean(), 'The campaign has no last day: its reporting year is counted.'),
  countedFrom: told(day, 'Forms are counted by whole half-months: from and to here.'),
  countedTo: day,
  units: v.array(UnitProgressSchema),
});

export const ShareWithIntervalSchema = told(
  v.strictObject({ percent, low: percent, high: percent, n: count }),
  'How interviews go beside the other ways of the same unit. Submissions know no device and no interviewer, so answers are compared by way and unit; of a telephone there are only the counts that it keeps of its days.',
);

export const InterviewerRowSchema = told(
  v.strictObject({
    device: v.strictObject({ id: v.string(), name: v.string() }),
    holder: told(v.nullable(v.string()), 'Name of the account; null = closed and removed.'),
    unit: UnitNameSchema,
    days: told(count, 'Days on which somebody was asked.'),
    agreed: count,
    refused: count,
    ownCounter: told(count, 'Of those who agreed: at a counter at which the interviewer was on duty.'),
    agreement: told(
      v.nullable(ShareWithIntervalSchema),
      'Who agreed, of all who were asked; null below ten.',
    ),
    stored: told(count, 'Forms that have arrived from it, since it was enrolled.'),
  }),
  'One telephone of staff over the days of the campaign.',
);

export const WayFiguresSchema = v.strictObject({
  channel: v.picklist(CHANNELS),
  form: v.picklist(FORMS),
  overall: told(
    v.nullable(
      v.strictObject({
        ...ShareWithIntervalSchema.entries,
        levels: told(v.array(v.number()), 'Answers at levels 1-5.'),
      }),
    ),
    'The overall question, which every form asks; null where it may not be named.',
  ),
  noOpinion: told(
    v.nullable(v.strictObject({ percent, answers: count })),
    '"No opinion" among all answers of valid forms; null where it may not be named.',
  ),
  apart: told(
    v.nullable(v.picklist(['higher', 'lower', 'alike'])),
    'Interviews only: against all other ways of the unit together; null where one of the two may not be named.',
  ),
});

export const UnitWaysSchema = v.strictObject({ unit: UnitNameSchema, ways: v.array(WayFiguresSchema) });

export const InterviewWatchSchema = v.strictObject({
  from: day,
  to: told(day, 'Today, or the last day of the campaign.'),
  interviewers: v.array(InterviewerRowSchema),
  units: told(v.array(UnitWaysSchema), 'Units in which people were interviewed.'),
});
