import { localDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { placeOf } from '../place-of.ts';
import { assignmentOn, type Device } from '../store/devices.ts';
import { allCampaigns, allUnits, campaignFor, servicePoints, upwards } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** Least time between two sync rounds, so that a batch never carries one visit and its minute. */
export const SYNC_GAP_MS = 5 * 60_000;

/** What a device must know to collect on its own: the place of today's assignment, hours, sync gap, PIN. */
export async function settingsOf(
  read: Reader,
  device: Device,
  { nowMs, rescueKey }: { readonly nowMs: number; readonly rescueKey: string },
): Promise<Settings | undefined> {
  const today = localDay(nowMs);
  const assignment = assignmentOn(device, today);
  const point = (await servicePoints(read)).find(({ id }) => id === assignment?.servicePoint);
  if (!point) return undefined;
  const campaign = await campaignAt(read, device.campaign, point.unit, today);
  const place = await placeOf(read, { servicePoint: point.id, campaign });
  if (!place) return undefined;
  return {
    ...place,
    device: { id: device.id, name: device.name },
    opening: [...point.opening].map(({ days, from, to }) => ({ days: [...days], from, to })),
    syncGapMs: place.tree === 'real' ? SYNC_GAP_MS : 0,
    collects: device.state === 'active',
    rescueKey,
    ...(device.pin && { pin: device.pin }),
  };
}

/** The device's own campaign where it covers the place; after a move to another unit, the one in force there. */
async function campaignAt(read: Reader, own: string, unit: string, day: string): Promise<string> {
  const [campaigns, units] = [await allCampaigns(read), await allUnits(read)];
  const holder = campaigns.find(({ id }) => id === own)?.unit;
  if (upwards(units, unit).some(({ id }) => id === holder)) return own;
  return campaignFor(campaigns, units, unit, day)?.id ?? own;
}
