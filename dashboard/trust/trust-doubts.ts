import type { ReviewView } from '../../shared/wire/cohort-review.ts';
import type { DeviceAlarm, DeviceRow } from '../../shared/wire/manage.ts';
import type { ServedScore } from '../../shared/wire/overview.ts';
import type { ProofJob, Trust } from '../../shared/wire/trust.ts';

/** What speaks against a figure. Each has a sentence, what to do, and the part of the page that shows it. */
export type Doubt =
  | { readonly kind: 'flagged' | 'mix' | 'grey'; readonly part: TrustPart }
  | {
      readonly kind: 'missing' | 'seals' | 'unlike' | 'dossiers';
      readonly part: TrustPart;
      readonly count: number;
    }
  | { readonly kind: 'proof'; readonly part: TrustPart; readonly jobs: readonly ProofJob[] };
export type TrustPart = 'marked' | 'mix' | 'ledger' | 'review' | 'top';

export interface Evidence {
  readonly trust: Trust;
  /** Of the unit; null where the account may not see them, or they are not known yet. */
  readonly devices: readonly DeviceRow[] | null;
  readonly review: ReviewView | null;
}

/** Something of the chain of seals does not fit, or the device reports a loss. */
const OF_SEALS: ReadonlySet<DeviceAlarm> = new Set(['seal-gap', 'seal-refused', 'cloned', 'lost']);

export const hasSealFault = ({ alarms }: DeviceRow) => alarms.some((one) => OF_SEALS.has(one));
const isShown = (score: ServedScore) => !('withheld' in score);

export function doubtsOf({ trust, devices, review }: Evidence): readonly Doubt[] {
  const { policy, service } = trust.figures;
  const doubts: (Doubt | false)[] = [
    trust.pairs.some(
      ({ group, change }) => group !== 'overall' && change !== null && change.state !== 'not-clear',
    ) && {
      kind: 'flagged',
      part: 'marked',
    },
    trust.mix?.groups.some(({ verdict }) => verdict === 'mix') === true && { kind: 'mix', part: 'mix' },
    counted('unlike', 'review', review?.points.filter(({ signs }) => signs.length > 0).length),
    counted('dossiers', 'review', review?.dossiers.filter(({ above }) => (above ?? 0) > 0).length),
    counted(
      'missing',
      'ledger',
      devices?.reduce((sum, { ledger }) => sum + ledger.missing, 0),
    ),
    counted('seals', 'ledger', devices?.filter(hasSealFault).length),
    failedProofs(trust),
    [policy, service].some((score) => !('withheld' in score) && score.grey) && { kind: 'grey', part: 'top' },
  ];
  return doubts.filter((doubt) => doubt !== false);
}

function counted(
  kind: 'missing' | 'seals' | 'unlike' | 'dossiers',
  part: TrustPart,
  count: number | undefined,
): Doubt | false {
  return count !== undefined && count > 0 && { kind, part, count };
}

function failedProofs({ proofs }: Trust): Doubt | false {
  const jobs = proofs.filter(({ ok }) => !ok).map(({ job }) => job);
  return jobs.length > 0 && { kind: 'proof', part: 'ledger', jobs };
}

/** `few`: there is no figure to believe. */
export function verdictOf({ trust }: Evidence, doubts: readonly Doubt[]): 'few' | 'good' | 'careful' {
  const { policy, service } = trust.figures;
  if (!isShown(policy) && !isShown(service)) return 'few';
  return doubts.length > 0 ? 'careful' : 'good';
}
