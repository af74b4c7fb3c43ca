import * as v from 'valibot';
import { FORMS, type FormKind } from '../questionnaire.ts';
import { idField } from './day-field.ts';
import { REASON_LEAST, REASON_MOST } from '../reason-length.ts';
import type { Answer } from './answer-parts.ts';
import type {
  CertifiedMarkSchema,
  CertifiedReportsSchema,
  CertifiedVersionSchema,
  CorrectionSchema,
} from './report-answers.ts';

/** Which certified version a report is: what stands on it, in print too. */
export type CertifiedMark = Answer<typeof CertifiedMarkSchema>;

/** One version as the list has it. */
export type CertifiedVersion = Answer<typeof CertifiedVersionSchema>;

/**
 * Whether what is served today may be certified as the next version. `few`: some figure differs by one to nine forms, or was
 * made of as many forms that are not the same ones, so that both versions together would tell of a few people. `waiting`: figures
 * are the same, but forms have come, or changed their standing, that wait for their release.
 */
export type Correction = Answer<typeof CorrectionSchema>;

/** `GET /api/v1/certified?unit=…&period=report-…&form=…[&version=N]`: versions, and what is served today beside one of them. */
export type CertifiedReports = Answer<typeof CertifiedReportsSchema>;

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
