import type { PointsChange, TargetState } from '../compare.ts';
import type { Method } from '../score.ts';
import type {
  Answer,
  ServedFigureSchema,
  UnitNameSchema,
  WithheldFigureSchema,
  YearTargetSchema,
} from './answer-parts.ts';
import type {
  TrendPointSchema,
  ItemRowSchema,
  TrendBreakSchema,
  FactorRowSchema,
  UnitRowSchema,
  ChannelRowSchema,
  OverviewSchema,
  ScopeUnitSchema,
} from './overview-answers.ts';
export type { PointsChange, TargetState };

/**
 * What the server serves to a manager's page. Everything below the threshold has been withheld before it is
 * built: the page formats and draws, it computes no number and hides none.
 */

export type MethodNote = Method;

/** A figure that may be read out, with everything that must stand beside it. */
export type ServedFigure = Answer<typeof ServedFigureSchema>;
export type WithheldFigure = Answer<typeof WithheldFigureSchema>;
export type ServedScore = ServedFigure | WithheldFigure;

/** The target of a year for one percentage, with where it comes from. */
export type Target = Answer<typeof YearTargetSchema>;

export type UnitName = Answer<typeof UnitNameSchema>;

/** A month by one version of the questionnaire; one in which the version changed has a point for each. */
export type TrendPoint = Answer<typeof TrendPointSchema>;

export type ItemRow = Answer<typeof ItemRowSchema>;

/** Where the version changes in a trend: points on both sides are never joined, and what is said across them is this. */
export type TrendBreak = Answer<typeof TrendBreakSchema>;

export type FactorRow = Answer<typeof FactorRowSchema>;

export type UnitRow = Answer<typeof UnitRowSchema>;

export type ChannelRow = Answer<typeof ChannelRowSchema>;

/**
 * `GET /api/v1/overview?unit=…&period=…&form=express|full[&asOf=DAY][&statistic=…][&aggregation=…]`. The tree of units is that of the day; left out, of the
 * last day of the period (of today while it is open) or the nearest day on which the unit was there. A statistic or an
 * aggregation that is asked for replaces that of the campaign; targets belong to the campaign's alone.
 */
export type Overview = Answer<typeof OverviewSchema>;

/** `GET /api/v1/session` */
export interface Account {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: UnitName;
  /** Whether a second factor is set up. */
  readonly secondFactor: boolean;
  /** The first run of its office is not through yet, and this account is the one to go on. */
  readonly isSettingUp?: boolean;
}

/**
 * administrator: everything of its subtree, people and settings included · manager: figures, devices and reviews ·
 * staff: may collect, sees no figures · auditor: figures, audit log, exports of rows · reader: figures only.
 */
export const ROLES = ['administrator', 'manager', 'staff', 'auditor', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** `GET /api/v1/units`: the units the account may see, each with its parent (null at the top of the scope). */
export type ScopeUnit = Answer<typeof ScopeUnitSchema>;
