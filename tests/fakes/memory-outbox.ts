import { type Chain, chainOf } from '../../kiosk/outbox/chain.ts';
import { emptyMaps, type Maps, memoryDatabase } from '../../kiosk/outbox/memory-database.ts';
import { openOutbox } from '../../kiosk/outbox/outbox.ts';
import type { Entry, OutboxStore } from '../../kiosk/outbox/outbox-store.ts';

/** The real outbox over a database in memory; `snapshot` and `from` stand for a power cut. */
export interface MemoryOutbox extends OutboxStore, Chain {
  entries(): readonly Entry[];
  snapshot(): Maps;
}

export function memoryOutbox(from: Maps = emptyMaps()): MemoryOutbox {
  const maps = structuredClone(from);
  const database = memoryDatabase(maps);
  return {
    ...openOutbox(database, () => {}),
    ...chainOf(database),
    entries: () => [...maps.outbox.values()] as Entry[],
    snapshot: () => structuredClone(maps),
  };
}
