/** What pages and server agree on about packs, without the schemas of the server. */

/** Their texts are built in: a pack for one of them only adds sound. */
export const BUILT_IN_LANGUAGES: readonly string[] = ['vi', 'en'];

/** A language's code names a folder, an address and a cache: plain letters. */
export const PACK_CODE = /^[a-z][a-z0-9-]{1,19}$/;

/** Whose speech a pack is: a person's, or one made by a machine, for demonstration and training only. */
export const VOICES = ['human', 'placeholder'] as const;
export type Voice = (typeof VOICES)[number];

interface Version {
  readonly id: string;
  readonly version: number;
}

/** Another version asks other things: nobody hears a question that is not asked. */
export function fits(pack: { readonly questionnaire: Version }, { id, version }: Version): boolean {
  return pack.questionnaire.id === id && pack.questionnaire.version === version;
}

/** A recording of a minute, mono at 64 kbit/s, has 480 kB. */
export const CLIP_BYTES_MOST = 1_000_000;
/** A hundred recordings of 15 s at 64 kbit/s have 12 MB. */
export const PACK_BYTES_MOST = 20_000_000;
/** The longest official text has under 300 signs; other scripts take more. */
export const TEXT_MOST = 1200;
