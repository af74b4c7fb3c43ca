import type { FormKind } from '../questionnaire.ts';
import type { Channel } from '../submission.ts';
import type { UnitName } from './overview.ts';

/**
 * How interviews go beside the other ways of the same unit. Submissions know no device and no interviewer, so answers are
 * compared by way and unit; of a telephone there are only the counts that it keeps of its days.
 */
export interface ShareWithInterval {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** One telephone of staff over the days of the campaign. */
export interface InterviewerRow {
  readonly device: { readonly id: string; readonly name: string };
  /** Name of the account; null = closed and removed. */
  readonly holder: string | null;
  readonly unit: UnitName;
  /** Days on which somebody was asked. */
  readonly days: number;
  readonly agreed: number;
  readonly refused: number;
  /** Of those who agreed: at a counter at which the interviewer was on duty. */
  readonly ownCounter: number;
  /** Who agreed, of all who were asked; null below ten. */
  readonly agreement: ShareWithInterval | null;
  /** Forms that have arrived from it, since it was enrolled. */
  readonly stored: number;
}

/** Whether a way differs from the others of the unit by more than chance says. */
export type Apart = 'higher' | 'lower' | 'alike';

export interface WayFigures {
  readonly channel: Channel;
  readonly form: FormKind;
  /** The overall question, which every form asks; null where it may not be named. */
  readonly overall:
    | (ShareWithInterval & {
        /** Answers at levels 1-5. */
        readonly levels: readonly number[];
      })
    | null;
  /** "No opinion" among all answers of valid forms; null where it may not be named. */
  readonly noOpinion: { readonly percent: number; readonly answers: number } | null;
  /** Interviews only: against all other ways of the unit together; null where one of the two may not be named. */
  readonly apart: Apart | null;
}

export interface UnitWays {
  readonly unit: UnitName;
  readonly ways: readonly WayFigures[];
}

/** `GET /api/v1/campaigns/ID/interviews` */
export interface InterviewWatch {
  readonly from: string;
  /** Today, or the last day of the campaign. */
  readonly to: string;
  readonly interviewers: readonly InterviewerRow[];
  /** Units in which people were interviewed. */
  readonly units: readonly UnitWays[];
}
