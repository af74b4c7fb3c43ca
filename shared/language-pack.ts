import * as v from 'valibot';
import { clipKeys, textKeys } from './pack-keys.ts';
import { BUILT_IN_LANGUAGES, CLIP_BYTES_MOST, fits, PACK_CODE, TEXT_MOST, VOICES } from './pack-limits.ts';
import { isDay } from './period.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * A language pack: one language of the tablet, its texts and its recordings by key, and about itself what an office
 * must know before it lets citizens hear it. `pack.json` inside a pack's file is this.
 */
export const packCode = v.pipe(v.string(), v.regex(PACK_CODE));
const key = v.pipe(v.string(), v.regex(/^[A-Za-z][\w.-]{0,39}$/));
const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(80));
export const packName = line;

export const ClipSchema = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CLIP_BYTES_MOST)),
});
export type Clip = v.InferOutput<typeof ClipSchema>;

/** Who answers for a pack, and whose speech it is. An empty one is null. */
export const PackAboutSchema = v.object({
  /** Somebody who speaks the language and has gone through every text and recording. */
  reviewer: v.nullable(line),
  /** When they did. */
  date: v.nullable(v.pipe(v.string(), v.check(isDay, 'wrong'))),
  /** Where this speech is spoken, and which it is, e.g. Mông Trắng. */
  province: v.nullable(line),
  dialect: v.nullable(line),
  voice: v.nullable(v.picklist(VOICES)),
});
export type PackAbout = v.InferOutput<typeof PackAboutSchema>;
export const NO_ABOUT: PackAbout = { reviewer: null, date: null, province: null, dialect: null, voice: null };

export const PackSchema = v.object({
  schema: v.literal(1),
  code: packCode,
  /** As its speakers write it: tablets show this. */
  name: line,
  /** As the administration calls it. */
  nameVi: line,
  /** The published version it was made for. */
  questionnaire: v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  about: PackAboutSchema,
  texts: v.record(key, v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MOST))),
  clips: v.record(key, ClipSchema),
});
export type Pack = v.InferOutput<typeof PackSchema>;

export interface Missing {
  readonly texts: readonly string[];
  readonly clips: readonly string[];
  readonly about: readonly (keyof PackAbout)[];
}

/** What a pack lacks to speak to citizens of a real unit. */
export function missing(pack: Pack, questionnaire: Questionnaire): Missing {
  const { about, texts, clips, code } = pack;
  const facts = (['reviewer', 'date', 'province', 'dialect'] as const).filter((name) => about[name] === null);
  return {
    texts: BUILT_IN_LANGUAGES.includes(code)
      ? []
      : textKeys(questionnaire).filter((name) => !Object.hasOwn(texts, name)),
    clips: clipKeys(questionnaire).filter((name) => !Object.hasOwn(clips, name)),
    about: about.voice === 'human' ? facts : [...facts, 'voice'],
  };
}

/**
 * Citizens of a real unit get a pack that is whole, reviewed and spoken by a person. In demo and training units a trial
 * may be shown: every text, any voice, any number of recordings; for a built-in language at least one, because there
 * is nothing else in it.
 */
export function mayEnable(
  pack: Pack,
  tree: 'real' | 'demo' | 'training',
  questionnaire: Questionnaire,
): boolean {
  const { texts, clips, about } = missing(pack, questionnaire);
  if (!fits(pack, questionnaire) || texts.length > 0) return false;
  if (tree === 'real') return clips.length === 0 && about.length === 0;
  return !BUILT_IN_LANGUAGES.includes(pack.code) || Object.keys(pack.clips).length > 0;
}
