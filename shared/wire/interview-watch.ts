import type { Answer } from './answer-parts.ts';
import type {
  ShareWithIntervalSchema,
  InterviewerRowSchema,
  WayFiguresSchema,
  UnitWaysSchema,
  InterviewWatchSchema,
} from './progress-answers.ts';

/**
 * How interviews go beside the other ways of the same unit. Submissions know no device and no interviewer, so answers are
 * compared by way and unit; of a telephone there are only the counts that it keeps of its days.
 */
export type ShareWithInterval = Answer<typeof ShareWithIntervalSchema>;

/** One telephone of staff over the days of the campaign. */
export type InterviewerRow = Answer<typeof InterviewerRowSchema>;

/** Whether a way differs from the others of the unit by more than chance says. */
export type Apart = 'higher' | 'lower' | 'alike';

export type WayFigures = Answer<typeof WayFiguresSchema>;

export type UnitWays = Answer<typeof UnitWaysSchema>;

/** `GET /api/v1/campaigns/ID/interviews` */
export type InterviewWatch = Answer<typeof InterviewWatchSchema>;
