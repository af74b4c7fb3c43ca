import * as v from 'valibot';
import { AGGREGATIONS, STATISTICS } from '../plan-choices.ts';
import { TREES } from './device.ts';

/**
 * Parts of what the server answers. Each answer is a schema: the types of pages and server are read off it, `/openapi.json`
 * is made of it, and tests hold real answers against it. Pages import the types alone, so no schema is loaded there.
 */

/** What a schema describes, as it is handed on: nobody changes it. */
export type Answer<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>;
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A part with what its reader must know; the sentence stands in `/openapi.json`. */
export const told = <S extends v.GenericSchema>(schema: S, sentence: string) =>
  v.pipe(schema, v.description(sentence));

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
/** A local day. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
/** Milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The same words in both languages. */
export const WordsSchema = v.strictObject({ vi: v.string(), en: v.string() });
export const NamedSchema = v.strictObject({ id: v.string(), name: WordsSchema });
export const CodedSchema = v.strictObject({ code: v.string(), name: WordsSchema });

export const UnitNameSchema = v.strictObject({
  id: v.string(),
  name: WordsSchema,
  tree: told(v.picklist(TREES), '`demo` and `training` hold invented data.'),
});

export const VersionNameSchema = v.strictObject({ id: v.string(), version: count });

export const MethodSchema = told(
  v.strictObject({ statistic: v.picklist(STATISTICS), aggregation: v.picklist(AGGREGATIONS) }),
  'How a figure is computed (docs/method.md): `top2` is the share of answers at levels 4 and 5.',
);

export const ServedFigureSchema = told(
  v.strictObject({
    percent: told(percent, '0-100, rounded half up once.'),
    low: told(percent, '95 % interval, 0-100.'),
    high: percent,
    n: told(count, 'Forms with at least one valid answer in the group.'),
    answers: count,
    noOpinion: told(count, '"No opinion" given where an answer was asked, and its share of both, 0-100.'),
    noOpinionPercent: percent,
    nEff: told(v.number(), 'Effective number of forms: what the interval is computed from.'),
    method: MethodSchema,
    asOf: told(instant, 'Instant of the served state, ms since 1970.'),
    received: told(count, 'Submissions received and submissions inside the served figures (release step).'),
    shown: count,
    grey: told(v.boolean(), 'n is from 10 to 29: drawn grey, with a note.'),
  }),
  'A figure that may be read out, with everything that must stand beside it.',
);
export const WithheldFigureSchema = told(
  v.strictObject({ withheld: v.picklist(['too-few', 'no-answers', 'item-below-ten', 'complement']) }),
  'No figure, with the reason. `too-few`: fewer than ten forms. `complement`: with what else is told, it would tell of one to nine.',
);
export const ServedScoreSchema = v.union([ServedFigureSchema, WithheldFigureSchema]);

export const PointsChangeSchema = told(
  v.strictObject({
    points: told(
      v.number(),
      'Percentage points between the two as they are printed, so that a reader who subtracts finds the same.',
    ),
    state: told(v.picklist(['up', 'down', 'not-clear']), 'Only the test says that something changed.'),
  }),
  'What may be said of a figure against an earlier one.',
);

export const TargetStateSchema = told(
  v.picklist(['met', 'not-met', 'cannot-tell']),
  'A target is met, or not, only when the whole interval is above it, or below.',
);
export const YearTargetSchema = told(
  v.strictObject({ year: count, percent, source: WordsSchema }),
  'The target of a year for one percentage, with where it comes from.',
);
