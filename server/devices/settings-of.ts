import { weekAhead } from '../../shared/calendar.ts';
import { localDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { calendars } from '../place-calendar.ts';
import { placeOf } from '../place-of.ts';
import { assignmentOn, type Device } from '../store/devices.ts';
import { allCampaigns, campaignFor, stateOn } from '../store/campaigns.ts';
import { allUnits, servicePoints } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** Least time between two sync rounds, so that a batch never carries one visit and its minute. */
export const SYNC_GAP_MS = 5 * 60_000;

/**
 * What a device must know to collect on its own: the place of today's assignment, the campaign in force there, the
 * hours of the coming seven days, sync gap, PIN. It asks after each round, so whatever changes reaches it then.
 */
export async function settingsOf(
  read: Reader,
  device: Device,
  { nowMs, rescueKey }: { readonly nowMs: number; readonly rescueKey: string },
): Promise<Settings | undefined> {
  const today = localDay(nowMs);
  const assignment = assignmentOn(device, today);
  const points = await servicePoints(read);
  const point = points.find(({ id }) => id === assignment?.servicePoint);
  if (!point) return undefined;
  // a counter without hours of its own keeps those of its centre
  const { opening } =
    point.opening.length > 0 ? point : (points.find(({ id }) => id === point.parent) ?? point);
  const campaign = campaignFor(await allCampaigns(read), await allUnits(read), point.unit, today);
  const where = {
    servicePoint: point.id,
    campaign: campaign?.id ?? device.campaign,
    channel: 'kiosk',
    day: today,
  } as const;
  const place = await placeOf(read, where);
  if (!place) return undefined;
  const isRunning = campaign !== undefined && stateOn(campaign, today) === 'running';
  const calendar = (await calendars(read))(point.unit);
  return {
    ...place,
    device: { id: device.id, name: device.name },
    opening: weekAhead(opening, today, calendar),
    syncGapMs: place.tree === 'real' ? SYNC_GAP_MS : 0,
    // before the first day of a campaign and after its last one nobody is asked
    collects: device.state === 'active' && isRunning,
    rescueKey,
    ...(device.pin && { pin: device.pin }),
  };
}
