import type { Rests } from '../../shared/rotation.ts';
import { type Entry, type Meta, NEW_META, type OutboxStore } from '../../kiosk/outbox/outbox-store.ts';

/** An outbox in plain memory with the promises of the real one; `snapshot` and `from` stand for a power cut. */
export interface MemoryOutbox extends OutboxStore {
  entries(): readonly Entry[];
  snapshot(): MemoryOutboxState;
}
export interface MemoryOutboxState {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly rests: ReadonlyMap<string, Rests>;
  readonly meta: Meta;
}

export function memoryOutbox(from?: MemoryOutboxState): MemoryOutbox {
  const entries = new Map(from?.entries);
  const rests = new Map(from?.rests);
  let meta: Meta = from?.meta ?? NEW_META;
  return {
    async keep({ id, p, leaf, remark }, rotation) {
      if (entries.has(id)) return;
      entries.set(id, { id, p, leaf, st: 'new', ...(remark && { remark }) });
      rests.set(rotation.name, rotation.rests);
      meta = { ...meta, total: meta.total + 1 };
    },
    readRests: async (name) => rests.get(name),
    unsentIds: async () =>
      [...entries.values()].filter((entry) => entry.st === 'new').map((entry) => entry.id),
    load: async (ids) => ids.flatMap((id) => entries.get(id) ?? []),
    async settle(states) {
      for (const [id, st] of states) {
        const entry = entries.get(id);
        if (entry) entries.set(id, { ...entry, st });
      }
    },
    readMeta: async () => meta,
    async enterEpoch(epoch) {
      if (meta.epoch !== null && meta.epoch !== epoch) {
        for (const entry of entries.values())
          if (entry.st !== 'safe') entries.set(entry.id, { ...entry, st: 'new' });
      }
      meta = { ...meta, epoch };
    },
    entries: () => [...entries.values()],
    snapshot: () => ({ entries: new Map(entries), rests: new Map(rests), meta }),
  };
}
