import { weekAhead } from '../../shared/calendar.ts';
import { localDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { NotAsking } from '../../shared/wire/manage.ts';
import { offeredLanguages } from '../offered-languages.ts';
import { calendars } from '../place-calendar.ts';
import { placeOf } from '../place-of.ts';
import { type Assignment, assignmentOn, type Device } from '../store/devices.ts';
import { allCampaigns, type Campaign, campaignFor, stateOn } from '../store/campaigns.ts';
import { allUnits, hasEndedBy, openingOf, type ServicePoint, servicePoints } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** Least time between two sync rounds, so that a batch never carries one visit and its minute. */
const SYNC_GAP_MS = 5 * 60_000;

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
  const campaign = campaignFor(await allCampaigns(read), await allUnits(read), point.unit, today);
  const where = {
    servicePoint: point.id,
    campaign: campaign?.id ?? device.campaign,
    channel: 'kiosk',
    day: today,
  } as const;
  const place = await placeOf(read, where);
  if (!place) return undefined;
  const calendar = (await calendars(read))(point.unit);
  const languages = await offeredLanguages(read, point, place);
  return {
    ...place,
    device: { id: device.id, name: device.name },
    opening: weekAhead(openingOf(point, points), today, calendar),
    syncGapMs: place.tree === 'real' ? SYNC_GAP_MS : 0,
    collects: whyNotAsking(device, { assignment, point, campaign }, today) === null,
    rescueKey,
    ...(device.pin && { pin: device.pin }),
    ...(languages && { languages }),
  };
}

/** Why a device asks nobody on a day; null where it may ask. */
export function whyNotAsking(
  { state }: Pick<Device, 'state'>,
  where: {
    readonly assignment: Assignment | undefined;
    readonly point: ServicePoint;
    readonly campaign: Campaign | undefined;
  },
  day: string,
): NotAsking | null {
  const { assignment, point, campaign } = where;
  if (state === 'retired') return 'state';
  if (hasEndedBy(point, day)) return 'closed';
  if (state !== 'active') return 'state';
  const isThere = assignment && assignment.starts <= day && (assignment.ends ?? day) >= day;
  if (!isThere || day < point.validFrom) return 'not-yet';
  return campaign && stateOn(campaign, day) === 'running' ? null : 'campaign';
}
