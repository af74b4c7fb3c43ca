import type { PointsChange } from '../compare.ts';
import type { MixVerdict } from '../fixed-mix.ts';
import type { FormKind } from '../questionnaire.ts';
import type { Channel } from '../submission.ts';
import type { MethodNote, ServedScore, UnitName } from './overview.ts';

/** Whether a figure can be believed: `GET /api/v1/trust?unit=…&period=…&form=express|full`. */

/** The two percentages and the overall question: what is asked about on this page. */
export const TRUST_GROUPS = ['I', 'II', 'overall'] as const;
export type TrustGroup = (typeof TRUST_GROUPS)[number];

/** A figure over all forms that count, and over those that no class marks. */
export interface FlaggedPair {
  readonly group: TrustGroup;
  readonly full: ServedScore;
  /** Withheld too where marked and unmarked forms would give away one to nine. */
  readonly without: ServedScore;
  /** `without` against `full`, in points as printed; the test compares marked with unmarked forms. Null: withheld. */
  readonly change: PointsChange | null;
}

/** One channel in two periods. */
export interface ChannelInTwo {
  readonly channel: Channel;
  readonly before: ServedScore;
  readonly now: ServedScore;
}

/** A percentage of two periods, as it is and at the earlier period's mix of channels. */
export interface MixOfGroup {
  readonly group: 'I' | 'II';
  readonly before: ServedScore;
  readonly now: ServedScore;
  readonly raw: PointsChange | null;
  readonly channels: readonly ChannelInTwo[];
  /** Percent in both periods at the earlier mix, over the channels that are served in both. Null: not to be told. */
  readonly fixed: { readonly before: number; readonly now: number; readonly change: PointsChange } | null;
  readonly verdict: MixVerdict;
}

/** Satisfaction with late dossiers and with the others, as interviews by telephone and tickets know it. */
export interface LatePair {
  readonly group: TrustGroup;
  readonly onTime: ServedScore;
  readonly late: ServedScore;
  /** `late` against `onTime`; null where one is withheld. */
  readonly change: PointsChange | null;
}

/** A job of the last night: when it was done, and whether it went well. */
export const PROOF_JOBS = ['root', 'integrity', 'backup', 'drill'] as const;
export type ProofJob = (typeof PROOF_JOBS)[number];
export interface ProofOfNight {
  readonly job: ProofJob;
  readonly night: string;
  readonly ok: boolean;
}

export interface Trust {
  readonly unit: UnitName;
  readonly period: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly open: boolean;
  };
  readonly form: FormKind;
  readonly method: MethodNote;
  readonly asOf: number;
  /** The two percentages as the figures' page has them. */
  readonly figures: { readonly policy: ServedScore; readonly service: ServedScore };
  /** The half-months of the period that have closed: marked and late forms are told of these alone. Null: none yet. */
  readonly closed: { readonly from: string; readonly to: string } | null;
  /** Of these half-months. Numbers of forms, null where they would tell of one to nine. */
  readonly forms: number | null;
  readonly flagged: number | null;
  readonly pairs: readonly FlaggedPair[];
  readonly mix: { readonly period: string; readonly groups: readonly MixOfGroup[] } | null;
  readonly late: readonly LatePair[];
  /** The newest nightly root: its day, and the first 16 hex digits, as the second body has it. Null: no night yet. */
  readonly root: { readonly n: number; readonly day: string; readonly digits: string } | null;
  readonly proofs: readonly ProofOfNight[];
}
