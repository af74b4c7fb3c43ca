import type { Answer } from './answer-parts.ts';
import type {
  RankRangeSchema,
  CutFigureSchema,
  CutRowSchema,
  CutTotalSchema,
  ServedPeriodSchema,
  FiguresAboutSchema,
  CutSchema,
  SelectionSchema,
  FigureSumsSchema,
  FigurePassportSchema,
  ComparedSideSchema,
  ComparisonSchema,
} from './cut-answers.ts';

/** Cuts of a unit's figures, the comparison of two of them, and the passport of one. */

/**
 * What the forms of a unit can be told apart by: places, then what a form says of itself. Persons are told apart by one
 * thing at a time, never by two crossed. A counter is a service point.
 */
export const CUTS = [
  'unit',
  'point',
  'authority',
  'field',
  'channel',
  'form',
  'language',
  'sex',
  'age',
  'kind',
  'ontime',
  'version',
] as const;
export type CutBy = (typeof CUTS)[number];

/** The groups that a cut shows where none is asked for: policy and service. */
export const USUAL_GROUPS = ['I', 'II'] as const;

export type RankRange = Answer<typeof RankRangeSchema>;

export type CutFigure = Answer<typeof CutFigureSchema>;

export type CutRow = Answer<typeof CutRowSchema>;

/** Of one group over all rows: `shown` + `withheld` = `n`. */
export type CutTotal = Answer<typeof CutTotalSchema>;

export type ServedPeriod = Answer<typeof ServedPeriodSchema>;

/** What stands beside every cut, comparison and passport: of which forms it speaks, and how it was computed. */
export type FiguresAbout = Answer<typeof FiguresAboutSchema>;

/** `GET /api/v1/cuts?unit=…&period=…&form=…&by=…[&group=…][&asOf=DAY][&statistic=…][&aggregation=…]` */
export type Cut = Answer<typeof CutSchema>;

/** Where a number comes from: what of the unit it is about. `by` null: the unit itself, uncut. */
export type Selection = Answer<typeof SelectionSchema>;

/** Whole numbers behind a figure (docs/method.md): recomputing it from them gives percentage and interval. */
export type FigureSums = Answer<typeof FigureSumsSchema>;

/** `GET /api/v1/passport?…&group=…[&by=…&value=…]`: everything that one number rests on. */
export type FigurePassport = Answer<typeof FigurePassportSchema>;

/** Why nothing is said about a difference. */
export type NotCompared = 'withheld' | 'forms' | 'versions' | 'methods' | 'overlap';

export type ComparedSide = Answer<typeof ComparedSideSchema>;

/**
 * `GET /api/v1/comparison?…&group=…&by=…&a=VALUE&b=VALUE|rest`: two rows of a cut, or one and all others;
 * `…&other=PERIOD`: the unit in two periods.
 */
export type Comparison = Answer<typeof ComparisonSchema>;
