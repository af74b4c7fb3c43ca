import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { CHANNELS } from '../submission.ts';
import {
  MethodSchema,
  PointsChangeSchema,
  ServedScoreSchema,
  UnitNameSchema,
  count,
  day,
  instant,
  told,
} from './answer-parts.ts';
import { PROOF_JOBS, TRUST_GROUPS } from './trust.ts';

/** Whether a figure can be believed. */

export const FlaggedPairSchema = told(
  v.strictObject({
    group: v.picklist(TRUST_GROUPS),
    full: ServedScoreSchema,
    without: told(
      ServedScoreSchema,
      'Withheld too where marked and unmarked forms would give away one to nine.',
    ),
    change: told(
      v.nullable(PointsChangeSchema),
      '`without` against `full`, in points as printed; the test compares marked with unmarked forms. Null: withheld.',
    ),
  }),
  'A figure over all forms that count, and over those that no class marks.',
);

export const ChannelInTwoSchema = told(
  v.strictObject({ channel: v.picklist(CHANNELS), before: ServedScoreSchema, now: ServedScoreSchema }),
  'One channel in two periods.',
);

export const MixOfGroupSchema = told(
  v.strictObject({
    group: v.picklist(['I', 'II']),
    before: ServedScoreSchema,
    now: ServedScoreSchema,
    raw: v.nullable(PointsChangeSchema),
    channels: v.array(ChannelInTwoSchema),
    fixed: told(
      v.nullable(v.strictObject({ before: v.number(), now: v.number(), change: PointsChangeSchema })),
      'Percent in both periods at the earlier mix, over the channels that are served in both. Null: not to be told.',
    ),
    verdict: v.picklist(['same', 'holds', 'mix', 'cannot-tell']),
  }),
  "A percentage of two periods, as it is and at the earlier period's mix of channels.",
);

export const LatePairSchema = told(
  v.strictObject({
    group: v.picklist(TRUST_GROUPS),
    onTime: ServedScoreSchema,
    late: ServedScoreSchema,
    change: told(v.nullable(PointsChangeSchema), '`late` against `onTime`; null where one is withheld.'),
  }),
  'Satisfaction with late dossiers and with the others, as interviews by telephone and tickets know it.',
);

export const ProofOfNightSchema = v.strictObject({
  job: v.picklist(PROOF_JOBS),
  night: v.string(),
  ok: v.boolean(),
});

export const TrustSchema = v.strictObject({
  unit: UnitNameSchema,
  period: v.strictObject({ id: v.string(), from: day, to: day, open: v.boolean() }),
  form: v.picklist(FORMS),
  method: MethodSchema,
  asOf: instant,
  figures: told(
    v.strictObject({ policy: ServedScoreSchema, service: ServedScoreSchema }),
    "The two percentages as the figures' page has them.",
  ),
  closed: told(
    v.nullable(v.strictObject({ from: day, to: day })),
    'The half-months of the period that have closed: marked and late forms are told of these alone. Null: none yet.',
  ),
  forms: told(
    v.nullable(count),
    'Of these half-months. Numbers of forms, null where they would tell of one to nine.',
  ),
  flagged: v.nullable(count),
  pairs: v.array(FlaggedPairSchema),
  mix: v.nullable(v.strictObject({ period: v.string(), groups: v.array(MixOfGroupSchema) })),
  late: v.array(LatePairSchema),
  root: told(
    v.nullable(v.strictObject({ n: count, day, digits: v.string() })),
    'The newest nightly root: its day, and the first 16 hex digits, as the second body has it. Null: no night yet.',
  ),
  proofs: v.array(ProofOfNightSchema),
});
