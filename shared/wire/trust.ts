import type { Answer } from './answer-parts.ts';
import type {
  FlaggedPairSchema,
  ChannelInTwoSchema,
  MixOfGroupSchema,
  LatePairSchema,
  ProofOfNightSchema,
  TrustSchema,
} from './trust-answers.ts';

/** Whether a figure can be believed: `GET /api/v1/trust?unit=…&period=…&form=express|full`. */

/** The two percentages and the overall question: what is asked about on this page. */
export const TRUST_GROUPS = ['I', 'II', 'overall'] as const;
export type TrustGroup = (typeof TRUST_GROUPS)[number];

/** A figure over all forms that count, and over those that no class marks. */
export type FlaggedPair = Answer<typeof FlaggedPairSchema>;

/** One channel in two periods. */
export type ChannelInTwo = Answer<typeof ChannelInTwoSchema>;

/** A percentage of two periods, as it is and at the earlier period's mix of channels. */
export type MixOfGroup = Answer<typeof MixOfGroupSchema>;

/** Satisfaction with late dossiers and with the others, as interviews by telephone and tickets know it. */
export type LatePair = Answer<typeof LatePairSchema>;

/** A job of the last night: when it was done, and whether it went well. */
export const PROOF_JOBS = ['root', 'integrity', 'backup', 'drill'] as const;
export type ProofJob = (typeof PROOF_JOBS)[number];
export type ProofOfNight = Answer<typeof ProofOfNightSchema>;

export type Trust = Answer<typeof TrustSchema>;
