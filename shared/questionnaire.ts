import * as v from 'valibot';

/**
 * The questionnaire as data: areas, factors, items, texts and design weights of one published version.
 * The server stores the document and devices fetch it; no code imports one, because a change is a new
 * version that must need only data.
 */

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1200));
/** The same words in Vietnamese (first) and English. `{point}`, `{place}`, `{neighbourhood}` are filled in at display. */
export const TextSchema = v.object({ vi: text, en: text });
export type Text = v.InferOutput<typeof TextSchema>;
export type Language = keyof Text;

export const FORMS = ['express', 'full'] as const;
export type FormKind = (typeof FORMS)[number];

const ItemSchema = v.object({
  /** Number through both areas; the name used inside a submission. An item keeps its number in later versions. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  /** `area.factor.number`, e.g. `II.C.31`. */
  code: v.pipe(v.string(), v.regex(/^[IVX]+\.[A-Z]\.\d+$/)),
  /** How many levels the scale has (5 for satisfaction). */
  width: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(5)),
  /** Names the matter neutrally in at most ten syllables; shown large on express screens. */
  headline: TextSchema,
  /** The official wording, never shortened. */
  text: TextSchema,
  /** The form's explanatory note in brackets, without the brackets. */
  note: v.optional(TextSchema),
  /** Whole-number design weight per form, proportional to 1 / (chance of being drawn). */
  weight: v.object({
    express: v.pipe(v.number(), v.integer(), v.minValue(1)),
    full: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
});
export type Item = v.InferOutput<typeof ItemSchema>;

const FactorSchema = v.object({
  code: v.pipe(v.string(), v.regex(/^[IVX]+\.[A-Z]$/)),
  name: TextSchema,
  /** A name short enough for a chart's axis. */
  short: TextSchema,
  note: v.optional(TextSchema),
  items: v.pipe(v.array(ItemSchema), v.minLength(1)),
});
export type Factor = v.InferOutput<typeof FactorSchema>;

const AreaSchema = v.object({
  code: v.pipe(v.string(), v.regex(/^[IVX]+$/)),
  name: TextSchema,
  short: TextSchema,
  factors: v.pipe(v.array(FactorSchema), v.minLength(1)),
});
export type Area = v.InferOutput<typeof AreaSchema>;

/** Which items an express visit draws: `take` items out of the shuffled block of these factors' items. */
const BlockSchema = v.object({
  factors: v.pipe(v.array(v.string()), v.minLength(1)),
  take: v.picklist([1, 2]),
});
export type Block = v.InferOutput<typeof BlockSchema>;

// each by itself: a spread of both would stay in the page of a tablet, which reads by neither
const idOfVersion = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/));
const numberOfVersion = v.pipe(v.number(), v.integer(), v.minValue(1));
export interface VersionName {
  readonly id: string;
  readonly version: number;
}

/**
 * What an item has to do with the one that it continues, from closest to farthest: word by word the same; nearly; the same
 * statement in other words; another statement about the same matter, whose answers mean something else.
 */
export const RELATIONS = ['same', 'near', 'reworded', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The version that this one was made from, and which of its items each of ours continues; one not named is new. */
const FormerSchema = v.object({
  id: idOfVersion,
  version: numberOfVersion,
  items: v.array(v.object({ number: v.number(), from: v.number(), relation: v.picklist(RELATIONS) })),
});

export const QuestionnaireSchema = v.object({
  schema: v.literal(1),
  id: idOfVersion,
  version: numberOfVersion,
  title: TextSchema,
  source: TextSchema,
  /** Said once before the items (Câu 9 of the official form). */
  stem: TextSchema,
  /** What "policy" means, shown with the first policy item. */
  policyNote: TextSchema,
  /** Words of the five levels, from very dissatisfied to very satisfied. */
  levels: v.pipe(v.array(TextSchema), v.length(5)),
  noOpinion: TextSchema,
  /** The product's own overall question, item number 0, outside the index. */
  overall: v.object({ width: v.literal(5), headline: TextSchema, text: TextSchema }),
  areas: v.pipe(v.array(AreaSchema), v.minLength(1)),
  express: v.object({ blocks: v.pipe(v.array(BlockSchema), v.minLength(1)) }),
  /** Words that follow the kind of unit: `{place}` and `{neighbourhood}`. */
  places: v.record(v.string(), v.object({ place: TextSchema, neighbourhood: TextSchema })),
  former: v.optional(FormerSchema),
  /** Factors of the version before that this one does not ask, each with the reason. */
  leftOut: v.optional(v.array(v.object({ factor: v.string(), name: TextSchema, why: TextSchema }))),
});
export type Questionnaire = v.InferOutput<typeof QuestionnaireSchema>;

export const OVERALL = 0;

/** All items of all areas, in the order of the document. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.areas.flatMap((area) => area.factors.flatMap((factor) => factor.items));
}

/** All factors of all areas, in order. */
export function factorsOf(questionnaire: Questionnaire): Factor[] {
  return questionnaire.areas.flatMap((area) => area.factors);
}

/** What a question screen shows for one item number (0 = the overall question). */
export function questionOf(
  questionnaire: Questionnaire,
  number: number,
):
  | {
      readonly headline: Text;
      readonly text: Text;
      readonly note?: Text | undefined;
      readonly area?: string;
      readonly factor?: Factor;
    }
  | undefined {
  if (number === OVERALL) return questionnaire.overall;
  for (const area of questionnaire.areas) {
    for (const factor of area.factors) {
      const item = factor.items.find((candidate) => candidate.number === number);
      if (item) return { ...item, area: area.code, factor };
    }
  }
  return undefined;
}

/** The names that a form asks to fill in. `kind` picks the words for the place (`xa`, `phuong` …). */
export interface PlaceNames {
  readonly point: Text;
  readonly kind: string;
}

/** Fills the unit's own names into an official sentence; a sentence keeps its capital. */
export function fillText(
  questionnaire: Questionnaire,
  template: Text,
  names: PlaceNames,
  language: Language,
): string {
  const words = questionnaire.places[names.kind] ?? Object.values(questionnaire.places)[0];
  const filled = template[language]
    .replaceAll('{point}', names.point[language])
    .replaceAll('{place}', words?.place[language] ?? '')
    .replaceAll('{neighbourhood}', words?.neighbourhood[language] ?? '');
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
