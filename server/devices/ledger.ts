import { type Calendar, openingOn, ORDINARY } from '../../shared/calendar.ts';
import { DAY_MS, localDay, minutesOf, startOfLocalDay } from '../../shared/period.ts';
import { isOlderApp } from '../../shared/is-older-app.ts';
import type { Heartbeat, Opening, Tree } from '../../shared/wire/device.ts';
import type { DeviceAlarm, DeviceRow, DeviceState, Lamp } from '../../shared/wire/manage.ts';

/**
 * What a device took, what the server has of it, and what of that should worry somebody. Pure: the server's clock
 * and what the store knows go in.
 */
export interface DeviceFacts {
  readonly state: DeviceState;
  readonly tree: Tree;
  /** Hours of the service point where it stands. */
  readonly opening: readonly Opening[];
  /** Days off and days worked for another there. */
  readonly calendar: Calendar;
  readonly accepted: number;
  readonly held: number;
  /** Number and running total of its newest seal. */
  readonly seal: { readonly n: number; readonly total: number };
  readonly heartbeat: Omit<Heartbeat, 'day'> | undefined;
  /** Instants of the newest contact and of when it last had nothing left to send, ms. */
  readonly lastContact: number;
  readonly drained: number;
  /** Why seals were refused under the key it has now, as far as nobody has looked at them. */
  readonly refusedSeals: ReadonlySet<string>;
  /** So much of it is held that the server sets no more aside. */
  readonly isHeldFull: boolean;
  /** Something of its service points waits in quarantine for a person. */
  readonly isHeldOpen: boolean;
}

export function ledgerOf(
  facts: Pick<DeviceFacts, 'accepted' | 'held' | 'seal' | 'heartbeat'>,
): DeviceRow['ledger'] {
  const { accepted: stored, held, seal, heartbeat } = facts;
  const taken = Math.max(heartbeat?.total ?? 0, seal.total);
  const waiting = heartbeat?.unsent ?? 0;
  // what came in since the newest heartbeat stands in `stored` and still in `waiting`
  const missing = Math.max(0, taken - stored - held - waiting);
  return { taken, stored, held, waiting, missing, sealed: seal.total };
}

const MINUTE_MS = 60_000;

/** Opening hours of whoever has named none. */
const ALWAYS: readonly Opening[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];

/** No office is closed for longer; what has been away for longer than that has missed an opening day. */
const LOOKED_THROUGH_MS = 100 * DAY_MS;

/** Whether the whole opening of some local day lies between two instants; a day off has none. */
export function holdsOpeningDay(
  opening: readonly Opening[],
  fromMs: number,
  toMs: number,
  calendar: Calendar = ORDINARY,
): boolean {
  const hours = opening.some(({ days }) => days.length > 0) ? opening : ALWAYS;
  const last = Math.min(toMs, fromMs + LOOKED_THROUGH_MS);
  for (let at = startOfLocalDay(localDay(fromMs)); at <= last; at += DAY_MS) {
    const today = openingOn(hours, localDay(at), calendar);
    if (today.length === 0) continue;
    const opens = at + Math.min(...today.map(({ from }) => minutesOf(from))) * MINUTE_MS;
    const closes = at + Math.max(...today.map(({ to }) => minutesOf(to))) * MINUTE_MS;
    if (fromMs <= opens && closes <= toMs) return true;
  }
  return false;
}

/** Below it new app caches are no longer fetched; below the second one it is urgent (bytes). */
const STORAGE_LOW = 500e6;
const STORAGE_FULL = 200e6;

/** What is wrong, most urgent first. A device that is not in use is only asked for what it may still owe. */
export function alarmsOf(
  facts: DeviceFacts,
  { nowMs, minApp }: { readonly nowMs: number; readonly minApp: string },
): DeviceAlarm[] {
  const { heartbeat, state, seal, refusedSeals } = facts;
  const { missing, waiting } = ledgerOf(facts);
  const free = heartbeat?.free ?? Infinity;
  const faults = heartbeat?.faults ?? [];
  const isLoss = (fault: string) => fault.startsWith('outbox-lost');
  const isActive = state === 'active';
  const found: Partial<Record<DeviceAlarm, boolean>> = {
    cloned: refusedSeals.has('cloned'),
    lost: faults.some(isLoss),
    missing: missing > 0,
    'held-full': facts.isHeldFull,
    silent: isActive && holdsOpeningDay(facts.opening, facts.lastContact, nowMs, facts.calendar),
    'not-persisted': isActive && facts.tree === 'real' && heartbeat?.persisted === false,
    'storage-full': isActive && free < STORAGE_FULL,
    'unsent-old': waiting > 0 && holdsOpeningDay(facts.opening, facts.drained, nowMs, facts.calendar),
    'seal-refused': [...refusedSeals].some((reason) => reason !== 'cloned' && reason !== 'revoked'),
    'seal-gap': (heartbeat?.sealNo ?? 0) > seal.n,
    held: facts.isHeldOpen && facts.held > 0,
    'storage-low': isActive && free >= STORAGE_FULL && free < STORAGE_LOW,
    'old-app': isActive && heartbeat !== undefined && isOlderApp(heartbeat.app, minApp),
    fault: isActive && faults.some((fault) => !isLoss(fault)),
  };
  if (state === 'new') return [];
  return (Object.keys(found) as DeviceAlarm[]).filter((alarm) => found[alarm]);
}

/** Data may be gone, or nothing can be collected: today, not this week. */
const URGENT: ReadonlySet<DeviceAlarm> = new Set([
  'cloned',
  'lost',
  'missing',
  'held-full',
  'silent',
  'not-persisted',
  'storage-full',
]);

export function lampOf(alarms: readonly DeviceAlarm[]): Lamp {
  if (alarms.some((alarm) => URGENT.has(alarm))) return 'red';
  return alarms.length > 0 ? 'amber' : 'green';
}
