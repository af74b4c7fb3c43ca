import { localDay } from '../shared/period.ts';
import { audited } from './audited.ts';
import type { Deps } from './deps.ts';
import { note } from './store/audit.ts';
import type { Tx } from './store/store.ts';
import { applyDue, isDue } from './store/unit-history.ts';

/**
 * Makes the organisation that of today: what was decided for a later day comes into force with the first request of that
 * day, before anything is answered. It writes only when something is due.
 */
export function createDayTurn(deps: Pick<Deps, 'store' | 'clock' | 'random'>): () => Promise<void> {
  const { store, clock } = deps;
  let turned = '';
  return async () => {
    const today = localDay(clock());
    if (turned === today) return;
    if (await isDue(store.read, today)) await store.write((tx) => turnToToday(tx, deps));
    turned = today;
  };
}

/** The turn itself; who passed to another unit by it is written down. */
export async function turnToToday(tx: Tx, deps: Pick<Deps, 'clock' | 'random'>): Promise<void> {
  for (const { unit, to, accounts } of await applyDue(tx, localDay(deps.clock()))) {
    const details = { name: unit.name.vi, to, accounts };
    const line = { account: null, unit: to, what: 'accounts-passed', subject: unit.id, details };
    await note(tx, audited(deps, line));
  }
}
