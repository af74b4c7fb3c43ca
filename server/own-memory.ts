import { createRecentMap } from './recent-map.ts';
import type { Kept, Memories, Memory } from './store/shared-memory.ts';

/**
 * Memories of this process alone: of a server that has its database for itself, and of limits that protect one process.
 * Whoever floods a memory with new names pushes out the longest silent ones.
 */
export const ownMemories =
  (clock: () => number): Memories =>
  <V>(_kind: string, most: number): Memory<V> => {
    const values = createRecentMap<Kept<V>>(most);
    const live = (name: string) => {
      const kept = values.get(name);
      if (!kept || kept.ends > clock()) return kept;
      values.delete(name);
      return undefined;
    };
    return {
      get: async (name) => live(name),
      async change(name, change) {
        const { result, kept } = change(live(name));
        if (kept) values.set(name, kept);
        else values.delete(name);
        return result;
      },
    };
  };
