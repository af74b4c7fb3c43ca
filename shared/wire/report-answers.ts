import * as v from 'valibot';
import { CHANNELS } from '../submission.ts';
import { CASE_TAGS } from '../case-tags.ts';
import { ServedScoreSchema, TargetStateSchema, WordsSchema, count, day, told } from './answer-parts.ts';
import { FigurePassportSchema, FigureSumsSchema } from './cut-answers.ts';
import { ReplyWordsSchema } from './followed-cases.ts';
import { OverviewSchema } from './overview-answers.ts';
import { RESPONDENT_FACETS } from './survey-report.ts';

/** The content of the report of a unit. */

export const ReportFigureSchema = told(
  v.strictObject({
    group: told(v.string(), 'An area, a factor, `all`, `overall`.'),
    score: ServedScoreSchema,
    sums: v.nullable(FigureSumsSchema),
  }),
  'A figure of the report with the whole numbers that give it; no sums where it is withheld.',
);

export const ReportRowSchema = told(
  v.strictObject({
    name: told(v.nullable(WordsSchema), 'Null: the forms say nothing of it.'),
    policy: ReportFigureSchema,
    service: ReportFigureSchema,
  }),
  'A unit (a service point where there is no unit below), or a field of procedures.',
);

export const FormCountsSchema = v.strictObject({
  out: told(
    v.nullable(count),
    'Forms handed out; null where nothing is handed out and people answer on a screen.',
  ),
  shown: told(v.nullable(count), 'Forms in the figures, and valid ones among them; null when withheld.'),
  valid: v.nullable(count),
});

export const ChannelFormsSchema = v.strictObject({
  channel: v.picklist(CHANNELS),
  ...FormCountsSchema.entries,
});

export const NamedFormsSchema = told(
  v.strictObject({
    name: told(v.nullable(WordsSchema), 'Null: the forms say nothing of it.'),
    ...FormCountsSchema.entries,
  }),
  'Forms of a unit or a field.',
);

export const ReportItemSchema = told(
  v.strictObject({
    ...ReportFigureSchema.entries,
    number: count,
    factor: told(v.string(), 'Code of its factor.'),
    name: told(WordsSchema, 'The headline that names the matter on the express form.'),
    levels: told(v.nullable(v.array(count)), 'Answers at levels 1, 2, …'),
    notReached: told(
      v.nullable(count),
      'Forms in which it was asked and the person did not come so far, and (on paper) left it blank; of closed periods.',
    ),
    blank: v.nullable(count),
  }),
  'One of the items, with everything that was counted of it; no counts where its figure is withheld.',
);

export const RespondentsSchema = v.strictObject({
  facet: v.picklist(RESPONDENT_FACETS),
  all: told(
    v.nullable(count),
    'Forms with a valid answer in all rows together; null where it would give a row away.',
  ),
  rows: v.array(
    v.strictObject({
      value: told(v.string(), "'' where people did not say."),
      n: told(v.nullable(count), 'Null when withheld.'),
    }),
  ),
});

export const RemarksSchema = told(
  v.strictObject({
    count: told(
      v.nullable(count),
      'Remarks that were handed over in the period, in full tens; null below ten.',
    ),
    tags: told(
      v.array(v.strictObject({ tag: v.picklist(CASE_TAGS), count })),
      'By what somebody has confirmed as their matter, in full tens; a remark may have several.',
    ),
    replies: told(
      v.array(v.strictObject({ unit: WordsSchema, vi: ReplyWordsSchema, en: v.nullable(ReplyWordsSchema) })),
      'What units have published, the newest first.',
    ),
    moreReplies: told(count, 'How many more were published.'),
  }),
  'What became of what people wrote; never a remark.',
);

export const WeakestSchema = told(
  v.union([
    v.strictObject({ kind: v.literal('two'), codes: v.tuple([v.string(), v.string()]) }),
    v.strictObject({ kind: v.literal('tied') }),
    v.strictObject({ kind: v.literal('few') }),
  ]),
  'The factors with the two lowest figures, those of few forms left out. `tied`: more than two are printed with the second lowest figure, so no two can be named. `few`: fewer than two figures can be told.',
);

export const CertifiedMarkSchema = told(
  v.strictObject({
    version: v.number(),
    day: told(day, 'Local day on which it was certified.'),
    hash: told(v.string(), 'SHA-256 of its document, 64 hex digits; 16 of them stand on paper.'),
    held: told(
      count,
      'Figures that are held back for now: beside what is served today they would tell of one to nine forms.',
    ),
    differs: told(v.boolean(), 'What is served today is not the same.'),
  }),
  'Which certified version a report is: what stands on it, in print too.',
);

export const SurveyReportSchema = v.strictObject({
  ...v.pick(OverviewSchema, [
    'unit',
    'treeDay',
    'period',
    'form',
    'questionnaire',
    'alsoAsked',
    'method',
    'asOf',
    'received',
    'shown',
    'valid',
    'partial',
    'former',
    'trend',
    'trendBreaks',
  ]).entries,
  above: told(v.nullable(WordsSchema), 'The unit above; null at the top.'),
  campaign: WordsSchema,
  questionnaireTitle: WordsSchema,
  points: told(count, 'Service points of the unit on the day of the tree.'),
  channels: v.array(ChannelFormsSchema),
  target: OverviewSchema.entries.headline.entries.target,
  policyTarget: OverviewSchema.entries.headline.entries.policyTarget,
  serviceTarget: OverviewSchema.entries.headline.entries.serviceTarget,
  policy: ReportFigureSchema,
  service: ReportFigureSchema,
  all: ReportFigureSchema,
  overallQuestion: ReportFigureSchema,
  factors: v.array(
    v.strictObject({
      ...ReportFigureSchema.entries,
      area: v.string(),
      name: WordsSchema,
      short: WordsSchema,
      targetState: v.nullable(TargetStateSchema),
      gap: told(
        v.nullable(v.number()),
        'Percentage points missing to the target, as both are printed; below zero when it is passed.',
      ),
    }),
  ),
  items: v.array(ReportItemSchema),
  weakest: WeakestSchema,
  respondents: told(v.nullable(v.array(RespondentsSchema)), 'Null before the period has closed.'),
  units: v.array(ReportRowSchema),
  unitForms: told(v.array(NamedFormsSchema), 'In the order of the units, and of the fields.'),
  fieldForms: v.array(NamedFormsSchema),
  unitsWithheld: told(
    v.nullable(v.number()),
    'Forms in rows of units that are withheld; null when that is 1-9.',
  ),
  fields: told(v.nullable(v.array(ReportRowSchema)), 'Null before the period has closed.'),
  remarks: RemarksSchema,
  root: FigurePassportSchema.entries.root,
  fileName: told(v.string(), 'Of its files, in ASCII and without an ending.'),
  certified: told(
    v.nullable(CertifiedMarkSchema),
    'The certified version that this is, of a closed reporting period; null: what is served now.',
  ),
  paragraph: told(WordsSchema, 'The paragraph for the report on administrative reform.'),
});

export const CertifiedVersionSchema = told(
  v.strictObject({
    version: v.number(),
    day,
    hash: v.string(),
    by: told(v.nullable(v.string()), 'Who certified it; null when the account is gone.'),
    reason: told(v.nullable(v.string()), 'Why the version before was corrected; null for the first.'),
    root: told(
      v.nullable(v.strictObject({ n: count, day, digits: v.string() })),
      'The nightly root of that day by 16 digits; null before the first night.',
    ),
  }),
  'One version as the list has it.',
);

export const CorrectionSchema = told(
  v.union([
    v.strictObject({ kind: v.picklist(['none', 'may']) }),
    v.strictObject({ kind: v.literal('few'), groups: v.array(v.string()) }),
    v.strictObject({ kind: v.literal('waiting'), forms: count }),
  ]),
  'Whether what is served today may be certified as the next version. `few`: some figure differs by one to nine forms, or was made of as many forms that are not the same ones, so that both versions together would tell of a few people. `waiting`: figures are the same, but forms have come, or changed their standing, that wait for their release.',
);

export const CertifiedReportsSchema = v.strictObject({
  period: v.strictObject({ id: v.string(), from: day, to: day, open: v.boolean() }),
  versions: told(v.array(CertifiedVersionSchema), 'The newest first.'),
  certified: told(
    v.nullable(SurveyReportSchema),
    'The version that was asked for, else the newest; null while there is none.',
  ),
  live: told(SurveyReportSchema, 'What is served today.'),
  seen: told(
    v.string(),
    'Names what is served today: sent back by whoever certifies it, so that nobody certifies what they have not seen.',
  ),
  correction: CorrectionSchema,
});
