import * as v from 'valibot';
import { CASE_TAGS } from '../case-tags.ts';
import { UnitNameSchema, count, day, told } from './answer-parts.ts';

/** How many cases wait, and what was published. */

import { ReplyWordsSchema } from './followed-cases.ts';
export const CaseCountSchema = v.strictObject({ open: count, late: count });

export const ReplySchema = v.strictObject({
  id: v.string(),
  unit: UnitNameSchema,
  period: v.string(),
  vi: ReplyWordsSchema,
  en: v.nullable(ReplyWordsSchema),
  published: day,
  author: v.string(),
  withdrawn: told(v.nullable(day), 'Local day; null = it is shown.'),
});

export const ReplyListSchema = v.strictObject({
  unit: UnitNameSchema,
  replies: v.array(ReplySchema),
  periods: told(
    v.array(
      v.strictObject({
        id: v.string(),
        remarks: v.nullable(v.number()),
        tags: told(
          v.nullable(v.record(v.picklist(CASE_TAGS), count)),
          'How many remarks have each confirmed tag; only with ten remarks.',
        ),
      }),
    ),
    'Newest first; null: fewer than ten remarks were handed over in it.',
  ),
});
