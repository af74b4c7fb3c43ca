import * as v from 'valibot';
import {
  MethodSchema,
  UnitNameSchema,
  VersionNameSchema,
  WordsSchema,
  count,
  day,
  percent,
  told,
} from './answer-parts.ts';
import { TrendBreakSchema } from './overview-answers.ts';

/** Figures of former years, counted from tables that somebody has imported. They stand in no other answer. */

export const ImportedScoreSchema = v.union([
  told(
    v.strictObject({
      percent: told(percent, '0-100, rounded half up once.'),
      answers: count,
      noOpinion: told(v.nullable(count), 'Null: the table does not say it.'),
    }),
    'Without an interval: a table of items does not hold what one is computed from.',
  ),
  told(
    v.strictObject({ withheld: v.picklist(['too-few', 'no-answers', 'item-below-ten', 'complement']) }),
    'No figure, with the reason.',
  ),
]);

const state = v.picklist(['same', 'reworded', 'changed']);

export const ImportedPointSchema = told(
  v.strictObject({
    imported: v.literal(true),
    period: told(v.string(), 'Period id of a reporting period, `report-2022-year`.'),
    from: day,
    to: day,
    version: VersionNameSchema,
    formName: WordsSchema,
    forms: told(v.nullable(count), 'Valid forms, as the table says; null below the threshold.'),
    policy: ImportedScoreSchema,
    service: ImportedScoreSchema,
    now: told(
      v.nullable(v.strictObject({ policy: state, service: state })),
      'What the questionnaire that is asked today has to do with this one; null where none is asked.',
    ),
    file: told(v.string(), 'SHA-256 of the file.'),
    day: told(day, 'The day of the import.'),
    by: told(v.nullable(v.string()), 'Name of the account; null = gone.'),
    reason: told(v.nullable(v.string()), 'Why an earlier table was replaced; null where none was.'),
  }),
  'A period before this software was used. It was measured by others in another way: no point of the trend is compared with it.',
);

/** `GET /api/v1/imported-results?unit=…[&statistic=…][&aggregation=…]` */
export const ImportedResultsSchema = v.strictObject({
  unit: UnitNameSchema,
  method: MethodSchema,
  points: told(
    v.array(ImportedPointSchema),
    'The oldest first, the newest six; of periods that overlap the longest.',
  ),
  breaks: told(v.array(TrendBreakSchema), 'Where the form changes between two of these points.'),
});
