import type { DeviceState } from '../../shared/wire/manage.ts';
import type { Reader, Tx } from './store.ts';

/** What a device has been, with the local day and a note for each change. History only grows. */

export interface PastState {
  readonly day: string;
  readonly state: DeviceState;
  readonly note: string;
}

export async function setDeviceState(tx: Tx, device: string, next: PastState): Promise<void> {
  const { state, day, note } = next;
  await tx.updateTable('devices').set({ state }).where('id', '=', device).execute();
  const last = await tx
    .selectFrom('device_states')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('device', '=', device)
    .executeTakeFirst();
  await tx
    .insertInto('device_states')
    .values({ device, seq: (last?.seq ?? 0) + 1, day, state, note })
    .execute();
}

export async function pastStates(read: Reader, device: string): Promise<PastState[]> {
  const rows = await read
    .selectFrom('device_states')
    .select(['day', 'state', 'note'])
    .where('device', '=', device)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as DeviceState }));
}
