import { monthsUpTo, type Period } from '../../shared/period.ts';
import type { Target, TrendPoint } from '../../shared/wire/overview.ts';
import { againstTarget } from './judge-figure.ts';
import type { Place } from './place-tree.ts';
import type { ReadOut } from './read-out.ts';

/** The areas by their place in the instrument: I policy, II service delivery. */
export const [POLICY, SERVICE] = ['I', 'II'] as const;

/** How many months a trend shows. */
const TREND_MONTHS = 12;

/** The months up to that of the period's last day, the oldest first. */
export function trendMonths(period: Period): Period[] {
  return monthsUpTo(period.halfMonths.at(-1)!, TREND_MONTHS);
}

/** One month of the trend of a place. */
export function trendPoint(readOut: ReadOut, place: Place, month: Period, target: Target | null): TrendPoint {
  const policy = readOut.figure(place, month, POLICY);
  const service = readOut.figure(place, month, SERVICE);
  return {
    period: month.id,
    from: month.from,
    to: month.to,
    policy: policy.served,
    service: service.served,
    target,
    policyTarget: againstTarget(policy, target),
    serviceTarget: againstTarget(service, target),
  };
}
