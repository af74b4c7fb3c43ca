import type { Shelf } from '../../kiosk/device/shelf.ts';

/** Facts of a device in plain memory; values pass through a structured clone, as in IndexedDB. */
export function memoryShelf(): Shelf & { writes(): number } {
  const values = new Map<string, unknown>();
  let writes = 0;
  return {
    read: async (name) => structuredClone(values.get(name)),
    write: async (name, value) => {
      writes++;
      values.set(name, structuredClone(value));
    },
    writes: () => writes,
  };
}
