import type { Answer } from './answer-parts.ts';
import type {
  ReportFigureSchema,
  ReportRowSchema,
  ChannelFormsSchema,
  WeakestSchema,
  SurveyReportSchema,
} from './report-answers.ts';

/** A figure of the report with the whole numbers that give it; no sums where it is withheld. */
export type ReportFigure = Answer<typeof ReportFigureSchema>;

/** A unit (a service point where there is no unit below), or a field of procedures. */
export type ReportRow = Answer<typeof ReportRowSchema>;

export type ChannelForms = Answer<typeof ChannelFormsSchema>;

/**
 * `GET /api/v1/report?unit=…&period=…&form=express|full[&asOf=DAY]`: everything that the report of a unit says, from what is
 * served of it and by the method of its campaign.
 */
export type SurveyReport = Answer<typeof SurveyReportSchema>;

/**
 * The factors with the two lowest figures, those of few forms left out. `tied`: more than two are printed with the second
 * lowest figure, so no two can be named. `few`: fewer than two figures can be told.
 */
export type Weakest = Answer<typeof WeakestSchema>;

/** What a report leaves as; `docx` is the one to edit. */
export const REPORT_FILES = ['docx', 'pdf', 'xlsx'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];
