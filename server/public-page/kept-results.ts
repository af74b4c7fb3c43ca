import type { Deps } from '../deps.ts';
import { createRecentMap } from '../recent-map.ts';
import type { Unit } from '../store/organisation.ts';
import { type PublicResults, readPublicResults } from './public-results.ts';

/** Figures of closed quarters move seldom: kept so long, no crowd has the tallies read again and again. */
const KEPT_MS = 3_600_000;
const UNITS_MOST = 1_000;

export type ReadResults = (unit: Unit) => Promise<PublicResults>;

/** What is public of a unit, read once an hour, however many ask at once. */
export function keepResults(deps: Pick<Deps, 'store' | 'clock'>): ReadResults {
  const kept = createRecentMap<{ readonly at: number; readonly results: Promise<PublicResults> }>(UNITS_MOST);
  return (unit) => {
    const now = deps.clock();
    const known = kept.get(unit.id);
    if (known && now >= known.at && now - known.at < KEPT_MS) return known.results;
    const results = readPublicResults(deps, unit);
    kept.set(unit.id, { at: now, results });
    results.catch(() => kept.delete(unit.id));
    return results;
  };
}
