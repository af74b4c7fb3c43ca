import { localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { createRecentMap } from '../recent-map.ts';
import { note } from '../store/audit.ts';
import { allUnits, servicePoints, type WayIn } from '../store/organisation.ts';

/** Tickets are tried by whoever makes them up: of no place, and only the log hears of it. */
const TICKETS = 'tickets';
/** A crowd behind one address may be told to wait a few times. After that, at each power of ten. */
const ALARM_REFUSALS = 10;
const CODES_MOST = 10_000;

/**
 * What came too fast by a code is sent away with a time to wait, and the phone keeps its answers. That it happens so often
 * that no crowd explains it, somebody must hear: the log at once, and the office's audit log, without any address.
 */
export function createFloodReport(deps: Pick<Deps, 'store' | 'clock' | 'random' | 'log'>) {
  const refusals = createRecentMap<number>(CODES_MOST);
  return async (way?: WayIn & { readonly code: string }): Promise<void> => {
    const name = `${localDay(deps.clock())} ${way?.code ?? TICKETS}`;
    const tries = (refusals.get(name) ?? 0) + 1;
    refusals.set(name, tries);
    if (tries < ALARM_REFUSALS || !Number.isInteger(Math.log10(tries))) return;
    deps.log({ level: 'warn', what: 'phone-flood', tries });
    if (!way) return;
    const point = (await servicePoints(deps.store.read)).find(({ id }) => id === way.servicePoint);
    const unit = (await allUnits(deps.store.read)).find(({ id }) => id === point?.unit);
    if (!point || !unit) return;
    const details = { point: point.name.vi, tries };
    const line = { account: null, unit: unit.id, what: 'phone-flood', subject: way.code, details };
    await deps.store.write((tx) => note(tx, audited(deps, line)));
  };
}
