import { monthsUpTo, type Period } from '../../shared/period.ts';
import type { Questionnaire, VersionName } from '../../shared/questionnaire.ts';
import { breakBetween, isSameVersion } from '../../shared/version-breaks.ts';
import type { Target, TrendBreak, TrendPoint } from '../../shared/wire/overview.ts';
import { againstTarget } from './judge-figure.ts';
import type { PlacePage } from './place-tree.ts';
import type { ReadOut } from './read-out.ts';

/** The areas by their place in the instrument: I policy, II service delivery. */
export const [POLICY, SERVICE] = ['I', 'II'] as const;

/** How many months a trend shows. */
const TREND_MONTHS = 12;

/** The months up to that of the period's last day, the oldest first. */
export function trendMonths(period: Period): Period[] {
  return monthsUpTo(period.halfMonths.at(-1)!, TREND_MONTHS);
}

/**
 * One version of the questionnaire on a page: the page as its tallies make it, and how they are read out. Figures of two
 * versions are never added up, and what may be served of one does not depend on the other.
 */
export interface AskedVersion {
  readonly questionnaire: Questionnaire;
  readonly page: PlacePage;
  readonly readOut: ReadOut;
}

/** A point of a trend: a month, and one of the versions that were asked in it. */
export interface TrendSlot {
  readonly month: Period;
  readonly asked: AskedVersion;
}

/** One slot for each version that was asked in a month; a month in which none was yet is one of the page's own version. */
export function trendSlots(
  period: Period,
  versions: readonly [AskedVersion, ...AskedVersion[]],
  askedIn: (month: Period) => readonly VersionName[],
): TrendSlot[] {
  return trendMonths(period).flatMap((month) => {
    const named = askedIn(month).flatMap(
      (name) => versions.find(({ questionnaire }) => isSameVersion(questionnaire, name)) ?? [],
    );
    return (named.length > 0 ? named : [versions[0]]).map((asked) => ({ month, asked }));
  });
}

export function trendPoint({ month, asked }: TrendSlot, target: Target | null): TrendPoint {
  const { readOut, page, questionnaire } = asked;
  const policy = readOut.figure(page.place, month, POLICY);
  const service = readOut.figure(page.place, month, SERVICE);
  return {
    period: month.id,
    from: month.from,
    to: month.to,
    version: nameOfVersion(questionnaire),
    policy: policy.served,
    service: service.served,
    target,
    policyTarget: againstTarget(policy, target),
    serviceTarget: againstTarget(service, target),
  };
}

export const nameOfVersion = ({ id, version }: VersionName): VersionName => ({ id, version });

/** Where one version follows another, with what can be said across it; `known` are all versions that there are. */
export function trendBreaks(slots: readonly TrendSlot[], known: readonly Questionnaire[]): TrendBreak[] {
  return slots.flatMap(({ asked }, at) => {
    const before = slots[at - 1]?.asked;
    if (!before || before === asked) return [];
    const { from, to, groups } = breakBetween(before.questionnaire, asked.questionnaire, known);
    const stateOf = (group: string) => groups.get(group) ?? 'changed';
    return [{ at, from, to, policy: stateOf(POLICY), service: stateOf(SERVICE) }];
  });
}
