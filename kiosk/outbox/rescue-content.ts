import type { RescueContent } from '../../shared/wire/rescue.ts';
import { chainOf } from './chain.ts';
import { recordOf } from './journal-format.ts';
import type { DeviceStores } from './open-device.ts';
import { ENTRY_STATES } from './outbox-store.ts';

/** Everything a device holds, for a rescue file: all entries, sent or not, in the order of their random ids. */
export async function rescueContent(
  { database, kept: store }: Pick<DeviceStores, 'database' | 'kept'>,
  dev: string,
  app: string,
): Promise<RescueContent> {
  const ids = await Promise.all(ENTRY_STATES.map((st) => store.idsIn(st)));
  const entries = await store.load(ids.flat().sort());
  const seals = await chainOf(database).readSeals();
  return {
    dev,
    app,
    items: entries.map(recordOf),
    seals: seals.map(({ s, sig }) => ({ s, sig })),
  };
}
