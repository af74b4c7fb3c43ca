import * as v from 'valibot';

/** What a rule of low scores looks at: the overall question, or all items about the service together. */
export const MEASURES = ['overall', 'service'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * Percent: below it a share is low. Steps of five and no extremes: a line of 100 would tell of one answer of ten that it
 * was bad, a line of 10 that all were.
 */
export const LINES = [50, 55, 60, 65, 70, 75, 80, 85, 90] as const;
export type Line = (typeof LINES)[number];

/** Who gets an e-mail: nobody; managers of the unit that the place belongs to; those of all units above it too. */
export const MAIL_TO = ['nobody', 'unit', 'line'] as const;
export type MailTo = (typeof MAIL_TO)[number];

export const AlertRuleSchema = v.strictObject({
  isOn: v.boolean(),
  line: v.picklist(LINES),
  measure: v.picklist(MEASURES),
  mail: v.picklist(MAIL_TO),
});
export type AlertRule = Readonly<v.InferOutput<typeof AlertRuleSchema>>;

/** The nearest line to a percentage of a campaign's thresholds. */
export function lineNear(percent: number): Line {
  return LINES.reduce((near, line) => (Math.abs(line - percent) < Math.abs(near - percent) ? line : near));
}

/** So many of the latest answers of a place are looked at, or a few more: the half-days that together hold them. */
export const WINDOW_LEAST = 10;
/** And none that are older: what nobody has answered about for two weeks tells nothing of now. */
export const WINDOW_DAYS = 14;
