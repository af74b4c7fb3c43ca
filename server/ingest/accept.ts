import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Submission } from '../../shared/submission.ts';
import type { Deps } from '../deps.ts';
import { type Catalogue, knowsField, loadCatalogue, versionOf } from '../store/catalogue.ts';
import { isAway } from '../store/database-away.ts';
import { KeptGroups } from '../store/group-rows.ts';
import { countContacts } from '../store/devices.ts';
import { isReadLately } from '../store/lately-read.ts';
import type { Tx } from '../store/store.ts';
import { type AcceptResult, acceptTogether, type Offer, type Parcel } from './accept-batch.ts';
import type { Sender } from './judge.ts';

/** No more submissions in one transaction, and fewer while somebody reads figures: a page waits for its end. */
const TOGETHER_MOST = 500;
const BESIDE_READERS_MOST = 200;

/** A turn of the event loop takes in one new connection and no more (libuv 1.52): two hundred would wait for as many transactions. */
const TURNS_BETWEEN = 16;

export interface AcceptOptions extends Pick<Offer, 'roomToHold'> {
  /** A device whose ledger counts what became of the parcel; `at` as in `Contact`. */
  readonly contact?: { readonly device: string; readonly at: number | undefined };
  /** What must be committed with this parcel or not at all: it gets a transaction of its own. */
  readonly alongside?: (tx: Tx, result: AcceptResult) => Promise<void>;
}

interface Waiting {
  readonly offer: Offer;
  readonly contact: AcceptOptions['contact'];
  readonly resolve: (result: AcceptResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Accepts parcels against a catalogue that is kept in memory and read again, inside the transaction, as soon
 * as a submission names something it does not hold: a unit set up a second ago is never a reason to hold.
 *
 * What waits is taken together, in one transaction with one reading and one writing for all of it: a statement costs more
 * than a row. Promised: the same receipts and tallies as one after the other; and a parcel that fails takes no other with it.
 */
export function createAccept(deps: Pick<Deps, 'store' | 'clock' | 'keys'>) {
  let kept: Catalogue | undefined;
  const groups = new KeptGroups();
  let waiting: Waiting[] = [];
  let isTaking = false;

  async function take(tx: Tx, offers: readonly Offer[]): Promise<AcceptResult[]> {
    const catalogueFor = async (submissions: readonly Submission[]) => {
      const current = kept;
      if (current && submissions.every((submission) => holdsNames(current, submission))) return current;
      kept = await loadCatalogue(tx);
      return kept;
    };
    return acceptTogether(tx, offers, { nowMs: deps.clock(), catalogueFor, keys: deps.keys, kept: groups });
  }

  const commit = (some: readonly Waiting[]) =>
    deps.store.write(async (tx) => {
      const results = await take(
        tx,
        some.map(({ offer }) => offer),
      );
      const contacts = some.flatMap(({ contact }, i) => (contact ? [{ ...contact, ...results[i]! }] : []));
      await countContacts(tx, contacts);
      return results;
    }, 'forms');

  async function settle(some: readonly Waiting[]): Promise<void> {
    try {
      const results = await commit(some);
      some.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      // must not run again by itself: of a commit whose answer got lost nobody knows whether it was made
      if (some.length === 1 || isAway(error)) for (const { reject } of some) reject(error);
      // rolled back as a whole: each alone, so that only the one at fault fails
      else for (const one of some) await settle([one]);
    }
  }

  async function takeAll(): Promise<void> {
    while (waiting.length > 0) {
      const most = isReadLately(deps.store) ? BESIDE_READERS_MOST : TOGETHER_MOST;
      let [count, size] = [0, 0];
      while (count < waiting.length && (count === 0 || size + sizeOf(waiting[count]!) <= most)) {
        size += sizeOf(waiting[count++]!);
      }
      const some = waiting.slice(0, count);
      waiting = waiting.slice(count);
      await settle(some);
      // others want to be heard too: with SQLite nothing up to here has let go of the thread
      for (let turn = 0; turn < TURNS_BETWEEN; turn++) await nextTurn();
    }
    isTaking = false;
  }

  return (
    parcel: Parcel,
    sender: Sender,
    { alongside, contact, ...bounds }: AcceptOptions = {},
  ): Promise<AcceptResult> => {
    const offer = { parcel, sender, ...bounds };
    if (alongside) {
      return deps.store.write(async (tx) => {
        const [result] = await take(tx, [offer]);
        await alongside(tx, result!);
        return result!;
      });
    }
    return new Promise((resolve, reject) => {
      waiting.push({ offer, contact, resolve, reject });
      if (isTaking) return;
      isTaking = true;
      // whatever arrives in the same turn of the event loop is taken together
      void nextTurn().then(takeAll);
    });
  };
}

const sizeOf = ({ offer }: Waiting) => offer.parcel.items.length;

function holdsNames(catalogue: Catalogue, { c, f, fv, sp, au, fd }: Submission): boolean {
  return (
    catalogue.campaigns.has(c) &&
    versionOf(catalogue, { f, fv }) !== undefined &&
    catalogue.trees.has(sp) &&
    (au === null || catalogue.units.has(au)) &&
    knowsField(catalogue, { c, fd })
  );
}
