import { localDay } from '../../shared/period.ts';
import type { Reattributed } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { note } from '../store/audit.ts';
import { loadCatalogue, tallyContext } from '../store/catalogue.ts';
import { addEntry } from '../store/entries.ts';
import { type Reattribution, reattribute } from '../store/reattribution.ts';

/**
 * Records a re-attribution with its entry of the nightly root and its line of the audit log, and moves the figures,
 * all in one transaction. `unit` is the one in whose scope the line is read, `account` null at the command line.
 */
export function recordReattribution(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  asked: Pick<Reattribution, 'from' | 'to' | 'fromDay' | 'toDay' | 'reason'>,
  by: { readonly account: string | null; readonly unit: string },
): Promise<Reattributed> {
  const { from, to, fromDay, toDay, reason } = asked;
  const nowMs = deps.clock();
  const day = localDay(nowMs);
  const author = by.account ?? 'command-line';
  return deps.store.write(async (tx) => {
    const context = tallyContext(await loadCatalogue(tx), nowMs);
    const { id, moved } = await reattribute(tx, { from, to, fromDay, toDay, reason, author, day }, context);
    const facts = { id, from, to, fromDay, toDay, reason };
    await addEntry(tx, { kind: 'reattribution', day, by: author, facts });
    const details = { id, to, fromDay, toDay, reason, moved };
    await note(tx, audited(deps, { ...by, what: 'reattribution', subject: from, details }));
    return { id, moved };
  });
}
