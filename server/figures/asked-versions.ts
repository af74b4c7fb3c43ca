import { dayAfter, type Period } from '../../shared/period.ts';
import type { VersionName } from '../../shared/questionnaire.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { Campaign } from '../store/campaigns.ts';

/**
 * The versions of the questionnaire that were asked in a period up to today, in the order in which they came: those of the
 * campaigns that were in force on its days.
 */
export function versionsAsked(
  { from, to }: Pick<Period, 'from' | 'to'>,
  today: string,
  campaigns: readonly Campaign[],
  inForce: (day: string) => Campaign | undefined,
): VersionName[] {
  const last = to < today ? to : today;
  // between two of these days nothing changes
  const turns = campaigns.flatMap(({ starts, ends }) => [starts, ...(ends === null ? [] : [dayAfter(ends)])]);
  const days = [from, ...turns.filter((day) => day > from)].filter((day) => day <= last).toSorted();
  const versions: VersionName[] = [];
  for (const day of days) {
    const campaign = inForce(day);
    if (!campaign) continue;
    const name = { id: campaign.questionnaire, version: campaign.version };
    if (!versions.some((one) => isSameVersion(one, name))) versions.push(name);
  }
  return versions;
}
