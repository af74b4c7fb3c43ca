import * as v from 'valibot';
import { AGGREGATIONS, PLAN_ROWS_MOST, STATISTICS } from '../plan-choices.ts';
import { FORMS } from '../questionnaire.ts';
import { CHANNELS } from '../submission.ts';
import { dayField, idField, textField } from './day-field.ts';
import type { Answer } from './answer-parts.ts';
import type { CampaignViewSchema, CampaignAboveSchema, CampaignListSchema } from './plan-answers.ts';

/** Campaigns: what managers' pages ask of the server, and what stands in the database of a campaign's settings. */

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer('wrong'), v.minValue(least, 'wrong'), v.maxValue(most, 'wrong'));

/** Which form each channel asks. Kiosk and own phones follow it, and a new batch of paper begins with it; the others when their pages come. */
const form = (usual: (typeof FORMS)[number]) => v.optional(v.picklist(FORMS), usual);
export const FormsSchema = v.strictObject({
  kiosk: form('express'),
  qr: form('express'),
  ticket: form('express'),
  assisted: form('full'),
  call: form('express'),
  paper: form('full'),
} satisfies Record<(typeof CHANNELS)[number], unknown>);
export type Forms = v.InferOutput<typeof FormsSchema>;

/** From when on a figure is to be watched or warned of; alerts themselves are not sent yet. */
export const ThresholdsSchema = v.pipe(
  v.strictObject({
    /** Percent: below it a figure is to be watched, below the second one it is a warning. */
    watchBelow: v.optional(whole(1, 100), 90),
    warnBelow: v.optional(whole(1, 100), 80),
    /** Valid forms of a service point in a half-month: fewer are a warning; 0 = none is. */
    formsBelow: v.optional(whole(0, 10_000), 0),
  }),
  v.forward(
    v.check(({ watchBelow, warnBelow }) => warnBelow <= watchBelow, 'order'),
    ['warnBelow'],
  ),
);
export type Thresholds = v.InferOutput<typeof ThresholdsSchema>;

export const PlanSchema = v.strictObject({
  formula: v.picklist(['slovin', 'margin']),
  errorPoints: whole(1, 20),
  expectedPercent: whole(1, 99),
  rows: v.pipe(
    v.array(v.strictObject({ unit: idField, field: v.nullable(idField), population: whole(0, 10_000_000) })),
    v.maxLength(PLAN_ROWS_MOST, 'too-many'),
  ),
});

export const NAME_MOST = 120;

/** `POST /api/v1/campaigns` and `PUT …/ID` → `CampaignView`. */
export const CampaignSchema = v.strictObject({
  name: textField(NAME_MOST),
  unit: idField,
  /** Units below it that alone are covered, each with its subtree; null = the unit and all below it. */
  covers: v.nullable(
    v.pipe(v.array(idField), v.minLength(1, 'needed'), v.maxLength(PLAN_ROWS_MOST, 'too-many')),
  ),
  questionnaire: v.strictObject({ id: idField, version: whole(1, 10_000) }),
  starts: dayField,
  ends: v.nullable(dayField),
  statistic: v.picklist(STATISTICS),
  aggregation: v.picklist(AGGREGATIONS),
  forms: FormsSchema,
  thresholds: ThresholdsSchema,
  plan: v.nullable(PlanSchema),
  /**
   * The campaign that this one takes the place of: it ends on the day before. It has no end, or the one that it got by
   * being followed by this one.
   */
  follows: v.nullable(idField),
});
export type CampaignAsked = v.InferOutput<typeof CampaignSchema>;

/** `POST /api/v1/campaigns/ID/until` → `CampaignView`: its last day, today or later; null = until further notice. */
export const UntilSchema = v.strictObject({ ends: v.nullable(dayField) });

export type CampaignState = 'planned' | 'running' | 'ended';

/** `DELETE /api/v1/campaigns/ID`: whether the one whose place it would take goes on in its stead. */
export const DropSchema = v.strictObject({ reopens: v.boolean() });

/** `follows`: of a planned one, the campaign that ends the day before it. */
export type CampaignView = Answer<typeof CampaignViewSchema>;

/** A campaign of a unit above that holds here; its own page is that unit's. */
export type CampaignAbove = Answer<typeof CampaignAboveSchema>;

/** `GET /api/v1/campaigns`, with everything that can be chosen. */
export type CampaignList = Answer<typeof CampaignListSchema>;
