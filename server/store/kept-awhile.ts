import type { Store } from './store.ts';

/** How long an answer may be used that another process may have changed meanwhile. */
const KEPT_MS = 1_000;

/**
 * What request after request asks for again, such as the device that sends: it is read once a second and not with each of them.
 * Promised: after a work of this process that was about more than forms it is read anew, so that a device is refused in the
 * moment in which somebody retires it; with several processes, a second later at most.
 */
export function keepAwhile<K, V>(
  { changes }: Pick<Store, 'changes'>,
  read: (key: K) => Promise<V>,
): (key: K) => Promise<V> {
  const begin = () => ({
    change: changes(),
    until: performance.now() + KEPT_MS,
    found: new Map<K, Promise<V>>(),
  });
  let kept = begin();
  return (key) => {
    // All of it at once: what a reading finds that began before the change falls with it.
    if (kept.change !== changes() || performance.now() > kept.until) kept = begin();
    const { found } = kept;
    let value = found.get(key);
    if (!value) {
      value = read(key);
      found.set(key, value);
      // the next one asks again
      value.catch(() => found.delete(key));
    }
    return value;
  };
}
