import { SettingsSchema } from '../../shared/wire/device.ts';
import { recallKey } from '../device/key.ts';
import { type LastRound, recallRound } from '../device/last-round.ts';
import { askPersistence } from '../device/persistence.ts';
import type { BusinessClock } from '../device/server-clock.ts';
import { recall } from '../device/shelf.ts';
import type { DeviceStores } from './open-device.ts';

/** What a device knows about itself. Counts and half-days only: nothing of any answer. */
export interface HealthFacts {
  readonly total: number;
  readonly unsent: number;
  readonly held: number;
  /** Half-day of the oldest entry that waits, `2026-11-20AM`; null when nothing waits. */
  readonly oldestUnsent: string | null;
  readonly lost: number;
  readonly sealNo: number;
  /** Entries that no seal holds yet. */
  readonly unsealed: number;
  /** The signing key is there, and a chain to go on with; without them sealing waits for a new enrolment. */
  readonly hasKey: boolean;
  readonly hasDatabase: boolean;
  readonly persisted: boolean;
  readonly freeBytes: number | null;
  /** Server's clock minus the device's, ms; null before the first answer. */
  readonly clockOffsetMs: number | null;
  readonly round: LastRound | undefined;
  readonly collects: boolean;
}

const SLICE = 500;

/** Half-day of the oldest of these entries; half-days sort as they stand. */
async function oldestOf(stores: DeviceStores, ids: readonly string[]): Promise<string | null> {
  let oldest: string | null = null;
  for (let at = 0; at < ids.length; at += SLICE) {
    for (const { p } of await stores.kept.load(ids.slice(at, at + SLICE))) {
      const half = /"b":"([^"]+)"/.exec(p)?.[1];
      if (half !== undefined && (oldest === null || half < oldest)) oldest = half;
    }
  }
  return oldest;
}

export async function readHealthFacts(
  stores: DeviceStores,
  clock: BusinessClock,
  deviceClock: () => number,
): Promise<HealthFacts> {
  const { kept, shelf, hasDatabase } = stores;
  const [meta, unsent, held, open, key, settings, round, persistence] = await Promise.all([
    kept.readMeta(),
    kept.unsentIds(),
    kept.idsIn('held'),
    kept.openIds(),
    recallKey(shelf),
    recall(shelf, 'settings', SettingsSchema),
    recallRound(shelf),
    askPersistence(navigator.storage),
  ]);
  const time = clock.read();
  return {
    total: meta.total,
    unsent: unsent.length,
    held: held.length,
    oldestUnsent: await oldestOf(stores, unsent),
    lost: meta.lost,
    sealNo: meta.sealNo,
    unsealed: open.length,
    hasKey: key !== undefined && meta.sealHash !== '',
    hasDatabase,
    persisted: persistence.persisted,
    freeBytes: persistence.freeBytes,
    clockOffsetMs: time.quality === 'unknown' ? null : Math.round(time.ms - deviceClock()),
    round,
    collects: settings?.collects ?? true,
  };
}
