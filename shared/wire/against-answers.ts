import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import { NOT_WEIGHED, WEIGHED_BY } from './against-dossiers.ts';
import {
  MethodSchema,
  ServedScoreSchema,
  UnitNameSchema,
  WordsSchema,
  count,
  day,
  percent,
  told,
} from './answer-parts.ts';

/** Forms against dossiers returned, and the two percentages once more, weighted by dossiers. */

export const TakeUpSchema = told(
  v.strictObject({
    forms: told(
      v.nullable(count),
      'Forms with an answer to the overall question; null where they may not be told.',
    ),
    returned: told(v.nullable(count), 'Null: lists and statistics do not say it for the whole period.'),
    per100: told(v.nullable(v.number()), 'Forms of 100 dossiers, one decimal.'),
  }),
  'How many forms came of a hundred dossiers returned. Not everybody who answers has a dossier, and some have several.',
);

export const TakeUpRowSchema = v.strictObject({
  value: v.string(),
  name: WordsSchema,
  ...TakeUpSchema.entries,
});

export const WeighedFigureSchema = v.strictObject({
  percent,
  low: percent,
  high: percent,
  n: count,
  nEff: v.number(),
  rows: v.array(
    v.strictObject({
      name: told(v.nullable(WordsSchema), 'Null: rows with too few forms, taken together.'),
      hasMore: told(v.boolean(), 'With it count dossiers of which there is no form.'),
      n: count,
      returned: count,
      dossierPercent: told(percent, 'Of all dossiers and of all forms in the figure, one decimal.'),
      formPercent: percent,
    }),
  ),
});

export const WeighedSchema = v.union([
  WeighedFigureSchema,
  told(
    v.strictObject({ not: v.picklist(NOT_WEIGHED) }),
    'No second figure. `headline`: the plain one is not told. `open`: of an open period fields are not told apart. `dossiers`: not all dossiers of the period are known row by row. `one-row`: there is nothing to weigh. `unnamed`: less than four fifths of the forms say their field. `few`: too few forms in a row.',
  ),
]);

export const AgainstDossiersSchema = v.strictObject({
  unit: UnitNameSchema,
  period: v.strictObject({ id: v.string(), from: day, to: day, open: v.boolean() }),
  form: v.picklist(FORMS),
  method: MethodSchema,
  knownUntil: told(
    v.nullable(day),
    'Day of a list that ends before the period does: dossiers returned later are not counted.',
  ),
  total: TakeUpSchema,
  units: v.array(TakeUpRowSchema),
  fields: told(v.nullable(v.array(TakeUpRowSchema)), 'Null: of an open period fields are not told apart.'),
  weighed: v.array(
    v.strictObject({
      group: v.picklist(['I', 'II']),
      plain: ServedScoreSchema,
      by: told(
        v.strictObject({ field: WeighedSchema, unit: WeighedSchema }),
        `By what the forms are weighted: ${WEIGHED_BY.join(', ')}.`,
      ),
    }),
  ),
});
