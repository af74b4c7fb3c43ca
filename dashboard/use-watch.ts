import { useCallback } from 'preact/hooks';
import type { AlertList } from '../shared/wire/alert-list.ts';
import type { CaseCount } from '../shared/wire/followed-cases.ts';
import type { DeviceRow, HeldCohort } from '../shared/wire/manage.ts';
import type { Account } from '../shared/wire/overview.ts';
import { ADDRESSES } from './addresses.ts';
import { maySee } from './read-page.ts';
import type { ServerLink } from './server-link.ts';
import { useFresh } from './use-fresh.ts';
import { useLive } from './use-live.ts';

/** Devices report at most every five minutes: asking once a minute misses nothing that a person could act on. */
const WATCH_EVERY_MS = 60_000;

/** What every page says at its top: how many forms wait for review, how many cases are open, and whether a device or an alert needs somebody now. */
export function useWatch(server: ServerLink, account: Account, ended: () => void) {
  const seesDevices = maySee(account, 'devices');
  const seesHeld = maySee(account, 'held');
  const seesAlerts = maySee(account, 'alerts');
  const askDevices = useCallback(
    (signal: AbortSignal) => server.ask<readonly DeviceRow[]>('GET', ADDRESSES.devices, undefined, signal),
    [server],
  );
  const askHeld = useCallback(
    (signal: AbortSignal) =>
      server.ask<readonly HeldCohort[]>('GET', ADDRESSES.quarantine, undefined, signal),
    [server],
  );
  const askAlerts = useCallback(
    (signal: AbortSignal) => server.ask<AlertList>('GET', ADDRESSES.alerts, undefined, signal),
    [server],
  );
  const askCases = useCallback(
    (signal: AbortSignal) => server.ask<CaseCount>('GET', ADDRESSES.caseCount, undefined, signal),
    [server],
  );
  const devices = useFresh(seesDevices ? askDevices : null, WATCH_EVERY_MS, ended);
  const held = useFresh(seesHeld ? askHeld : null, WATCH_EVERY_MS, ended);
  const alerts = useFresh(seesAlerts ? askAlerts : null, WATCH_EVERY_MS, ended);
  const cases = useFresh(maySee(account, 'cases') ? askCases : null, WATCH_EVERY_MS, ended);
  useLive(server.live, 'alerts', alerts.refresh);
  return { devices, held, alerts, cases };
}

export type Watch = ReturnType<typeof useWatch>;
