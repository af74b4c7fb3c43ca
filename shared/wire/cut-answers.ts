import * as v from 'valibot';
import { FORMS } from '../questionnaire.ts';
import {
  MethodSchema,
  ServedScoreSchema,
  UnitNameSchema,
  WordsSchema,
  count,
  day,
  instant,
  percent,
  told,
} from './answer-parts.ts';
import { CUTS } from './cuts.ts';

/** Cuts of figures, comparisons and passports. */

export const RankRangeSchema = v.strictObject({
  best: told(v.number(), '1 + how many rows are surely above … how many are not surely below.'),
  worst: v.number(),
});

export const CutFigureSchema = v.strictObject({
  score: ServedScoreSchema,
  rank: told(v.nullable(RankRangeSchema), 'Among the rows shown; null where rows are not ranked.'),
});

export const CutRowSchema = v.strictObject({
  value: told(v.string(), "A unit, a service point, a code; '' where the forms say nothing."),
  name: told(v.nullable(WordsSchema), 'Null for codes that the page has words for.'),
  under: told(v.nullable(WordsSchema), 'Of a service point: its unit, of a counter its centre.'),
  figures: told(v.array(CutFigureSchema), 'One for each group, in their order.'),
});

export const CutTotalSchema = told(
  v.strictObject({
    group: v.string(),
    n: told(v.nullable(count), 'Null where it would be a number below the threshold, or give one away.'),
    shown: count,
    withheld: v.nullable(count),
    ranked: told(count, 'Rows among which ranks were told; 0 where this cut is not ranked.'),
  }),
  'Of one group over all rows: `shown` + `withheld` = `n`.',
);

export const ServedPeriodSchema = v.strictObject({ id: v.string(), from: day, to: day, open: v.boolean() });

export const FiguresAboutSchema = told(
  v.strictObject({
    unit: UnitNameSchema,
    treeDay: told(day, 'The day whose tree this is.'),
    period: ServedPeriodSchema,
    form: v.picklist(FORMS),
    questionnaire: v.strictObject({ id: v.string(), version: v.number() }),
    method: MethodSchema,
    campaignMethod: told(
      MethodSchema,
      'What the campaign has set: by another method figures are not the official ones.',
    ),
    asOf: instant,
    received: told(
      count,
      'Submissions of the unit in the period that have come, and those in what is served here.',
    ),
    shown: count,
    factors: told(
      v.array(v.strictObject({ code: v.string(), area: v.string(), name: WordsSchema })),
      'Of the questionnaire version: what else could be asked for as a group.',
    ),
  }),
  'What stands beside every cut, comparison and passport: of which forms it speaks, and how it was computed.',
);

export const CutSchema = v.strictObject({
  ...FiguresAboutSchema.entries,
  by: v.picklist(CUTS),
  isTooEarly: told(
    v.boolean(),
    'Nothing is served of this cut before the period has closed: ten new forms may bring one person of a kind.',
  ),
  groups: v.array(v.string()),
  rows: v.array(CutRowSchema),
  totals: v.array(CutTotalSchema),
});

export const SelectionSchema = told(
  v.strictObject({
    by: v.nullable(v.picklist(CUTS)),
    value: v.string(),
    name: v.nullable(WordsSchema),
    under: v.nullable(WordsSchema),
    group: v.string(),
  }),
  'Where a number comes from: what of the unit it is about. `by` null: the unit itself, uncut.',
);

export const FigureSumsSchema = told(
  v.strictObject({
    n: count,
    answers: count,
    noOpinion: count,
    Y: v.number(),
    M: v.number(),
    X: v.number(),
    YY: v.number(),
    YM: v.number(),
    MM: v.number(),
    XX: v.number(),
    XM: v.number(),
  }),
  'Whole numbers behind a figure (docs/method.md): recomputing it from them gives percentage and interval.',
);

export const FigurePassportSchema = v.strictObject({
  ...FiguresAboutSchema.entries,
  selection: SelectionSchema,
  items: told(
    v.array(v.strictObject({ number: v.number(), weight: v.number() })),
    'Of the form in that version: items of the group with their design weights.',
  ),
  score: ServedScoreSchema,
  served: told(
    v.nullable(
      v.strictObject({
        sums: FigureSumsSchema,
        low: told(percent, 'Bounds in percent, not rounded.'),
        high: percent,
        hash: told(v.string(), 'SHA-256 over the selection and the sums.'),
      }),
    ),
    'Of a figure that is served: the rest of it.',
  ),
  standings: told(
    v.nullable(
      v.strictObject({
        unflagged: told(ServedScoreSchema, 'The figure without forms that carry a flag.'),
        flagged: told(
          v.nullable(count),
          'Forms with a flag, and forms that a review has excluded; null below the threshold.',
        ),
        excluded: v.nullable(count),
      }),
    ),
    'Of the unit itself, once the period has closed.',
  ),
  root: told(
    v.nullable(v.strictObject({ n: count, day, digits: v.string() })),
    'The newest nightly root, by its day and first sixteen digits.',
  ),
});

export const ComparedSideSchema = v.strictObject({
  value: v.string(),
  name: v.nullable(WordsSchema),
  under: v.nullable(WordsSchema),
  period: ServedPeriodSchema,
  score: ServedScoreSchema,
  isRest: told(
    v.boolean(),
    'All other forms of the unit (or of the longer period): a part is compared with the rest, never with its whole.',
  ),
});

export const ComparisonSchema = v.strictObject({
  ...FiguresAboutSchema.entries,
  by: v.union([v.picklist(CUTS), v.literal('period')]),
  group: v.string(),
  a: ComparedSideSchema,
  b: ComparedSideSchema,
  points: told(v.nullable(v.number()), 'a - b in points as they are printed; null where nothing is said.'),
  outcome: v.nullable(v.picklist(['higher', 'lower', 'alike'])),
  not: v.nullable(v.picklist(['withheld', 'forms', 'versions', 'methods', 'overlap'])),
});
