import type { Answer } from './answer-parts.ts';
import type {
  ReportFigureSchema,
  ReportItemSchema,
  ReportRowSchema,
  ChannelFormsSchema,
  FormCountsSchema,
  NamedFormsSchema,
  RemarksSchema,
  RespondentsSchema,
  WeakestSchema,
  SurveyReportSchema,
} from './report-answers.ts';

/** A figure of the report with the whole numbers that give it; no sums where it is withheld. */
export type ReportFigure = Answer<typeof ReportFigureSchema>;

/** A unit (a service point where there is no unit below), or a field of procedures. */
export type ReportRow = Answer<typeof ReportRowSchema>;

export type FormCounts = Answer<typeof FormCountsSchema>;
export type ChannelForms = Answer<typeof ChannelFormsSchema>;
/** Forms of a unit or a field. */
export type NamedForms = Answer<typeof NamedFormsSchema>;

/** One of the items, with everything that was counted of it; no counts where its figure is withheld. */
export type ReportItem = Answer<typeof ReportItemSchema>;

/** What forms say of who answered, one thing at a time. */
export const RESPONDENT_FACETS = ['sex', 'age', 'kind', 'language'] as const;
export type RespondentFacet = (typeof RESPONDENT_FACETS)[number];
export type Respondents = Answer<typeof RespondentsSchema>;

/** What became of what people wrote: counts from ten remarks on, and what units have published themselves; never a remark. */
export type ReportRemarks = Answer<typeof RemarksSchema>;

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
