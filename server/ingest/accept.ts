import type { Submission } from '../../shared/submission.ts';
import type { Deps } from '../deps.ts';
import { type Catalogue, knowsField, loadCatalogue, versionOf } from '../store/catalogue.ts';
import type { Tx } from '../store/store.ts';
import { type AcceptContext, type AcceptResult, acceptBatch, type Parcel } from './accept-batch.ts';
import type { Sender } from './judge.ts';

/**
 * Accepts parcels against a catalogue that is kept in memory and read again, inside the transaction, as soon
 * as a submission names something it does not hold: a unit set up a second ago is never a reason to hold.
 */
export function createAccept(deps: Pick<Deps, 'store' | 'clock' | 'keys'>) {
  let kept: Catalogue | undefined;
  return (
    parcel: Parcel,
    sender: Sender,
    {
      alongside,
      ...bounds
    }: Pick<AcceptContext, 'roomToHold'> & {
      readonly alongside?: (tx: Tx, result: AcceptResult) => Promise<void>;
    } = {},
  ) =>
    deps.store.write(async (tx) => {
      const catalogueFor = async (submissions: readonly Submission[]) => {
        const current = kept;
        if (current && submissions.every((submission) => holdsNames(current, submission))) return current;
        kept = await loadCatalogue(tx);
        return kept;
      };
      const result = await acceptBatch(tx, parcel, {
        sender,
        nowMs: deps.clock(),
        catalogueFor,
        keys: deps.keys,
        ...bounds,
      });
      await alongside?.(tx, result);
      return result;
    });
}

function holdsNames(catalogue: Catalogue, { c, f, fv, sp, au, fd }: Submission): boolean {
  return (
    catalogue.campaigns.has(c) &&
    versionOf(catalogue, { f, fv }) !== undefined &&
    catalogue.trees.has(sp) &&
    (au === null || catalogue.units.has(au)) &&
    knowsField(catalogue, { c, fd })
  );
}
