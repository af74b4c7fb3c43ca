import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { CHANNELS } from '../submission.ts';
import {
  MethodSchema,
  PointsChangeSchema,
  ServedScoreSchema,
  TargetStateSchema,
  UnitNameSchema,
  VersionNameSchema,
  WordsSchema,
  YearTargetSchema,
  count,
  day,
  instant,
  told,
} from './answer-parts.ts';

/** What the page of figures gets. Everything below the threshold has been withheld before it is built. */

export const TrendPointSchema = told(
  v.strictObject({
    period: told(v.string(), 'Period id of a month, `month-2026-11`.'),
    from: day,
    to: day,
    version: VersionNameSchema,
    policy: ServedScoreSchema,
    service: ServedScoreSchema,
    target: v.nullable(YearTargetSchema),
    policyTarget: v.nullable(TargetStateSchema),
    serviceTarget: v.nullable(TargetStateSchema),
  }),
  'A month by one version of the questionnaire; one in which the version changed has a point for each.',
);

export const ItemRowSchema = v.strictObject({
  number: v.number(),
  name: told(WordsSchema, 'The headline that names the matter on the express form.'),
  score: ServedScoreSchema,
  levels: told(v.nullable(v.array(v.number())), 'As of a factor.'),
});

export const TrendBreakSchema = told(
  v.strictObject({
    at: told(v.number(), 'Position of the first point of the later version.'),
    from: VersionNameSchema,
    to: VersionNameSchema,
    policy: v.picklist(['same', 'reworded', 'changed']),
    service: v.picklist(['same', 'reworded', 'changed']),
  }),
  'Where the version changes in a trend: points on both sides are never joined, and what is said across them is this.',
);

export const FactorRowSchema = v.strictObject({
  code: v.string(),
  area: v.string(),
  name: WordsSchema,
  short: WordsSchema,
  score: ServedScoreSchema,
  levels: told(
    v.nullable(v.array(v.number())),
    "Answers at levels 1..5 over the factor's items; null when withheld.",
  ),
  noOpinion: v.nullable(count),
  targetState: v.nullable(TargetStateSchema),
  gap: told(
    v.nullable(v.number()),
    'Percentage points missing to the target, as both are printed; below zero when it is passed. Null without one of the two.',
  ),
  items: told(
    v.array(ItemRowSchema),
    'Of half-months that have closed (of demo and training units: of all).',
  ),
});

export const UnitRowSchema = v.strictObject({
  unit: UnitNameSchema,
  policy: ServedScoreSchema,
  service: ServedScoreSchema,
  trend: told(
    v.array(v.strictObject({ period: v.string(), service: ServedScoreSchema })),
    'Point by point as the trend of the page.',
  ),
  change: told(
    v.nullable(PointsChangeSchema),
    'Service delivery against the former period; null where it cannot be said.',
  ),
  belowOthers: told(v.boolean(), 'Service delivery is clearly below that of the other units together.'),
});

export const ChannelRowSchema = v.strictObject({
  channel: v.picklist(CHANNELS),
  shown: told(v.nullable(count), 'Submissions shown; null when withheld.'),
});

export const OverviewSchema = v.strictObject({
  unit: UnitNameSchema,
  treeDay: told(day, 'The day whose tree this is.'),
  period: v.strictObject({ id: v.string(), from: day, to: day, open: v.boolean() }),
  form: v.picklist(FORMS),
  questionnaire: told(
    VersionNameSchema,
    "Of the campaign of the period's last day: every figure is of this version alone.",
  ),
  alsoAsked: told(v.array(VersionNameSchema), 'Other versions that were asked in the period.'),
  method: MethodSchema,
  campaignMethod: told(
    MethodSchema,
    'What the campaign has set. Where it is not `method`, the figures are not the official ones.',
  ),
  asOf: instant,
  certified: told(
    v.nullable(v.strictObject({ version: count, day })),
    'The newest version of these figures that the unit has certified (`GET /certified`); what stands here is what is served now.',
  ),
  received: count,
  shown: count,
  valid: told(
    v.nullable(count),
    'Of the submissions shown: valid ones and partial ones; null below the threshold.',
  ),
  partial: v.nullable(count),
  headline: v.strictObject({
    policy: ServedScoreSchema,
    service: ServedScoreSchema,
    all: ServedScoreSchema,
    overallQuestion: told(
      ServedScoreSchema,
      "The product's own overall question, outside the index, over every kept submission.",
    ),
    target: v.nullable(YearTargetSchema),
    policyTarget: v.nullable(TargetStateSchema),
    serviceTarget: v.nullable(TargetStateSchema),
  }),
  former: told(
    v.nullable(
      v.strictObject({
        period: v.strictObject({ id: v.string(), from: day, to: day }),
        policy: v.nullable(PointsChangeSchema),
        service: v.nullable(PointsChangeSchema),
      }),
    ),
    'The period before of the same length and kind, and what changed since; null where there is none.',
  ),
  channels: v.array(ChannelRowSchema),
  trend: v.array(TrendPointSchema),
  trendBreaks: v.array(TrendBreakSchema),
  factors: v.array(FactorRowSchema),
  units: told(
    v.array(UnitRowSchema),
    'Child units of the unit (or its service points where it has no units below it).',
  ),
  unitsWithheld: told(
    v.nullable(v.number()),
    'Of the breakdown above: Σ n shown + n withheld = n of the unit; null when that is 1-9.',
  ),
  devices: v.strictObject({
    count,
    unsent: told(count, 'Submissions that wait on devices, from their newest heartbeats.'),
    quietSince: told(
      v.nullable(day),
      "Oldest of the devices' newest contacts, local day; null when none has reported.",
    ),
  }),
});

export const ScopeUnitSchema = v.strictObject({ ...UnitNameSchema.entries, parent: v.nullable(v.string()) });
