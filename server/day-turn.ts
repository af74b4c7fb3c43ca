import { localDay } from '../shared/period.ts';
import type { Deps } from './deps.ts';
import { applyDue, isDue } from './store/unit-history.ts';

/**
 * Makes the organisation that of today: what was decided for a later day comes into force with the first request of that
 * day, before anything is answered. It writes only when something is due.
 */
export function createDayTurn({ store, clock }: Pick<Deps, 'store' | 'clock'>): () => Promise<void> {
  let turned = '';
  return async () => {
    const today = localDay(clock());
    if (turned === today) return;
    if (await isDue(store.read, today)) await store.write((tx) => applyDue(tx, today));
    turned = today;
  };
}
