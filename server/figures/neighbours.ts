import type { Period } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import type { Shape } from '../../shared/tally.ts';
import { leavesSmallRest, withheldRows } from '../withhold.ts';
import { slotsOf } from './base-slots.ts';
import { partsGiveWay, rowsGiveWay } from './gives-way.ts';
import { partition, periodsAround, RunMap } from './periods-around.ts';
import type { Breakdown, Place } from './place-tree.ts';

/**
 * What a reader could subtract from a figure or it from: the same figure of a longer period, of a wider place, of the
 * places beside it in the tree of any day, of the periods beside it. Each is looked at whether it is served itself or not: the
 * order of readings must not matter.
 */
export interface Neighbours {
  /** n of a group: forms with at least one valid answer. `submissions` counts all of them. */
  baseOf(place: Place, period: Period, group: string): number;
  /** Whether the figure must be withheld: by itself, by a pair, or so that a smaller one beside it can hide. */
  hide(place: Place, period: Period, group: string): boolean;
}

const [UNKNOWN, YES, NO] = [0, 1, 2];

export function neighboursOf(shape: Shape): Neighbours {
  let neighbours = known.get(shape);
  if (!neighbours) known.set(shape, (neighbours = createNeighbours(shape)));
  return neighbours;
}

/** What was worked out hangs on the places, which are kept as long as their rows stand (`place-tree.ts`). */
const known = new WeakMap<Shape, Neighbours>();

function createNeighbours(shape: Shape): Neighbours {
  const slots = slotsOf(shape);
  const giveWay = remembered(rowsGiveWay);
  const smallOf = remembered(() => new Uint8Array(slots.length));
  function isFew(place: Place, period: Period, slot: number): boolean {
    const known = smallOf(place, period);
    if (known[slot] === UNKNOWN) known[slot] = isSmall(place, period, slot) ? YES : NO;
    return known[slot] === YES;
  }

  /** Few by itself, or together with one figure of a longer period, of a wider place or of what it came from. */
  function isSmall(place: Place, period: Period, slot: number): boolean {
    const n = place.cut.base(period, slot);
    if (n === 0) return false;
    if (n < MIN_N) return true;
    return (
      periodsAround(period).some((longer) => leavesSmallRest(place.cut.base(longer, slot), n)) ||
      place.wider.some(
        (whole) => leavesSmallRest(whole.cut.base(period, slot), n) && partsGiveWay(place, whole, period),
      ) ||
      place.earlierInside.some(
        (part) => leavesSmallRest(n, part.cut.base(period, slot)) && !partsGiveWay(part, place, period),
      ) ||
      place.splits.some((split) => !giveWay(split, period) && leavesFewHidden(split.rows, period, slot))
    );
  }

  /** Whether the rows that are withheld for a reason of their own hold one to nine. */
  function leavesFewHidden(rows: readonly Place[], period: Period, slot: number): boolean {
    const hidden = rows.reduce(
      (sum, row) => (isFew(row, period, slot) ? sum + row.cut.base(period, slot) : sum),
      0,
    );
    return hidden > 0 && hidden < MIN_N;
  }

  function hiddenAmong(rows: readonly (readonly [Place, Period])[], slot: number): readonly boolean[] {
    const withheld = rows.map(([place, period]) => isFew(place, period, slot));
    if (!withheld.includes(true)) return withheld;
    return withheldRows(
      rows.map(([place, period], i) => ({ n: place.cut.base(period, slot), withheld: withheld[i]! })),
    );
  }

  /** The rows of a breakdown that are withheld. */
  const hiddenRowsOf = remembered(({ rows }: Breakdown, period) =>
    bySlot((slot): ReadonlySet<Place> => {
      const hidden = hiddenAmong(
        rows.map((part) => [part, period] as const),
        slot,
      );
      return new Set(rows.filter((_, i) => hidden[i]));
    }),
  );

  /** Which parts of one length, end to end, are withheld in a longer period; undefined where they do not make it up. */
  const hiddenPartsOf = remembered((place: Place, longer) => {
    const known = new Map<number, ((slot: number) => readonly boolean[]) | undefined>();
    return (length: number) => {
      if (!known.has(length)) {
        const rows = partition(longer, length)?.map((part) => [place, part] as const);
        known.set(length, rows && bySlot((slot) => hiddenAmong(rows, slot)));
      }
      return known.get(length);
    };
  });

  const hiddenAt = remembered((place: Place, period) => {
    const beside = place.breakdowns.filter((split) => giveWay(split, period));
    const [{ length }, [first]] = [period.halfMonths, period.halfMonths];
    const runs = periodsAround(period).flatMap((longer) => {
      const at = longer.halfMonths.indexOf(first!) / length;
      const hidden = Number.isInteger(at) ? hiddenPartsOf(place, longer)(length) : undefined;
      return hidden ? [{ at, hidden }] : [];
    });
    return bySlot(
      (slot) =>
        isFew(place, period, slot) ||
        beside.some((split) => hiddenRowsOf(split, period)(slot).has(place)) ||
        runs.some(({ at, hidden }) => hidden(slot)[at]!),
    );
  });

  return {
    baseOf: (place, period, group) => place.cut.base(period, slots.of(group)),
    hide: (place, period, group) => hiddenAt(place, period)(slots.of(group)),
  };
}

/** A page asks the same of many neighbours again and again. */
function remembered<K extends object, T>(work: (key: K, period: Period) => T) {
  const known = new WeakMap<K, RunMap<T>>();
  return (key: K, period: Period): T => {
    let values = known.get(key);
    if (!values) known.set(key, (values = new RunMap()));
    let value = values.get(period);
    if (value === undefined) values.set(period, (value = work(key, period)));
    return value;
  };
}

function bySlot<T>(work: (slot: number) => T): (slot: number) => T {
  const known: (T | undefined)[] = [];
  return (slot) => (known[slot] ??= work(slot));
}
