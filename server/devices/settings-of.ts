import { localDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import { placeOf } from '../place-of.ts';
import type { Device } from '../store/devices.ts';
import { servicePoints } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

/** Least time between two sync rounds, so that a batch never carries one visit and its minute. */
export const SYNC_GAP_MS = 5 * 60_000;

/** What a device must know to collect on its own: the place of today's assignment, hours, sync gap. */
export async function settingsOf(read: Reader, device: Device, nowMs: number): Promise<Settings | undefined> {
  const today = localDay(nowMs);
  const assignment =
    device.assignments.find(({ starts, ends }) => starts <= today && (ends === null || today <= ends)) ??
    device.assignments.at(-1);
  if (!assignment) return undefined;
  const place = await placeOf(read, { servicePoint: assignment.servicePoint, campaign: device.campaign });
  if (!place) return undefined;
  const point = (await servicePoints(read)).find(({ id }) => id === assignment.servicePoint);
  return {
    ...place,
    device: { id: device.id, name: device.name },
    opening: [...(point?.opening ?? [])].map(({ days, from, to }) => ({ days: [...days], from, to })),
    syncGapMs: place.tree === 'real' ? SYNC_GAP_MS : 0,
  };
}
