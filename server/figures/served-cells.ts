import { invariant } from '../../shared/assert.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Period } from '../../shared/period.ts';
import { addEncoded, decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { addVector, emptyVector, type Shape, type Vector } from '../../shared/tally.ts';
import { slotsOf } from './base-slots.ts';
import type { CellRow } from './cell-rows.ts';
import type { Kind } from './group-names.ts';
import { RunMap } from './periods-around.ts';
import type { Kept, PlaceSum } from './place-sum.ts';
import { type Column, Sheet } from './served-sheet.ts';
import { groupBy, type PointSet } from './tree-sets.ts';

/** Rows by half-month, the earliest first: all that are served of a filter, or a slice of these. */
export type Cells = ReadonlyMap<string, Sheet>;

const lines = new WeakMap<Cells, object>();

/** The same for cells of the same rows as they were and as they are: what was worked out of the ones is a start for the others. */
export const lineOf = (cells: Cells): object => lines.get(cells) ?? cells;

export function setInLine(cells: Cells, before: Cells | undefined): void {
  // must not be the cells of before: they would be kept as long as the line
  lines.set(cells, (before && lines.get(before)) ?? {});
}

type Run = readonly [from: number, to: number];
const runs = new WeakMap<object, (period: Period) => Run>();

/** Which half-months of some cells a period has: the position of the first, and the one behind the last. */
function runsIn(cells: Cells): (period: Period) => Run {
  const line = lineOf(cells);
  let runOf = runs.get(line);
  if (!runOf) {
    const halfMonths = [...cells.keys()];
    const known = new RunMap<Run>();
    runOf = (period) => {
      let run = known.get(period);
      if (!run) {
        const from = halfMonths.findIndex((halfMonth) => halfMonth >= period.halfMonths[0]!);
        const to = halfMonths.findLastIndex((halfMonth) => halfMonth <= period.halfMonths.at(-1)!) + 1;
        known.set(period, (run = from < 0 || to <= from ? [0, 0] : [from, to]));
      }
      return run;
    };
    runs.set(line, runOf);
  }
  return runOf;
}

export function cellsIn(rows: readonly CellRow[]): Cells {
  const byHalfMonth = groupBy(rows, ({ halfMonth }) => halfMonth);
  return new Map(
    [...byHalfMonth]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([halfMonth, own]) => [halfMonth, new Sheet(groupBy(own, (row) => row.servicePoint))]),
  );
}

/** The rows with one of these values. */
export const slice = (cells: Cells, column: Column, values: readonly string[]): Cells =>
  new Map([...cells].map(([halfMonth, sheet]) => [halfMonth, sheet.slice({ column, values })]));

/** The values that rows have, and `slice` can be asked for. */
export const valuesIn = (cells: Cells, column: Column): ReadonlySet<string> =>
  new Set([...cells.values()].flatMap((sheet) => [...sheet.values(column)]));

/** The sums of one place; a period is a union of half-months. */
export interface Cut {
  readonly shape: Shape;
  readonly form: FormKind;
  /** The base of a slot (`base-slots.ts`) in a period. */
  base(period: Period, slot: number): number;
  /** The sum of the vectors of a period. It is asked for again and again: whoever changes it takes a copy. */
  sum(period: Period, kind: Kind): Vector;
  /** What was worked out of a period by this name before, as long as none of its rows has moved; else the work. */
  kept<T extends object>(period: Period, name: string, work: () => T): T;
  /** Whether it is the cut of the same place in these cells too: none of its rows has moved. */
  standsIn(cells: Cells): boolean;
  /** Another cut takes its place, and its room. */
  leave(): void;
}

/** How many decoded vectors (3.5 kB), or as much of other things, cuts that are kept together may remember: when that is used up all of them forget. */
export class Room {
  turn = 0;
  private left = VECTORS_KEPT;

  take(vectors: number): void {
    this.left -= vectors;
    if (this.left > 0) return;
    this.left = VECTORS_KEPT;
    this.turn++;
  }
}
const VECTORS_KEPT = 2_000;

/** `itemsBefore`: the first half-month of which no item is served; left out, none is served of any. */
export function cut(
  cells: Cells,
  place: PointSet,
  shape: Shape,
  form: FormKind,
  itemsBefore = '',
  room = new Room(),
): Cut {
  const { length, items } = slotsOf(shape);
  let [turn, took] = [-1, 0];
  let sums: Record<Kind, RunMap<Vector>>;
  let worked: Map<string, RunMap<object>>;
  forgetWhenFull();
  function forgetWhenFull(): void {
    if (turn === room.turn) return;
    [turn, took] = [room.turn, 0];
    sums = { headlines: new RunMap(), factors: new RunMap(), items: new RunMap() };
    worked = new Map();
  }
  function take(vectors: number): void {
    took += vectors;
    room.take(vectors);
  }
  const halfMonths = [...cells.keys()];
  // must not hold the cells: a cut outlives them
  const sumOf = new Map([...cells].map(([halfMonth, sheet]) => [halfMonth, sheet.sumOf(place)]));
  const sumAt = (halfMonth: string) => sumOf.get(halfMonth);
  const runOf = runsIn(cells);
  /** The bases of some slots before each half-month, one after another: those of a run are the difference of two. */
  function upTo(first: number, end: number, before = '9999'): Float64Array {
    const width = end - first;
    const all = new Float64Array((halfMonths.length + 1) * width);
    halfMonths.forEach((halfMonth, i) => {
      const more = halfMonth < before ? sumAt(halfMonth)?.bases(shape) : undefined;
      invariant(!more || more.length >= end, 'items are served of rows for all');
      for (let slot = 0, at = i * width; slot < width; slot++, at++)
        all[at + width] = all[at]! + (more?.[first + slot] ?? 0);
    });
    return all;
  }
  let [groupsUpTo, itemsUpTo]: (Float64Array | undefined)[] = [];
  function base(period: Period, slot: number): number {
    const [from, to] = runOf(period);
    if (slot < items) {
      groupsUpTo ??= upTo(0, items);
      return groupsUpTo[to * items + slot]! - groupsUpTo[from * items + slot]!;
    }
    itemsUpTo ??= upTo(items, length, itemsBefore);
    const [width, at] = [length - items, slot - items];
    return itemsUpTo[to * width + at]! - itemsUpTo[from * width + at]!;
  }
  function addUp({ halfMonths: run }: Period, kind: Kind): Vector {
    const sum = emptyVector(shape);
    for (const halfMonth of run) {
      if (kind === 'items' && halfMonth >= itemsBefore) continue;
      const bytes = bytesOf(sumAt(halfMonth), kind);
      if (bytes) addEncoded(sum, bytes);
    }
    return sum;
  }
  const keptSum = (period: Period, kind: Kind) =>
    kept(period, kind, (before?: Kept<{ readonly bytes: Uint8Array }>) => {
      const sum = before && differenceTo(before, period, kind);
      return { bytes: encodeVector(sum ?? addUp(period, kind)) };
    });
  /** Of a year mostly one half-month has moved: the sum of before, without what that was, and with what it is. */
  function differenceTo(
    { sums: old, value }: Kept<{ readonly bytes: Uint8Array }>,
    { halfMonths: run }: Period,
    kind: Kind,
  ): Vector | undefined {
    const moved = run.flatMap((halfMonth, i) => (old[i] === sumAt(halfMonth) ? [] : [i]));
    if (2 * moved.length >= run.length) return undefined;
    const sum = decodeVector(value.bytes);
    for (const i of moved) {
      const [was, is] = [bytesOf(old[i], kind), bytesOf(sumAt(run[i]!), kind)];
      if (was) addVector(sum, decodeVector(was), -1);
      if (is) addEncoded(sum, is);
    }
    return sum;
  }
  function kept<T extends object>(period: Period, name: string, work: (before?: Kept<T>) => T): T {
    forgetWhenFull();
    let known = worked.get(name);
    if (!known) worked.set(name, (known = new RunMap()));
    let value = known.get(period);
    if (!value) {
      known.set(period, (value = keptWithRows(period, name, work)));
      take(1 / 16);
    }
    return value as T;
  }
  function keptWithRows<T extends object>(
    { halfMonths: run }: Period,
    name: string,
    work: (before?: Kept<T>) => T,
  ): T {
    const all = run.map(sumAt);
    const first = all.find((sum) => sum !== undefined);
    return first ? first.kept(`${run[0]} ${name}`, all, work) : work();
  }
  return {
    shape,
    form,
    base,
    sum(period, kind) {
      forgetWhenFull();
      let sum = sums[kind].get(period);
      if (!sum) {
        // which half-months tell of items depends on the day
        sum = kind === 'items' ? addUp(period, kind) : decodeVector(keptSum(period, kind).bytes);
        sums[kind].set(period, sum);
        take(1);
      }
      return sum;
    },
    kept,
    standsIn: (now) =>
      now.size === sumOf.size &&
      [...now].every(
        ([halfMonth, sheet]) => sumOf.has(halfMonth) && sheet.sumOf(place) === sumOf.get(halfMonth),
      ),
    leave() {
      if (turn === room.turn) room.take(-took);
      took = 0;
    },
  };
}

export const sumOver = (from: Cut, period: Period, kind: Kind = 'headlines'): Vector =>
  from.sum(period, kind);

/** Undefined where they add nothing. */
function bytesOf(sum: PlaceSum | undefined, kind: Kind): Uint8Array | undefined {
  const bytes = kind === 'headlines' ? sum?.headlines() : sum?.factors();
  return bytes && bytes.length > 0 ? bytes : undefined;
}
