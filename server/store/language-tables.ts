/** The tables of language packs. */
export interface LanguageTables {
  packs: {
    tree: string;
    code: string;
    /** As its speakers write it. */
    name: string;
    name_vi: string;
    questionnaire: string;
    version: number;
    reviewer: string | null;
    /** Local day. */
    reviewed: string | null;
    province: string | null;
    dialect: string | null;
    voice: string | null;
    /** JSON: texts by key. */
    texts: string;
    /** Names everything that a tablet takes of it. */
    hash: string;
    enabled: number;
  };
  clips: { sha256: string; size: number; bytes: Uint8Array };
  pack_clips: { tree: string; code: string; key: string; sha256: string };
  /** `codes`: JSON, in the order in which they are offered. */
  point_languages: { service_point: string; codes: string };
}
