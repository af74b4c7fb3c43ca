import type {
  AgainstDossiersSchema,
  TakeUpRowSchema,
  TakeUpSchema,
  WeighedFigureSchema,
  WeighedSchema,
} from './against-answers.ts';
import type { Answer } from './answer-parts.ts';

/**
 * Forms against dossiers returned, and the two percentages once more, weighted by dossiers:
 * `GET /api/v1/against-dossiers?unit=…&period=…&form=express|full[&asOf=DAY]`.
 */

export type TakeUp = Answer<typeof TakeUpSchema>;
/** Rows of one breakdown: units below, or fields. */
export type TakeUpRow = Answer<typeof TakeUpRowSchema>;

/** By what the forms are weighted. */
export const WEIGHED_BY = ['field', 'unit'] as const;
export type WeighedBy = (typeof WEIGHED_BY)[number];

/** Why there is no weighted figure. */
export const NOT_WEIGHED = ['headline', 'open', 'dossiers', 'one-row', 'unnamed', 'few'] as const;
export type NotWeighed = (typeof NOT_WEIGHED)[number];

export type WeighedFigure = Answer<typeof WeighedFigureSchema>;
export type Weighed = Answer<typeof WeighedSchema>;
export type AgainstDossiers = Answer<typeof AgainstDossiersSchema>;
