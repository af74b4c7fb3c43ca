import * as v from 'valibot';
import { VOICES } from '../pack-limits.ts';
import { SYS } from './batch.ts';

/**
 * What a tablet reads of a language pack. Plain schemas, as for every answer that a device reads: the server has judged
 * what it sends. Who reviewed a pack, and where, stays on the server.
 */

/**
 * What a tablet offers, in the order of its service point. Vietnamese and English are always among them; their texts
 * are built in. `hash` names the pack that must lie whole on the device before it speaks, and for other languages
 * before they are offered; null where there is none.
 */
export const OfferedLanguagesSchema = v.array(
  v.object({
    code: v.string(),
    name: v.string(),
    hash: v.nullable(v.string()),
    voice: v.nullable(v.picklist(VOICES)),
  }),
);
export type OfferedLanguage = v.InferOutput<typeof OfferedLanguagesSchema>[number];

/** `GET /api/v1/packs/CODE`: the pack whose `hash` the settings name; another one when it has just changed. */
export const PackAnswerSchema = v.object({
  sys: v.picklist([SYS]),
  code: v.string(),
  name: v.string(),
  /** SHA-256 over everything that a tablet needs of the pack: the same hash, the same texts and recordings. */
  hash: v.string(),
  voice: v.nullable(v.picklist(VOICES)),
  questionnaire: v.object({ id: v.string(), version: v.number() }),
  /** Empty for a built-in language. */
  texts: v.record(v.string(), v.string()),
  clips: v.record(v.string(), v.object({ sha256: v.string(), bytes: v.number() })),
});
export type PackAnswer = v.InferOutput<typeof PackAnswerSchema>;

export const packAddress = (code: string) => `/api/v1/packs/${code}`;
/** `audio/mpeg`; named by its content, so it never changes. */
export const clipAddress = (sha256: string) => `/api/v1/packs/clips/${sha256}`;
