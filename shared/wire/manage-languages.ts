import * as v from 'valibot';
import {
  type Missing,
  type PackAbout,
  PackAboutSchema,
  packCode,
  packName,
  PackSchema,
} from '../language-pack.ts';
import type { Text } from '../questionnaire.ts';
import type { Tree } from './device.ts';

/** Language packs as the managers' pages read and change them. */

interface QuestionnaireVersion {
  readonly id: string;
  readonly version: number;
}
/** What would go over to a version of `unfit`, whose other texts and recordings would be missing. */
export interface CarriedOver extends QuestionnaireVersion {
  readonly texts: Share;
  readonly clips: Share;
}
interface Share {
  readonly have: number;
  readonly of: number;
}

export interface LanguageRow {
  readonly code: string;
  readonly name: string;
  readonly nameVi: string;
  /** Texts are in the product; a pack adds sound. */
  readonly isBuiltIn: boolean;
  /** Something has been taken in. */
  readonly isBegun: boolean;
  readonly isEnabled: boolean;
  readonly mayEnable: boolean;
  readonly about: PackAbout;
  readonly questionnaire: QuestionnaireVersion;
  /** Versions that are asked now or soon and for which it is not made: it is not offered there. */
  readonly unfit: readonly QuestionnaireVersion[];
  readonly texts: Share;
  readonly clips: Share;
}

/** `codes`: what a service point offers, in this order; null = all that are enabled. */
export interface PointLanguages {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly codes: readonly string[] | null;
}

export interface LanguageList {
  readonly tree: Tree;
  readonly mayChange: boolean;
  readonly languages: readonly LanguageRow[];
  readonly points: readonly PointLanguages[];
}

export interface LanguagePage extends LanguageRow {
  readonly tree: Tree;
  readonly mayChange: boolean;
  readonly missing: Missing;
  readonly carries: readonly CarriedOver[];
  readonly lines: readonly {
    readonly key: string;
    readonly vi: string;
    readonly en: string;
    readonly text: string | null;
  }[];
  readonly recordings: readonly {
    readonly key: string;
    /** What it says, in Vietnamese or, for English, in English. */
    readonly says: string;
    readonly clip: { readonly sha256: string; readonly bytes: number } | null;
  }[];
}

/** What an intake would do (`written` false) or has done. */
export interface TakenIn {
  readonly written: boolean;
  readonly code: string;
  readonly name: string;
  readonly nameVi: string;
  readonly texts: { readonly added: number; readonly changed: number; readonly same: number };
  readonly clips: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly same: number;
  };
  /** Names that mean nothing here; nothing is taken of them. */
  readonly unknown: readonly string[];
  readonly missing: Missing;
  /** Texts or recordings have changed and nobody has reviewed them since. */
  readonly losesReview: boolean;
  readonly isDisabled: boolean;
}

export const NewLanguageSchema = v.strictObject({
  code: packCode,
  name: packName,
  nameVi: packName,
});
export const AboutLanguageSchema = v.strictObject({
  ...PackAboutSchema.entries,
  name: packName,
  nameVi: packName,
});
/** `POST /api/v1/languages/CODE/carry-over` → `LanguagePage`: to one of the versions in `carries`. */
export const CarryOverSchema = v.pick(PackSchema, ['questionnaire']);
export const TextsFileSchema = v.strictObject({
  csv: v.pipe(v.string(), v.maxLength(400_000)),
});
export const LanguageOrderSchema = v.strictObject({
  codes: v.nullable(v.pipe(v.array(packCode), v.maxLength(30, 'too-many'))),
});
