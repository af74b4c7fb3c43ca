/**
 * Reads together what is asked for in one turn of the event loop: sixteen tablets that send at the same time cost one reading
 * and not sixteen. Nothing is kept: each reading begins after everything it answers was asked.
 */
export function gather<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let under: { readonly keys: Set<K>; readonly found: Promise<ReadonlyMap<K, V>> } | undefined;
  const begin = () => {
    const keys = new Set<K>();
    const found = new Promise((resolve) => setImmediate(resolve)).then(() => {
      under = undefined;
      return read([...keys]);
    });
    return { keys, found };
  };
  return async (key) => {
    under ??= begin();
    under.keys.add(key);
    return (await under.found).get(key);
  };
}
