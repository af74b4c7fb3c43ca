import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { UNIT_KINDS } from '../../shared/wire/units.ts';
import type { Said } from '../said/said.ts';
import { addOffice, LINK_MS, newAccountLink } from '../set-up.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { servicePoints } from '../store/organisation.ts';
import { rebuildTallies, recount } from '../store/recount.ts';
import { enterFacetsNow } from '../store/release-due.ts';
import type { Store } from '../store/store.ts';
import { countsOfTally, talliesAt } from '../store/tallies.ts';
import { CallFault } from './call-fault.ts';

/** An office without a browser, and the tallies of what it took. */

interface Place {
  readonly store: Store;
  readonly base: string;
  readonly random: RandomBytes;
  readonly clock: () => number;
}

export async function office(
  { store, base, random, clock }: Place,
  [unit, point]: readonly string[],
  kind: string,
): Promise<Said> {
  if (!unit || !point) throw new CallFault((words) => words.office.office.name);
  if (!UNIT_KINDS.some((known) => known === kind))
    throw new CallFault((words) => words.office.office.kinds(UNIT_KINDS));
  const names = { unit: { vi: unit, en: unit }, point: { vi: point, en: point } };
  const made = await store.write((tx) => addOffice(tx, { ...names, kind, day: localDay(clock()) }, random));
  const link = { kind: 'account', subject: made.unit, at: clock(), livesMs: LINK_MS.firstStart } as const;
  const invite = await store.write((tx) => newAccountLink(tx, link, random));
  return ({ office: { office: words } }) =>
    [
      words.made(unit, point, made.point),
      words.code(`${base}/q/${made.code}`),
      words.account(`${base}/dashboard/#invite=${invite}`),
      words.tablet(made.point),
    ].join('\n');
}

const SHOWN_MOST = 20;

export async function rebuild({ store }: Pick<Place, 'store'>, check: boolean): Promise<Said> {
  // in a snapshot: whoever sends answers does not wait for it
  const before = await store.snapshot(async (read) => recount(read, shapeFor(await loadCatalogue(read))));
  const { submissions, cells, differences } = before;
  if (differences.length === 0) return (words) => words.office.rebuild.equal(submissions, cells);
  const [count, shown] = [differences.length, differences.slice(0, SHOWN_MOST)];
  if (check) throw new CallFault((words) => words.office.rebuild.differ(count, cells, shown));
  await store.write(async (tx) => rebuildTallies(tx, shapeFor(await loadCatalogue(tx))));
  return (words) => words.office.rebuild.replaced(count, submissions, shown);
}

export async function tallies(
  { store }: Pick<Place, 'store'>,
  [servicePoint]: readonly string[],
): Promise<Said> {
  if (!servicePoint) throw new CallFault((words) => words.office.tallies.name);
  if (!(await servicePoints(store.read)).some(({ id }) => id === servicePoint))
    throw new CallFault(({ call }) => call.noPoint(servicePoint));
  await enterFacetsNow(store);
  const rows = (await talliesAt(store.read, servicePoint)).map(countsOfTally);
  return ({ office: { tallies: words } }) =>
    rows
      .map(({ key, submissions, valid, partial }) => words.line(key, submissions, valid, partial))
      .join('\n') || words.none;
}
