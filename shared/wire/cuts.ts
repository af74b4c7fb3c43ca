import type { FormKind, Text } from '../questionnaire.ts';
import type { MethodNote, ServedScore, UnitName } from './overview.ts';

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

export interface RankRange {
  /** 1 + how many rows are surely above … how many are not surely below. */
  readonly best: number;
  readonly worst: number;
}

export interface CutFigure {
  readonly score: ServedScore;
  /** "No opinion" among those who could have answered, in percent; null when withheld. */
  readonly noOpinion: number | null;
  /** Among the rows shown; null where rows are not ranked. */
  readonly rank: RankRange | null;
}

export interface CutRow {
  /** A unit, a service point, a code; '' where the forms say nothing. */
  readonly value: string;
  /** Null for codes that the page has words for. */
  readonly name: Text | null;
  /** Of a service point: its unit, of a counter its centre. */
  readonly under: Text | null;
  /** One for each group, in their order. */
  readonly figures: readonly CutFigure[];
}

/** Of one group over all rows: `shown` + `withheld` = `n`. */
export interface CutTotal {
  readonly group: string;
  /** Null where it would be a number below the threshold, or give one away. */
  readonly n: number | null;
  readonly shown: number;
  readonly withheld: number | null;
  /** Rows among which ranks were told; 0 where this cut is not ranked. */
  readonly ranked: number;
}

export interface ServedPeriod {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly open: boolean;
}

/** What stands beside every cut, comparison and passport: of which forms it speaks, and how it was computed. */
export interface FiguresAbout {
  readonly unit: UnitName;
  /** The day whose tree this is. */
  readonly treeDay: string;
  readonly period: ServedPeriod;
  readonly form: FormKind;
  readonly questionnaire: { readonly id: string; readonly version: number };
  readonly method: MethodNote;
  /** What the campaign has set: by another method figures are not the official ones. */
  readonly campaignMethod: MethodNote;
  readonly asOf: number;
  /** Submissions of the unit in the period that have come, and those in what is served here. */
  readonly received: number;
  readonly shown: number;
}

/** `GET /api/v1/cuts?unit=…&period=…&form=…&by=…[&group=…][&asOf=DAY][&statistic=…][&aggregation=…]` */
export interface Cut extends FiguresAbout {
  readonly by: CutBy;
  /** Nothing is served of this cut before the period has closed: ten new forms may bring one person of a kind. */
  readonly isTooEarly: boolean;
  readonly groups: readonly string[];
  readonly rows: readonly CutRow[];
  readonly totals: readonly CutTotal[];
}
