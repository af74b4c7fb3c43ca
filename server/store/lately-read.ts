import type { Reader, Store } from './store.ts';

/**
 * Whether somebody looks at figures just now. A database that is read and written by one thread lets nobody in before a transaction
 * has ended: whoever writes much makes shorter ones meanwhile.
 */
const lastAt = new WeakMap<Reader, number>();
const LATELY_MS = 5_000;

export function noteReading({ read }: Pick<Store, 'read'>): void {
  lastAt.set(read, performance.now());
}

export const isReadLately = ({ read }: Pick<Store, 'read'>): boolean =>
  performance.now() - (lastAt.get(read) ?? -Infinity) < LATELY_MS;
