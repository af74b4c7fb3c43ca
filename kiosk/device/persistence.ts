import type { Tree } from '../../shared/wire/device.ts';

/** Whether the browser promises to keep this device's storage, and how much of it is free. */
export interface Persistence {
  readonly persisted: boolean;
  readonly freeBytes: number | null;
}

/** Asks for lasting storage; absent interfaces (plain HTTP, old web views) count as a refusal. */
export async function askPersistence(storage: StorageManager | undefined): Promise<Persistence> {
  try {
    const persisted = (await storage?.persisted?.()) || (await storage?.persist?.()) || false;
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    const freeBytes = quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
    return { persisted, freeBytes };
  } catch {
    return { persisted: false, freeBytes: null };
  }
}

/** A real unit's device that may lose its outbox must not collect; demo and training show a banner and go on. */
export function mayCollect(tree: Tree, persisted: boolean): boolean {
  return persisted || tree !== 'real';
}

const AMBER_BYTES = 500e6;
const RED_BYTES = 200e6;

type StorageFault = 'storage-full' | 'storage-low' | 'storage-corrupt';

/**
 * Low-water marks of the storage; the survey goes on below them, but no new version of the app is fetched. A write that
 * was refused as "full" while there is room tells of damaged files, and making room would not help.
 */
export function storageFaults(freeBytes: number | null, wasFull = false): StorageFault[] {
  if (freeBytes === null || freeBytes >= AMBER_BYTES) return wasFull ? ['storage-corrupt'] : [];
  return [freeBytes < RED_BYTES ? 'storage-full' : 'storage-low'];
}
