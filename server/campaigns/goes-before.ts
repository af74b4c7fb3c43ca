import { dayBefore } from '../../shared/period.ts';
import { type Campaign, heldAt } from '../store/campaigns.ts';

/** The campaign whose place another one takes: it ends the day before, and holds nowhere beside it. */
export function goesBefore(campaigns: readonly Campaign[], campaign: Campaign): Campaign | undefined {
  const own = heldAt(campaign);
  const lastDay = dayBefore(campaign.starts);
  return campaigns.find((one) => one.ends === lastDay && heldAt(one).every((at) => own.includes(at)));
}

/** How long a campaign goes on among these: until further notice, or until the next one of its units begins. */
export function goesOnUntil(campaigns: readonly Campaign[], campaign: Campaign): string | null {
  const own = heldAt(campaign);
  const next = campaigns
    .filter(({ starts }) => starts > campaign.starts)
    .find((one) => heldAt(one).some((at) => own.includes(at)));
  return next ? dayBefore(next.starts) : null;
}
