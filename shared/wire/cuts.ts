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
  /** Of the questionnaire version: what else could be asked for as a group. */
  readonly factors: readonly { readonly code: string; readonly area: string; readonly name: Text }[];
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

/** Where a number comes from: what of the unit it is about. `by` null: the unit itself, uncut. */
export interface Selection {
  readonly by: CutBy | null;
  readonly value: string;
  readonly name: Text | null;
  readonly under: Text | null;
  readonly group: string;
}

/** Whole numbers behind a figure (docs/method.md): recomputing it from them gives percentage and interval. */
export interface FigureSums {
  readonly n: number;
  readonly answers: number;
  readonly noOpinion: number;
  readonly Y: number;
  readonly M: number;
  readonly X: number;
  readonly YY: number;
  readonly YM: number;
  readonly MM: number;
  readonly XX: number;
  readonly XM: number;
}

/** `GET /api/v1/passport?…&group=…[&by=…&value=…]`: everything that one number rests on. */
export interface FigurePassport extends FiguresAbout {
  readonly selection: Selection;
  /** Of the form in that version: items of the group with their design weights. */
  readonly items: readonly { readonly number: number; readonly weight: number }[];
  readonly score: ServedScore;
  /** Of a figure that is served: the rest of it. */
  readonly served: {
    readonly sums: FigureSums;
    /** Bounds in percent, not rounded. */
    readonly low: number;
    readonly high: number;
    /** SHA-256 over the selection and the sums, `build-passport.ts` says in which bytes. */
    readonly hash: string;
  } | null;
  /** Of the unit itself, once the period has closed. */
  readonly standings: {
    /** The figure without forms that carry a flag. */
    readonly unflagged: ServedScore;
    /** Forms with a flag, and forms that a review has excluded; null below the threshold. */
    readonly flagged: number | null;
    readonly excluded: number | null;
  } | null;
  /** The newest nightly root, by its day and first sixteen digits. */
  readonly root: { readonly n: number; readonly day: string; readonly digits: string } | null;
}

/** Why nothing is said about a difference. */
export type NotCompared = 'withheld' | 'forms' | 'versions' | 'methods' | 'overlap';

export interface ComparedSide {
  readonly value: string;
  readonly name: Text | null;
  readonly under: Text | null;
  readonly period: ServedPeriod;
  readonly score: ServedScore;
  /** All other forms of the unit (or of the longer period): a part is compared with the rest, never with its whole. */
  readonly isRest: boolean;
}

/**
 * `GET /api/v1/comparison?…&group=…&by=…&a=VALUE&b=VALUE|rest`: two rows of a cut, or one and all others;
 * `…&other=PERIOD`: the unit in two periods.
 */
export interface Comparison extends FiguresAbout {
  readonly by: CutBy | 'period';
  readonly group: string;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** a - b in points as they are printed; null where nothing is said. */
  readonly points: number | null;
  readonly outcome: 'higher' | 'lower' | 'alike' | null;
  readonly not: NotCompared | null;
}
