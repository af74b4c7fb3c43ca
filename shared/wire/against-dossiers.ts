import type { FormKind, Text } from '../questionnaire.ts';
import type { MethodNote, ServedScore, UnitName } from './overview.ts';

/**
 * Forms against dossiers returned, and the two percentages once more, weighted by dossiers:
 * `GET /api/v1/against-dossiers?unit=…&period=…&form=express|full[&asOf=DAY]`.
 */

/** How many forms came of a hundred dossiers returned. Not everybody who answers has a dossier, and some have several. */
export interface TakeUp {
  /** Forms with an answer to the overall question; null where they may not be told. */
  readonly forms: number | null;
  /** Null: lists and statistics do not say it for the whole period. */
  readonly returned: number | null;
  /** Forms of 100 dossiers, one decimal. */
  readonly per100: number | null;
}

/** Rows of one breakdown: units below, or fields. */
export interface TakeUpRow extends TakeUp {
  readonly value: string;
  readonly name: Text;
}

/** By what the forms are weighted. */
export const WEIGHED_BY = ['field', 'unit'] as const;
export type WeighedBy = (typeof WEIGHED_BY)[number];

/**
 * Why there is no weighted figure. `headline`: the plain one is not told. `open`: of an open period fields are not told
 * apart. `dossiers`: not all dossiers of the period are known row by row. `one-row`: there is nothing to weigh. `unnamed`:
 * less than four fifths of the forms say their field. `few`: too few forms in a row.
 */
export type NotWeighed = 'headline' | 'open' | 'dossiers' | 'one-row' | 'unnamed' | 'few';

export interface WeighedRow {
  /** Null: rows with too few forms, taken together. */
  readonly name: Text | null;
  /** With it count dossiers of which there is no form. */
  readonly hasMore: boolean;
  readonly n: number;
  readonly returned: number;
  /** Of all dossiers and of all forms in the figure, percent with one decimal. */
  readonly dossierPercent: number;
  readonly formPercent: number;
}

export interface WeighedFigure {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly nEff: number;
  readonly rows: readonly WeighedRow[];
}
export type Weighed = WeighedFigure | { readonly not: NotWeighed };

export interface AgainstDossiers {
  readonly unit: UnitName;
  readonly period: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly open: boolean;
  };
  readonly form: FormKind;
  readonly method: MethodNote;
  readonly total: TakeUp;
  readonly units: readonly TakeUpRow[];
  /** Null: of an open period fields are not told apart. */
  readonly fields: readonly TakeUpRow[] | null;
  readonly weighed: readonly {
    readonly group: 'I' | 'II';
    readonly plain: ServedScore;
    readonly by: Readonly<Record<WeighedBy, Weighed>>;
  }[];
}
