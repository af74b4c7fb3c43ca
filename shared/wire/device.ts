import * as v from 'valibot';
import type { ConsentScript } from '../consent-script.ts';
import { PACK_CODE } from '../pack-limits.ts';
import { SYS } from './batch.ts';
import type { OfferedLanguage } from './packs.ts';
import type { ShownReply } from './shown-replies.ts';

/** The same words in both languages. */
const NameSchema = v.object({ vi: v.string(), en: v.string() });

/**
 * What a device learns about itself when it is enrolled, and again when settings change. Schemas that devices read
 * by are plain: the server has judged what it sends, and every rule would be loaded by every tablet.
 */
const OpeningSchema = v.object({
  /** 1 = Monday … 7 = Sunday. */
  days: v.array(v.number()),
  /** Local time, `HH:MM`. */
  from: v.string(),
  to: v.string(),
});
export type Opening = v.InferOutput<typeof OpeningSchema>;

export const TREES = ['real', 'demo', 'training'] as const;
export type Tree = (typeof TREES)[number];

const FieldSchema = v.object({ code: v.string(), name: NameSchema });

/** Where a visit takes place and what it asks: all that `kiosk/visit` needs to build a submission. */
export const PlaceSchema = v.object({
  tree: v.picklist(TREES),
  point: v.object({ id: v.string(), name: NameSchema }),
  unit: v.object({ id: v.string(), name: NameSchema, kind: v.string() }),
  campaign: v.string(),
  questionnaire: v.object({ id: v.string(), version: v.number() }),
  form: v.picklist(['express', 'full']),
  authority: v.nullable(v.string()),
  /** Fields a citizen may have come for; one = preset, several = one context tap, none = not asked. */
  fields: v.array(FieldSchema),
  /** Counters below the point, each with its fields; one = preset, several = one context tap. Absent = it has none. */
  counters: v.optional(v.array(v.object({ id: v.string(), name: NameSchema, fields: v.array(FieldSchema) }))),
  /** The telephone number that the office shows, as it is written. Absent = it has given none. */
  contact: v.optional(v.string()),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

export const SettingsSchema = v.object({
  ...PlaceSchema.entries,
  device: v.object({ id: v.string(), name: v.string() }),
  opening: v.array(OpeningSchema),
  /** Least time between two sync rounds: 5 minutes, 0 in demo and training units. */
  syncGapMs: v.number(),
  /** False while the device is out of service (inactive, retired): it sends what it has and asks nobody. */
  collects: v.optional(v.boolean()),
  /** The server's public key for rescue files: 65 raw bytes, base64url. */
  rescueKey: v.optional(v.string()),
  /** Opens the staff page: PBKDF2-SHA-256 of the PIN, base64url. A deterrent, not a safe: six digits can be tried out. */
  pin: v.optional(v.object({ salt: v.string(), rounds: v.number(), hash: v.string() })),
});

const ScriptSchema = v.object({
  version: v.string(),
  vi: v.array(v.string()),
  en: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, ConsentScript>;

/** Only on the telephone of an official: who asks, and what the codes at the counters of this place stand for. */
export const InterviewerSchema = v.object({
  /** As the consent text says it. */
  name: v.string(),
  /** False where nobody is asked for now. The settings' own `collects` is false: nobody answers alone on such a device. */
  collects: v.boolean(),
  codes: v.array(
    v.object({ code: v.string(), counter: v.nullable(v.string()), field: v.nullable(v.string()) }),
  ),
  /** What an office has worded itself, in paragraphs with places to fill; absent = what the page brings along. */
  consent: v.optional(v.object({ assisted: v.optional(ScriptSchema), call: v.optional(ScriptSchema) })),
});
export type Interviewer = v.InferOutput<typeof InterviewerSchema>;

/**
 * Languages travel with the settings and are judged by `OfferedLanguagesSchema` where they are used, which is not
 * before the first screen stands: that screen has no byte to spare for them. None = Vietnamese and English, silent.
 * The interviewer is judged by `InterviewerSchema` where interviews are held; a tablet has none. Replies are judged by
 * `ShownRepliesSchema`, on the idle screen.
 */
export type Settings = v.InferOutput<typeof SettingsSchema> & {
  readonly languages?: readonly OfferedLanguage[] | undefined;
  readonly interviewer?: Interviewer | undefined;
  /** What the office has published of what people said; absent = nothing. */
  readonly replies?: readonly ShownReply[] | undefined;
};

/** Signs of an enrolment code; the first `CODE_SELECTOR` of them only find it, the others are its secret. */
export const ENROL_CODE_LENGTH = 8;
export const CODE_SELECTOR = 3;
const enrolCode = v.pipe(v.string(), v.minLength(ENROL_CODE_LENGTH), v.maxLength(20));

/** `POST /api/v1/devices/code`: what a code would make of this tablet, for a person to confirm. Uses nothing up. */
export const CodeSchema = v.object({ code: enrolCode });
export const CodeAnswerSchema = v.object({
  sys: v.picklist([SYS]),
  device: v.object({ id: v.string(), name: v.string() }),
  point: v.object({ id: v.string(), name: NameSchema }),
  tree: v.picklist(TREES),
});
export type CodeAnswer = v.InferOutput<typeof CodeAnswerSchema>;

/** What is signed at enrolment with the new key, so that nobody enrols a key that they do not hold. */
export const enrolPreimage = (code: string) => `sipas-enrol-1\n${code}`;

/**
 * `POST /api/v1/devices/enrol`: the code and a public key (SPKI, base64) become a device token. The same code with
 * the same key again is answered again: the first answer may have been lost on the way.
 */
export const EnrolSchema = v.object({
  code: enrolCode,
  key: v.pipe(v.string(), v.minLength(100), v.maxLength(200)),
  /** ECDSA P-256 with SHA-256 over `enrolPreimage`, raw r‖s, base64. */
  proof: v.pipe(v.string(), v.minLength(80), v.maxLength(120)),
});
export const EnrolledSchema = v.object({
  sys: v.picklist([SYS]),
  now: v.number(),
  token: v.string(),
  settings: SettingsSchema,
  /** Where the chain of this device's seals stands: an exchanged key goes on from here. */
  sealNo: v.number(),
  sealHash: v.string(),
  sealTotal: v.number(),
});
export type Enrolled = v.InferOutput<typeof EnrolledSchema> & { readonly settings: Settings };
export const SettingsAnswerSchema = v.object({
  sys: v.picklist([SYS]),
  now: v.number(),
  settings: SettingsSchema,
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Sent with each round; the server overwrites the one before, because a history of totals would be a clock. */
export const HeartbeatSchema = v.object({
  dev: v.pipe(v.string(), v.maxLength(64)),
  app: v.pipe(v.string(), v.maxLength(32)),
  /** Submissions this device has kept since it was enrolled. */
  total: count,
  unsent: count,
  sealNo: count,
  /** Free bytes the browser promises; null where it does not say. */
  free: v.nullable(count),
  persisted: v.boolean(),
  faults: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
  /** Running totals of one local day: idempotent, a lost heartbeat changes nothing. */
  day: v.object({
    date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
    wakes: count,
    starts: count,
    /** Visits given up, by the number of the question they had reached (1 = the overall question). */
    abandoned: v.pipe(v.array(count), v.maxLength(60)),
    /** Visits begun in a language of a pack, by its code, and visits in which something was heard. */
    packs: v.optional(
      v.pipe(
        v.record(v.pipe(v.string(), v.regex(PACK_CODE)), count),
        v.check((packs) => Object.keys(packs).length <= 30),
      ),
    ),
    heard: v.optional(count),
    /** Interviews: agreed to by version of the consent text, refused, and of those agreed to at the interviewer's own counter. */
    agreed: v.optional(
      v.pipe(
        v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,20}$/)), count),
        v.check((versions) => Object.keys(versions).length <= 30),
      ),
    ),
    refused: v.optional(count),
    ownCounter: v.optional(count),
  }),
});
export type Heartbeat = v.InferOutput<typeof HeartbeatSchema>;
