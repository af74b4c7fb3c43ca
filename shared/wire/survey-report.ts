import type { Language, Text } from '../questionnaire.ts';
import type { Channel } from '../submission.ts';
import type { CertifiedMark } from './certified-report.ts';
import type { FigureSums } from './cuts.ts';
import type { Overview, ServedScore } from './overview.ts';

/** A figure of the report with the whole numbers that give it; no sums where it is withheld. */
export interface ReportFigure {
  /** An area, a factor, `all`, `overall`. */
  readonly group: string;
  readonly score: ServedScore;
  readonly sums: FigureSums | null;
}

/** A unit (a service point where there is no unit below), or a field of procedures. */
export interface ReportRow {
  /** Null: the forms say nothing of it. */
  readonly name: Text | null;
  readonly policy: ReportFigure;
  readonly service: ReportFigure;
}

export interface ChannelForms {
  readonly channel: Channel;
  /** Forms handed out; null where nothing is handed out and people answer on a screen. */
  readonly out: number | null;
  /** Forms in the figures, and valid ones among them; null when withheld. */
  readonly shown: number | null;
  readonly valid: number | null;
}

/**
 * `GET /api/v1/report?unit=…&period=…&form=express|full[&asOf=DAY]`: everything that the report of a unit says, from what is
 * served of it and by the method of its campaign.
 */
export interface SurveyReport
  extends Pick<
    Overview,
    | 'unit'
    | 'treeDay'
    | 'period'
    | 'form'
    | 'questionnaire'
    | 'alsoAsked'
    | 'method'
    | 'asOf'
    | 'received'
    | 'shown'
    | 'valid'
    | 'partial'
    | 'former'
  > {
  /** The unit above; null at the top. */
  readonly above: Text | null;
  readonly campaign: Text;
  readonly questionnaireTitle: Text;
  /** Service points of the unit on the day of the tree. */
  readonly points: number;
  readonly channels: readonly ChannelForms[];
  readonly target: Overview['headline']['target'];
  readonly policyTarget: Overview['headline']['policyTarget'];
  readonly serviceTarget: Overview['headline']['serviceTarget'];
  readonly policy: ReportFigure;
  readonly service: ReportFigure;
  readonly all: ReportFigure;
  readonly overallQuestion: ReportFigure;
  readonly factors: readonly (ReportFigure & {
    readonly area: string;
    readonly name: Text;
    readonly short: Text;
  })[];
  readonly weakest: Weakest;
  readonly units: readonly ReportRow[];
  /** Forms in rows of units that are withheld; null when that is 1-9. */
  readonly unitsWithheld: number | null;
  /** Null before the period has closed. */
  readonly fields: readonly ReportRow[] | null;
  /** Of its files, in ASCII and without an ending. */
  readonly fileName: string;
  /** The certified version that this is, of a closed reporting period; null: what is served now. */
  readonly certified: CertifiedMark | null;
  /** The paragraph for the report on administrative reform. */
  readonly paragraph: Readonly<Record<Language, string>>;
}

/**
 * The factors with the two lowest figures, those of few forms left out. `tied`: more than two are printed with the second
 * lowest figure, so no two can be named. `few`: fewer than two figures can be told.
 */
export type Weakest =
  | { readonly kind: 'two'; readonly codes: readonly [string, string] }
  | { readonly kind: 'tied' }
  | { readonly kind: 'few' };

/** What a report leaves as; `docx` is the one to edit. */
export const REPORT_FILES = ['docx', 'pdf', 'xlsx'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
