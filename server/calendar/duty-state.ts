import { localDay, type Period } from '../../shared/period.ts';
import { dueDayOf } from '../../shared/report-deadlines.ts';
import type { ReportState, UnitDuty } from '../../shared/wire/report-calendar.ts';
import { ledgerOf } from '../devices/ledger.ts';
import type { ListedDevice } from '../store/listed-devices.ts';

/** Where a report stands on a day, by what is owed and what is certified. */
export function stateOf(
  period: Pick<Period, 'to'>,
  today: string,
  { devices, paper, certified }: Pick<UnitDuty, 'devices' | 'paper' | 'certified'>,
): ReportState {
  if (certified.length > 0) return 'certified';
  if (today <= period.to) return 'open';
  if (today > dueDayOf(period)) return 'overdue';
  return devices.unsent + devices.silent + paper > 0 ? 'collecting' : 'ready';
}

/** What devices that stood at these points in the period owe of it. */
export function devicesOwing(
  all: readonly ListedDevice[],
  points: ReadonlySet<string>,
  period: Pick<Period, 'from' | 'to'>,
  today: string,
): UnitDuty['devices'] {
  const stood = all.filter(
    ({ state, assignments }) =>
      state !== 'new' &&
      assignments.some(
        ({ servicePoint, starts, ends }) =>
          points.has(servicePoint) && starts <= period.to && (ends === null || ends >= period.from),
      ),
  );
  const hasClosed = today > period.to;
  // whoever had nothing left to send once it had closed has sent everything that was taken in it
  const owing = stood.filter(({ drained }) => hasClosed && localDay(drained) <= period.to);
  const unsent = owing.filter(({ heartbeat }) => (heartbeat?.unsent ?? 0) > 0);
  return {
    count: stood.length,
    unsent: unsent.length,
    silent: owing.filter((device) => !unsent.includes(device) && device.state === 'active').length,
    missing: stood.filter((device) => ledgerOf(device).missing > 0).length,
  };
}
