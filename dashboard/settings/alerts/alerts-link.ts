import type { AlertList, AlertSettings, RuleAsked, Trial } from '../../../shared/wire/alert-list.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { ServerLink } from '../../server-link.ts';

const ALERTS = ADDRESSES.alerts;

/** What the pages of alerts ask the server. */
export function alertsLink(server: ServerLink) {
  return {
    list: (signal: AbortSignal) => server.ask<AlertList>('GET', ALERTS, undefined, signal),
    see: (id: string) => server.ask<AlertList>('POST', `${ALERTS}/${encodeURIComponent(id)}/seen`, {}),
    settings: (signal: AbortSignal) => server.ask<AlertSettings>('GET', `${ALERTS}/rules`, undefined, signal),
    setRule: (asked: RuleAsked) => server.ask<AlertSettings>('POST', `${ALERTS}/rules`, asked),
    setAddress: (email: string) => server.ask<AlertSettings>('PUT', `${ALERTS}/address`, { email }),
    trial: () => server.ask<Trial>('POST', `${ALERTS}/trial`, {}),
  };
}

export type AlertsLink = ReturnType<typeof alertsLink>;
