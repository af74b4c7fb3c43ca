import type { AuditPage, DeviceDetail, HeldCohort, Holder, NewCode } from '../../shared/wire/manage.ts';
import type { Decided, NewPin, PointOption, RescueImported } from '../../shared/wire/manage-requests.ts';
import type { RescueFile } from '../../shared/wire/rescue.ts';
import { ADDRESSES } from '../addresses.ts';
import type { ServerLink } from '../server-link.ts';

/** What the pages of devices, quarantine and audit ask the server. */
export function manageLink(server: ServerLink) {
  const act = <T>(id: string, name: Parameters<typeof ADDRESSES.deviceAct>[1], body: object = {}) =>
    server.ask<T>('POST', ADDRESSES.deviceAct(id, name), body);
  return {
    device: (id: string, signal: AbortSignal) =>
      server.ask<DeviceDetail>('GET', ADDRESSES.device(id), undefined, signal),
    points: (signal: AbortSignal) =>
      server.ask<readonly PointOption[]>('GET', ADDRESSES.points, undefined, signal),
    holders: (signal: AbortSignal) =>
      server.ask<readonly Holder[]>('GET', `${ADDRESSES.devices}/holders`, undefined, signal),
    addDevice: (name: string, point: string, holder: string | null) =>
      server.ask<NewCode>('POST', ADDRESSES.devices, { name, point, holder }),
    newCode: (id: string) => act<NewCode>(id, 'code'),
    replace: (id: string, name: string, note: string) => act<NewCode>(id, 'replace', { name, note }),
    move: (id: string, point: string, from: string) => act<DeviceDetail>(id, 'move', { point, from }),
    setState: (id: string, state: 'active' | 'inactive' | 'retired', note: string) =>
      act<DeviceDetail>(id, 'state', { state, note }),
    seen: (id: string) => act<DeviceDetail>(id, 'seen'),
    newPin: (id: string) => act<NewPin>(id, 'pin', { pin: null }),
    decide: (cohort: HeldCohort, decision: 'take' | 'refuse', reason: string) => {
      const { kind, point, halfMonth } = cohort;
      const named = { reason: cohort.reason, kind, point: point?.id ?? null, halfMonth };
      return server.ask<Decided>('POST', ADDRESSES.decide, { cohort: named, decision, reason });
    },
    rescue: (file: RescueFile) => server.ask<RescueImported>('POST', ADDRESSES.rescue, file),
    audit: (before: string | null, signal: AbortSignal) =>
      server.ask<AuditPage>('GET', ADDRESSES.audit(before), undefined, signal),
  };
}

export type ManageLink = ReturnType<typeof manageLink>;
