import { livesOn } from './dated-tree.ts';
import { allUnits, type Unit } from './store/organisation.ts';
import { publicPages } from './store/public-pages.ts';
import type { Reader } from './store/store.ts';

/** Units that are there today and whose page is on, in the order of their names. */
export async function publicUnits(read: Reader, today: string): Promise<Unit[]> {
  const on = new Set((await publicPages(read)).map(({ unit }) => unit));
  return on.size === 0
    ? []
    : (await allUnits(read)).filter((unit) => on.has(unit.id) && livesOn(unit, today));
}
