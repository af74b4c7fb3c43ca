import * as v from 'valibot';
import {
  type Area,
  type Block,
  type Factor,
  type Item,
  itemsOf,
  type Questionnaire,
  type Relation,
  RELATIONS,
  type VersionName,
} from './questionnaire.ts';
import { drawWeights, type BlockSizes } from './rotation.ts';

/**
 * A version of the questionnaire while somebody writes it: what may change, and nothing else. Stem, words of the levels,
 * areas, factors and widths are those of the version that it is made from; weights and the draw are computed.
 */

/** Longer than any text of the form, and no longer than a published one may be. */
const TEXT_MOST = 1200;
const words = v.pipe(v.string(), v.maxLength(TEXT_MOST, 'too-long'));
/** May be empty while somebody writes. */
const DraftTextSchema = v.strictObject({ vi: words, en: words });
export type DraftText = v.InferOutput<typeof DraftTextSchema>;

export const ITEMS_MOST = 100;

const DraftItemSchema = v.strictObject({
  /** An item of the version before keeps its number; a new one has one that none of its line ever had. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  factor: v.pipe(v.string(), v.regex(/^[IVX]+\.[A-Z]$/)),
  isAsked: v.boolean(),
  headline: DraftTextSchema,
  text: DraftTextSchema,
  /** Empty = the item has none. */
  note: DraftTextSchema,
  /** What somebody says of an item whose Vietnamese words have changed; null while nobody has. */
  relation: v.nullable(v.picklist(RELATIONS)),
});
export type DraftItem = v.InferOutput<typeof DraftItemSchema>;

export const DraftSchema = v.strictObject({
  title: DraftTextSchema,
  /** Where the wording comes from. */
  source: DraftTextSchema,
  overall: v.strictObject({ headline: DraftTextSchema, text: DraftTextSchema }),
  items: v.pipe(v.array(DraftItemSchema), v.maxLength(ITEMS_MOST, 'too-many')),
  /** Why a factor is not asked, by its code. */
  leftOut: v.record(v.pipe(v.string(), v.regex(/^[IVX]+\.[A-Z]$/)), DraftTextSchema),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

const NOTHING: DraftText = { vi: '', en: '' };
export const isEmpty = ({ vi, en }: DraftText) => vi === '' && en === '';

/** The draft with which a new version begins: everything as it is in the version before. */
export function draftFrom(base: Questionnaire): Draft {
  const { title, source, overall } = base;
  return {
    title,
    source,
    overall: { headline: overall.headline, text: overall.text },
    items: base.areas.flatMap(({ factors }) =>
      factors.flatMap(({ code, items }) =>
        items.map(({ number, headline, text, note }) => ({
          number,
          factor: code,
          isAsked: true,
          headline,
          text,
          note: note ?? NOTHING,
          relation: null,
        })),
      ),
    ),
    leftOut: {},
  };
}

/** A number for a new item: above all that any version of the line has used. */
export function nextNumber(draft: Draft, used: number): number {
  return Math.max(used, ...draft.items.map(({ number }) => number)) + 1;
}

export const newItem = (number: number, factor: string): DraftItem => ({
  number,
  factor,
  isAsked: true,
  headline: NOTHING,
  text: NOTHING,
  note: NOTHING,
  relation: null,
});

/** Text as it is kept: composed letters, no space at the ends or twice in a row, so that equal words are equal bytes. */
export const bareDraft = (draft: Draft): Draft => tidy(draft);

function tidy<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .normalize('NFC')
      .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
      .trim() as T;
  if (Array.isArray(value)) return value.map(tidy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)])) as T;
}

/** Whether the Vietnamese words of an item are those of the version before: English is a translation of them. */
export function isUnchanged(item: DraftItem, former: Item): boolean {
  return (
    item.headline.vi === former.headline.vi &&
    item.text.vi === former.text.vi &&
    item.note.vi === (former.note?.vi ?? '')
  );
}

/** Of an asked item; undefined while nobody has said it, null for one that continues nothing. */
export function relationOf(item: DraftItem, former: Item | undefined): Relation | null | undefined {
  if (!former) return null;
  if (isUnchanged(item, former)) return 'same';
  return item.relation === null || item.relation === 'same' ? undefined : item.relation;
}

/** Numbers of items of the version before that are asked no more. */
export function droppedIn(base: Questionnaire, draft: Draft): number[] {
  const asked = new Set(draft.items.filter(({ isAsked }) => isAsked).map(({ number }) => number));
  return itemsOf(base).flatMap(({ number }) => (asked.has(number) ? [] : [number]));
}

/** Express blocks of what is asked: of the blocks of the version before, those factors that still have an item. */
export function blocksOf(base: Questionnaire, draft: Draft): (Block & BlockSizes)[] {
  const sizeOf = (code: string) =>
    draft.items.filter(({ isAsked, factor }) => isAsked && factor === code).length;
  return base.express.blocks.flatMap(({ factors, take }) => {
    const asked = factors.filter((code) => sizeOf(code) > 0);
    return asked.length === 0 ? [] : [{ factors: asked, take, sizes: asked.map(sizeOf) }];
  });
}

/** The weight of the items of each factor on an express form, computed; a factor without items has none. */
export function weightsIn(base: Questionnaire, draft: Draft): ReadonlyMap<string, number> {
  const blocks = blocksOf(base, draft);
  const weights = drawWeights(blocks);
  return new Map(blocks.flatMap(({ factors }, i) => factors.map((code) => [code, weights[i]!] as const)));
}

/**
 * The version as a document, judged or not: while texts are missing, previews show it as far as it is. Items stand in the
 * order of their numbers inside of their factor.
 */
export function documentOf(base: Questionnaire, draft: Draft, name: VersionName): Questionnaire {
  const weights = weightsIn(base, draft);
  const formerOf = new Map(itemsOf(base).map((item) => [item.number, item]));
  const asked = draft.items.filter(({ isAsked }) => isAsked).sort((a, b) => a.number - b.number);
  const itemsIn = (code: string): Item[] =>
    asked
      .filter(({ factor }) => factor === code)
      .map(({ number, headline, text, note }) => ({
        number,
        code: `${code}.${number}`,
        width: formerOf.get(number)?.width ?? base.overall.width,
        headline,
        text,
        ...(isEmpty(note) ? {} : { note }),
        weight: { express: weights.get(code) ?? 1, full: 1 },
      }));
  const factorsIn = ({ factors }: Area): Factor[] =>
    factors
      .map((factor) => ({ ...factor, items: itemsIn(factor.code) }))
      .filter(({ items }) => items.length > 0);
  const former = asked.flatMap((item) => {
    const relation = relationOf(item, formerOf.get(item.number));
    return relation ? [{ number: item.number, from: item.number, relation }] : [];
  });
  const { leftOut: _before, ...kept } = base;
  const leftOut = base.areas.flatMap(({ factors }) =>
    factors.flatMap(({ code, name: called }) => {
      const why = weights.has(code) ? undefined : draft.leftOut[code];
      return why ? [{ factor: code, name: called, why }] : [];
    }),
  );
  return {
    ...kept,
    id: name.id,
    version: name.version,
    title: draft.title,
    source: draft.source,
    overall: { ...base.overall, ...draft.overall },
    areas: base.areas
      .map((area) => ({ ...area, factors: factorsIn(area) }))
      .filter(({ factors }) => factors.length > 0),
    express: { blocks: blocksOf(base, draft).map(({ factors, take }) => ({ factors, take })) },
    former: { id: base.id, version: base.version, items: former },
    ...(leftOut.length > 0 && { leftOut }),
  };
}
