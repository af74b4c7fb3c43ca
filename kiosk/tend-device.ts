import { isOlderApp } from '../shared/is-older-app.ts';
import { digest } from './device/digest.ts';
import type { Enrolment } from './device/enrolment.ts';
import { recallKey, sign } from './device/key.ts';
import { askPersistence, type Persistence, storageFaults } from './device/persistence.ts';
import type { BusinessClock } from './device/server-clock.ts';
import type { DeviceStores } from './outbox/open-device.ts';
import { makeSeals } from './outbox/seal-maker.ts';

/** What a device does for itself while nobody is at the screen: copies made good, seals made, its own state judged. */
export interface Tended {
  readonly persistence: Persistence;
  /** What is wrong now and stays wrong until somebody acts; words of the heartbeat. */
  readonly standing: readonly string[];
}

export interface TendDeps {
  readonly stores: DeviceStores;
  readonly enrolment: () => Enrolment;
  readonly clock: BusinessClock;
  /** Lowest version that the server lets collect, as it said last. */
  readonly minApp: () => string;
  /** What has gone wrong since the server was told last. */
  readonly faults: () => readonly string[];
}

export function tending({ stores, enrolment, clock, minApp, faults }: TendDeps): () => Promise<Tended> {
  const { kept, shelf, hasDatabase } = stores;
  const key = recallKey(shelf);

  async function seal(pair: CryptoKeyPair): Promise<void> {
    await makeSeals({
      store: kept,
      dev: enrolment().settings.device.id,
      app: __APP_VERSION__,
      nowMs: () => clock.read().ms,
      digest,
      sign: (text) => sign(pair, text),
    });
  }

  return async () => {
    const persistence = await askPersistence(navigator.storage);
    await kept.mend().catch(() => {});
    const pair = await key;
    if (pair) await seal(pair);
    const [{ lost, sealHash }, held] = await Promise.all([kept.readMeta(), kept.idsIn('held')]);
    const standing = [
      lost > 0 && `outbox-lost-${lost}`,
      !hasDatabase && 'storage-dead',
      (!pair || sealHash === '') && 'key-lost',
      isOlderApp(__APP_VERSION__, minApp()) && 'app-too-old',
      held.length > 0 && `held-${held.length}`,
      ...storageFaults(persistence.freeBytes, faults().includes('storage-quota')),
    ];
    return { persistence, standing: standing.filter((fault) => fault !== false) };
  };
}
