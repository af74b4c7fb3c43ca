import * as v from 'valibot';
import { FORMS, type FormKind } from '../questionnaire.ts';
import { idField } from './day-field.ts';
import { REASON_LEAST, REASON_MOST } from './manage-requests.ts';
import type { SurveyReport } from './survey-report.ts';

/** Which certified version a report is: what stands on it, in print too. */
export interface CertifiedMark {
  readonly version: number;
  /** Local day on which it was certified. */
  readonly day: string;
  /** SHA-256 of its document, 64 hex digits; 16 of them stand on paper. */
  readonly hash: string;
  /** Figures that are held back for now: beside what is served today they would tell of one to nine forms. */
  readonly held: number;
  /** What is served today is not the same. */
  readonly differs: boolean;
}

/** One version as the list has it. */
export interface CertifiedVersion {
  readonly version: number;
  readonly day: string;
  readonly hash: string;
  /** Who certified it; null when the account is gone. */
  readonly by: string | null;
  /** Why the version before was corrected; null for the first. */
  readonly reason: string | null;
  /** The nightly root of that day by 16 digits; null before the first night. */
  readonly root: { readonly n: number; readonly day: string; readonly digits: string } | null;
}

/**
 * Whether what is served today may be certified as the next version. `few`: some figure differs by one to nine forms, or was
 * made of as many forms that are not the same ones, so that both versions together would tell of a few people. `waiting`: figures
 * are the same, but forms have come, or changed their standing, that wait for their release.
 */
export type Correction =
  | { readonly kind: 'none' | 'may' }
  | { readonly kind: 'few'; readonly groups: readonly string[] }
  | { readonly kind: 'waiting'; readonly forms: number };

/** `GET /api/v1/certified?unit=…&period=report-…&form=…[&version=N]`: versions, and what is served today beside one of them. */
export interface CertifiedReports {
  readonly period: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly open: boolean;
  };
  /** The newest first. */
  readonly versions: readonly CertifiedVersion[];
  /** The version that was asked for, else the newest; null while there is none. */
  readonly certified: SurveyReport | null;
  /** What is served today. */
  readonly live: SurveyReport;
  /** Names what is served today: sent back by whoever certifies it, so that nobody certifies what they have not seen. */
  readonly seen: string;
  readonly correction: Correction;
}

/** `POST /api/v1/certified` → `CertifiedReports`. The first version has no reason, each later one must have one. */
export const CertifySchema = v.strictObject({
  unit: idField,
  period: v.pipe(v.string(), v.maxLength(40)),
  form: v.picklist(FORMS) satisfies v.GenericSchema<FormKind>,
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
  seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  reason: v.nullable(
    v.pipe(v.string(), v.trim(), v.minLength(REASON_LEAST, 'needed'), v.maxLength(REASON_MOST, 'too-long')),
  ),
});
export type CertifyAsked = v.InferOutput<typeof CertifySchema>;
