import type { Period } from '../../shared/period.ts';
import { type FormKind, OVERALL } from '../../shared/questionnaire.ts';
import { MIN_N } from '../../shared/score.ts';
import { baseOfGroup, headOf, itemOf, type Shape, type Vector } from '../../shared/tally.ts';
import { partsGiveWay, rowsGiveWay } from './gives-way.ts';
import type { Breakdown, Place } from './place-tree.ts';
import { type Kind, partition, periodsAround, sumOf } from './served-cells.ts';
import { leavesSmallRest, withheldRows } from '../withhold.ts';

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

export const OVERALL_QUESTION = 'overall';

/** An item as a group of its own, by its number in the questionnaire. */
export const itemGroup = (number: number) => `item ${number}`;
/** The item of a group that is a single question; undefined where it is more. */
export function itemOfGroup(group: string): number | undefined {
  if (group === OVERALL_QUESTION) return OVERALL;
  return group.startsWith('item ') ? Number(group.slice(5)) : undefined;
}

/** Factors and items are served from states of their own. */
export function kindOf(shape: Shape, code: string): Kind {
  if ((itemOfGroup(code) ?? OVERALL) !== OVERALL) return 'items';
  const members = shape.groups.get(code)?.factors;
  return members?.length === 1 && members[0]!.code === code ? 'factors' : 'headlines';
}

export function createNeighbours(shape: Shape, form: FormKind): Neighbours {
  const readers = new Map<string, { kind: Kind; read: (vector: Vector) => number }>();
  const readerOf = (group: string) => {
    let reader = readers.get(group);
    if (!reader) readers.set(group, (reader = { kind: kindOf(shape, group), read: baseReader(group) }));
    return reader;
  };
  function baseReader(group: string): (vector: Vector) => number {
    if (group === 'submissions') return (vector) => headOf(vector).submissions;
    const item = itemOfGroup(group);
    if (item === undefined) return (vector) => baseOfGroup(vector, shape, group);
    return (vector) => itemOf(vector, shape, item, form).levels.reduce((sum, count) => sum + count, 0);
  }

  const baseOf = remembered((place, period, group) => {
    const { kind, read } = readerOf(group);
    return sumOf(place.cut, period, kind, read);
  });

  /** Few by itself, or together with one figure of a longer period, of a wider place or of what it came from. */
  const isSmall = remembered((place, period, group): boolean => {
    const n = baseOf(place, period, group);
    if (n === 0) return false;
    if (n < MIN_N) return true;
    if (periodsAround(period).some((longer) => leavesSmallRest(baseOf(place, longer, group), n))) return true;
    return (
      place.wider.some(
        (whole) => leavesSmallRest(baseOf(whole, period, group), n) && partsGiveWay(place, whole, period),
      ) ||
      place.earlierInside.some(
        (part) => leavesSmallRest(n, baseOf(part, period, group)) && !partsGiveWay(part, place, period),
      ) ||
      place.splits.some((split) => !rowsGiveWay(split, period) && leavesFewHidden(split.rows, period, group))
    );
  });

  /** Whether the rows that are withheld for a reason of their own hold one to nine. */
  function leavesFewHidden(rows: readonly Place[], period: Period, group: string): boolean {
    const hidden = rows.reduce(
      (sum, row) => (isSmall(row, period, group) ? sum + baseOf(row, period, group) : sum),
      0,
    );
    return hidden > 0 && hidden < MIN_N;
  }

  const hiddenAmong = (rows: readonly (readonly [Place, Period])[], group: string) =>
    withheldRows(
      rows.map(([place, period]) => ({
        n: baseOf(place, period, group),
        withheld: isSmall(place, period, group),
      })),
    );

  const hiddenParts = new WeakMap<Breakdown, Map<string, ReadonlySet<Place>>>();
  /** The rows of a breakdown that are withheld. */
  function hiddenRows(split: Breakdown, period: Period, group: string): ReadonlySet<Place> {
    const key = `${period.id} ${group}`;
    let known = hiddenParts.get(split);
    if (!known) hiddenParts.set(split, (known = new Map()));
    let hidden = known.get(key);
    if (!hidden) {
      const withheld = hiddenAmong(
        split.rows.map((part) => [part, period] as const),
        group,
      );
      hidden = new Set(split.rows.filter((_, i) => withheld[i]));
      known.set(key, hidden);
    }
    return hidden;
  }

  return {
    baseOf,
    hide(place, period, group) {
      if (isSmall(place, period, group)) return true;
      const hides = (split: Breakdown) =>
        rowsGiveWay(split, period) && hiddenRows(split, period, group).has(place);
      if (place.breakdowns.some(hides)) return true;
      return periodsAround(period).some((longer) => {
        const parts = partition(longer, period);
        const hidden =
          parts &&
          hiddenAmong(
            parts.map((part) => [place, part] as const),
            group,
          );
        return hidden?.[parts!.indexOf(period)] === true;
      });
    },
  };
}

/** A page asks the same of many neighbours again and again. */
function remembered<T>(work: (place: Place, period: Period, group: string) => T) {
  const known = new WeakMap<Place, Map<string, T>>();
  return (place: Place, period: Period, group: string): T => {
    let values = known.get(place);
    if (!values) known.set(place, (values = new Map()));
    const key = `${period.id} ${group}`;
    let value = values.get(key);
    if (value === undefined) values.set(key, (value = work(place, period, group)));
    return value;
  };
}
