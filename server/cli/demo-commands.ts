import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import { certifyPast } from '../demo/certify-past.ts';
import { fillDemo } from '../demo/fill-demo.ts';
import { flagsToTell } from '../jobs/flags-to-tell.ts';
import { judgePlaces } from '../jobs/judge-places.ts';
import { topUnit } from '../jobs/restore.ts';
import type { Keys } from '../keys.ts';
import type { Said } from '../said/said.ts';
import { LINK_MS, newAccountLink } from '../set-up.ts';
import { note } from '../store/audit.ts';
import { demoContents, realForms } from '../store/demo-contents.ts';
import { allUnits } from '../store/organisation.ts';
import { removeTree } from '../store/remove-tree.ts';
import type { Store, Tx } from '../store/store.ts';
import { CallFault, sayOne } from './call-fault.ts';

/** The invented province: it comes as a whole and goes as a whole, and never stands beside forms of real people. */

interface DemoPlace {
  readonly store: Store;
  readonly random: RandomBytes;
  readonly clock: () => number;
}

/** Fills it, with what the night would find of its past. `judge` may refuse, in the same transaction. */
export async function putDemo(
  { store, random, clock }: DemoPlace,
  keys: Pick<Keys, 'lock'>,
  judge?: (tx: Tx) => Promise<void>,
): Promise<{ readonly submissions: number; readonly seconds: number; readonly unit: string }> {
  const started = clock();
  const { submissions, unit } = await fillDemo(store, {
    nowMs: started,
    random,
    keys,
    ...(judge && { judge }),
  });
  await judgePlaces(store, localDay(started));
  await flagsToTell(store, localDay(started));
  await certifyPast(store, started);
  return { submissions, seconds: Math.round((clock() - started) / 1000), unit };
}

/** A database in which people have answered stays theirs: its roots, exports and backups prove what is in it. */
async function refuseBesideReal(tx: Tx): Promise<void> {
  if (await demoContents(tx)) throw new CallFault(({ office }) => office.demo.there);
  const forms = await realForms(tx);
  if (forms > 0) throw new CallFault(({ office }) => office.demo.realAnswers(forms));
}

export async function demo(
  place: DemoPlace & {
    readonly base: string;
    readonly keys: () => Promise<Pick<Keys, 'lock'>>;
    readonly tell: (said: Said) => void;
  },
  [word]: readonly string[],
): Promise<Said> {
  if (word === 'fill') return fill(place);
  if (word === 'remove') return remove(place);
  throw new CallFault(sayOne('demo fill', 'demo remove'));
}

async function fill(place: Parameters<typeof demo>[0]): Promise<Said> {
  const { store, base, random, clock, tell } = place;
  // what can be refused at once is, before anybody waits
  await store.write(refuseBesideReal);
  tell(({ office }) => office.demo.filling);
  const { submissions, unit } = await putDemo(place, await place.keys(), refuseBesideReal);
  const { units, points } = (await demoContents(store.read))!;
  const link = { kind: 'account', subject: unit, at: clock(), livesMs: LINK_MS.firstStart } as const;
  const secret = await store.write(async (tx) => {
    await noteDemo(tx, place, { what: 'demo-filled', count: submissions });
    return newAccountLink(tx, link, random);
  });
  return ({ office: { demo: words } }) =>
    [
      words.filled(submissions, units, points),
      words.account(`${base}/dashboard/#invite=${secret}`),
      words.howRemove,
    ].join('\n');
}

async function remove(place: DemoPlace): Promise<Said> {
  const gone = await place.store.write(async (tx) => {
    const contents = await demoContents(tx);
    if (!contents) return undefined;
    const { submissions } = await removeTree(tx, 'demo', localDay(place.clock()));
    await noteDemo(tx, place, { what: 'demo-removed', count: submissions });
    return { ...contents, submissions };
  });
  if (!gone) return ({ office }) => office.demo.none;
  return ({ office }) => office.demo.removed(gone.submissions, gone.accounts, gone.devices);
}

async function noteDemo(
  tx: Tx,
  place: DemoPlace,
  { what, count }: { readonly what: string; readonly count: number },
): Promise<void> {
  const unit = topUnit(await allUnits(tx));
  await note(
    tx,
    audited(place, { account: null, unit, what, subject: null, details: { count, by: 'operator' } }),
  );
}
