import { allCampaigns, type Campaign, campaignRunning, stateOn } from './store/campaigns.ts';
import { allUnits, hasEndedBy, servicePoints, type WayIn } from './store/organisation.ts';
import type { Reader } from './store/store.ts';

/**
 * What a code or a ticket asks for on each of these days: its own campaign where it was made for that and it runs, else
 * whichever runs at its place, because a poster outlives the campaign in which it was printed. None: nobody is asked,
 * because no campaign runs or the place has closed.
 */
export async function campaignsAsked(
  read: Reader,
  { servicePoint, campaign, isPinned }: WayIn,
  days: readonly string[],
): Promise<Campaign[]> {
  const point = (await servicePoints(read)).find(({ id }) => id === servicePoint);
  const [campaigns, units] = [await allCampaigns(read), await allUnits(read)];
  const own = isPinned ? campaigns.find(({ id }) => id === campaign) : undefined;
  return days.flatMap((day) => {
    if (!point || hasEndedBy(point, day)) return [];
    if (own && stateOn(own, day) === 'running') return [own];
    return campaignRunning(campaigns, units, point.unit, day) ?? [];
  });
}
