import { hasRight } from '../../shared/role-rights.ts';
import { concerned } from '../concerned-accounts.ts';
import { type DigestPlace, writeDigest } from '../mail/write-digest.ts';
import { accountsWithEmail } from '../store/listed-accounts.ts';
import { queueMail } from '../store/mails.ts';
import { allUnits, servicePoints, upwards } from '../store/organisation.ts';
import type { Tx } from '../store/store.ts';
import type { Raised } from './judge-scores.ts';

/**
 * Writes one digest for each account that an alert of this half-day concerns and that has an address: managers, never the
 * counter. `unit`: those of the unit that the place belongs to or, where nobody there has an address, of the nearest above.
 */
export function mailAlerts({
  publicUrl,
  clock,
}: {
  readonly publicUrl: string;
  readonly clock: () => number;
}): (tx: Tx, raised: readonly Raised[], halfDay: string) => Promise<void> {
  return async (tx, raised, halfDay) => {
    const wanted = raised.filter(({ rule }) => rule.mail !== 'nobody');
    if (wanted.length === 0) return;
    const units = await allUnits(tx);
    const names = new Map((await servicePoints(tx)).map(({ id, name }) => [id, name]));
    const readers = (await accountsWithEmail(tx)).filter((account) => hasRight(account, 'review'));
    const places = new Map<string, DigestPlace[]>();
    for (const { point, unit, rule } of wanted) {
      const line = upwards(units, unit);
      for (const { id } of concerned(line, readers, rule.mail === 'line'))
        places.set(id, [...(places.get(id) ?? []), { point: names.get(point)!, unit: line[0]!.name }]);
    }
    for (const [account, list] of places)
      await queueMail(tx, { account, occasion: halfDay, ...writeDigest(list, halfDay, publicUrl) }, clock());
  };
}
