import { setTimeout } from 'node:timers/promises';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import { loadCatalogue, shapeFor } from './catalogue.ts';
import { enterDueFacets } from './enter-facets.ts';
import { groupsDue } from './group-rows.ts';
import { closedButWaiting, releaseClosed } from './release-step.ts';
import type { Store } from './store.ts';

type Database = Pick<Store, 'read' | 'write'>;

/** Half-months that have closed are served whole: whoever reads figures first releases what waits in them. */
export async function releaseDue({ read, write }: Database, nowMs: number): Promise<void> {
  const current = halfMonthOf(localDay(nowMs));
  await enterFacetsNow({ read, write }, current);
  if ((await closedButWaiting(read, current)).length > 0) await write((tx) => releaseClosed(tx, current));
}

/** Else nobody would get a turn until all is entered: whoever waits for SQLite in another process looks again after 25 ms. */
const PAUSE_MS = 25;

/** Enters the facets that are due, of half-months before one or of all. */
export async function enterFacetsNow({ read, write }: Database, before?: string): Promise<void> {
  if ((await groupsDue(read, { before, most: 1 })).length === 0) return;
  const enterSome = () => write(async (tx) => enterDueFacets(tx, shapeFor(await loadCatalogue(tx)), before));
  while (await enterSome()) await setTimeout(PAUSE_MS);
}
