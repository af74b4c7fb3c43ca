import type { FormKind, Text, VersionName } from '../questionnaire.ts';
import type { Channel } from '../submission.ts';
import type { Tree } from './device.ts';
import type { PointsChange, TargetState } from '../compare.ts';
import type { Method } from '../score.ts';
import type { GroupBreak } from '../version-breaks.ts';
export type { PointsChange, TargetState };

/**
 * What the server serves to a manager's page. Everything below the threshold has been withheld before it is
 * built: the page formats and draws, it computes no number and hides none.
 */

export type MethodNote = Method;

/** A figure that may be read out, with everything that must stand beside it. */
export interface ServedFigure {
  /** 0-100, rounded half up once. */
  readonly percent: number;
  /** 95 % interval, 0-100. */
  readonly low: number;
  readonly high: number;
  /** Forms with at least one valid answer in the group. */
  readonly n: number;
  readonly answers: number;
  /** "No opinion" given where an answer was asked, and its share of both, 0-100. */
  readonly noOpinion: number;
  readonly noOpinionPercent: number;
  readonly nEff: number;
  readonly method: MethodNote;
  /** Instant of the served state, ms. */
  readonly asOf: number;
  /** Submissions received and submissions inside the served figures (release step). */
  readonly received: number;
  readonly shown: number;
  /** n is from 10 to 29: drawn grey, with a note. */
  readonly grey: boolean;
}
export interface WithheldFigure {
  readonly withheld: 'too-few' | 'no-answers' | 'item-below-ten' | 'complement';
}
export type ServedScore = ServedFigure | WithheldFigure;

/** The target of a year for one percentage, with where it comes from. */
export interface Target {
  readonly year: number;
  readonly percent: number;
  readonly source: Text;
}

export interface UnitName {
  readonly id: string;
  readonly name: Text;
  readonly tree: Tree;
}

/** A month by one version of the questionnaire; one in which the version changed has a point for each. */
export interface TrendPoint {
  /** Period id of a month, `month-2026-11`. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly version: VersionName;
  readonly policy: ServedScore;
  readonly service: ServedScore;
  readonly target: Target | null;
  readonly policyTarget: TargetState | null;
  readonly serviceTarget: TargetState | null;
}

export interface ItemRow {
  readonly number: number;
  /** The headline that names the matter on the express form. */
  readonly name: Text;
  readonly score: ServedScore;
  /** As of a factor. */
  readonly levels: readonly number[] | null;
}

/** Where the version changes in a trend: points on both sides are never joined, and what is said across them is this. */
export interface TrendBreak {
  /** Position of the first point of the later version. */
  readonly at: number;
  readonly from: VersionName;
  readonly to: VersionName;
  readonly policy: GroupBreak;
  readonly service: GroupBreak;
}

export interface FactorRow {
  readonly code: string;
  readonly area: string;
  readonly name: Text;
  readonly short: Text;
  readonly score: ServedScore;
  /** Answers at levels 1..5 over the factor's items; null when withheld. */
  readonly levels: readonly number[] | null;
  readonly noOpinion: number | null;
  readonly targetState: TargetState | null;
  /** Percentage points missing to the target, as both are printed; below zero when it is passed. Null without one of the two. */
  readonly gap: number | null;
  /** Of half-months that have closed (of demo and training units: of all). */
  readonly items: readonly ItemRow[];
}

export interface UnitRow {
  readonly unit: UnitName;
  readonly policy: ServedScore;
  readonly service: ServedScore;
  /** Point by point as the trend of the page. */
  readonly trend: readonly { readonly period: string; readonly service: ServedScore }[];
  /** Service delivery against the former period; null where it cannot be said. */
  readonly change: PointsChange | null;
  /** Service delivery is clearly below that of the other units together. */
  readonly belowOthers: boolean;
}

export interface ChannelRow {
  readonly channel: Channel;
  /** Submissions shown; null when withheld. */
  readonly shown: number | null;
}

/**
 * `GET /api/v1/overview?unit=…&period=…&form=express|full[&asOf=DAY][&statistic=…][&aggregation=…]`. The tree of units is that of the day; left out, of the
 * last day of the period (of today while it is open) or the nearest day on which the unit was there. A statistic or an
 * aggregation that is asked for replaces that of the campaign; targets belong to the campaign's alone.
 */
export interface Overview {
  readonly unit: UnitName;
  /** The day whose tree this is. */
  readonly treeDay: string;
  readonly period: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly open: boolean;
  };
  readonly form: FormKind;
  /** Of the campaign of the period's last day: every figure is of this version alone. */
  readonly questionnaire: VersionName;
  /** Other versions that were asked in the period. */
  readonly alsoAsked: readonly VersionName[];
  readonly method: MethodNote;
  /** What the campaign has set. Where it is not `method`, the figures are not the official ones. */
  readonly campaignMethod: MethodNote;
  readonly asOf: number;
  readonly received: number;
  readonly shown: number;
  /** Of the submissions shown: valid ones and partial ones; null below the threshold. */
  readonly valid: number | null;
  readonly partial: number | null;
  readonly headline: {
    readonly policy: ServedScore;
    readonly service: ServedScore;
    readonly all: ServedScore;
    /** The product's own overall question, outside the index, over every kept submission. */
    readonly overallQuestion: ServedScore;
    readonly target: Target | null;
    readonly policyTarget: TargetState | null;
    readonly serviceTarget: TargetState | null;
  };
  /** The period before of the same length and kind, and what changed since; null where there is none. */
  readonly former: {
    readonly period: { readonly id: string; readonly from: string; readonly to: string };
    readonly policy: PointsChange | null;
    readonly service: PointsChange | null;
  } | null;
  readonly channels: readonly ChannelRow[];
  readonly trend: readonly TrendPoint[];
  readonly trendBreaks: readonly TrendBreak[];
  readonly factors: readonly FactorRow[];
  /** Child units of the unit (or its service points where it has no units below it). */
  readonly units: readonly UnitRow[];
  /** Of the breakdown above: Σ n shown + n withheld = n of the unit; null when that is 1-9. */
  readonly unitsWithheld: number | null;
  readonly devices: {
    readonly count: number;
    /** Submissions that wait on devices, from their newest heartbeats. */
    readonly unsent: number;
    /** Oldest of the devices' newest contacts, local day; null when none has reported. */
    readonly quietSince: string | null;
  };
}

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
export interface ScopeUnit extends UnitName {
  readonly parent: string | null;
}
