import type { Period } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import type { Shape } from '../../shared/tally.ts';
import { neighboursOf } from './neighbours.ts';
import type { Place } from './place-tree.ts';
import { periodsAround, periodsInside } from './periods-around.ts';
import { groupBy } from './tree-sets.ts';
import { leavesSmallRest } from '../withhold.ts';

/**
 * Whether the number of forms of a place in a run of half-months may be named. A run need not be one of the periods that
 * are served elsewhere, so beside what holds for those it must not give away a shorter one of them by subtraction.
 */
export interface Naming {
  /** Submissions, valid or not; of a group of items its n; `valid`: valid submissions alone. */
  count(place: Place, run: Period, group?: string): number;
  mayName(place: Place, run: Period, group?: string): boolean;
}

export function createNaming(shape: Shape): Naming {
  const neighbours = neighboursOf(shape);
  const known = new Map<string, readonly Period[]>();
  /** Shorter periods that give something away: of a run that is served elsewhere too they give way themselves. */
  function shorterIn(run: Period): readonly Period[] {
    let inside = known.get(run.id);
    if (!inside) {
      const all = periodsInside(run);
      const isServed = all.some((one) => periodsAround(one).some((longer) => isSame(longer, run)));
      known.set(run.id, (inside = isServed ? [] : all));
    }
    return inside;
  }
  const count: Naming['count'] = (place, run, group = 'submissions') => neighbours.baseOf(place, run, group);

  /** What is left when all shorter periods of one kind that are served are taken from the run. */
  function leavesFew(place: Place, run: Period, shorter: readonly Period[], group: string): boolean {
    const served = shorter.filter((one) => !neighbours.hide(place, one, group));
    const shown = served.reduce((sum, one) => sum + count(place, one, group), 0);
    return served.length > 0 && leavesSmallRest(count(place, run, group), shown);
  }

  return {
    count,
    mayName(place, run, group = 'submissions') {
      const n = count(place, run, group);
      if (n === 0) return true;
      if (n < MIN_N || neighbours.hide(place, run, group)) return false;
      const inside = shorterIn(run);
      if (inside.some((one) => leavesSmallRest(n, count(place, one, group)))) return false;
      const kinds = groupBy(inside, (one) => `${one.kind} ${one.halfMonths.length}`);
      return ![...kinds.values()].some((shorter) => leavesFew(place, run, shorter, group));
    },
  };
}

const isSame = (a: Period, b: Period) =>
  a.halfMonths.length === b.halfMonths.length && a.halfMonths[0] === b.halfMonths[0];
