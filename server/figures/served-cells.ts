import { invariant } from '../../shared/assert.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Period } from '../../shared/period.ts';
import { addEncoded, decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { emptyVector, type Shape, type Vector } from '../../shared/tally.ts';
import { slotsOf } from './base-slots.ts';
import type { CellRow } from './cell-rows.ts';
import type { Kind } from './group-names.ts';
import { once } from './once.ts';
import { RunMap } from './periods-around.ts';
import { PlaceSum } from './place-sum.ts';
import { groupBy, type PointSet } from './tree-sets.ts';

/** Rows of one half-month, with what was added up of them: a sheet never changes, so a sum stays right as long as it lasts. */
export interface Sheet {
  readonly at: ReadonlyMap<string, readonly CellRow[]>;
  /** By the key of the places, and by the name of the slice. */
  readonly sums: Map<string, PlaceSum | undefined>;
  readonly slices: Map<string, Sheet>;
  values(column: Column): ReadonlySet<string>;
}

/** By what rows are told apart within a place. */
type Column = 'channel' | 'value';

export function sheetOf(at: Sheet['at']): Sheet {
  const valuesOf = (column: Column) =>
    once(() => new Set([...at.values()].flatMap((rows) => rows.map((row) => row[column]))));
  const values = { channel: valuesOf('channel'), value: valuesOf('value') };
  return { at, sums: new Map(), slices: new Map(), values: (column) => values[column]() };
}

/** Rows by half-month, the earliest first: all that are served of a filter, or a slice of these. */
export type Cells = ReadonlyMap<string, Sheet>;

export function cellsIn(rows: readonly CellRow[]): Cells {
  const byHalfMonth = groupBy(rows, ({ halfMonth }) => halfMonth);
  return new Map(
    [...byHalfMonth]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([halfMonth, own]) => [halfMonth, sheetOf(groupBy(own, (row) => row.servicePoint))]),
  );
}

/** The rows with one of these values. */
export function slice(cells: Cells, column: Column, values: readonly string[]): Cells {
  const name = `${column} ${values.join(' ')}`;
  const sliceOf = ({ at, slices }: Sheet): Sheet => {
    let own = slices.get(name);
    if (!own) {
      const rows = [...at].map(
        ([point, all]) => [point, all.filter((row) => values.includes(row[column]))] as const,
      );
      slices.set(name, (own = sheetOf(new Map(rows.filter(([, some]) => some.length > 0)))));
    }
    return own;
  };
  return new Map([...cells].map(([halfMonth, sheet]) => [halfMonth, sliceOf(sheet)]));
}

/** The values that rows have, and `slice` can be asked for. */
export const valuesIn = (cells: Cells, column: Column): ReadonlySet<string> =>
  new Set([...cells.values()].flatMap((sheet) => [...sheet.values(column)]));

/** The sums of one place; a period is a union of half-months. */
export interface Cut {
  readonly shape: Shape;
  readonly form: FormKind;
  /** The bases of groups in a period, by slot; those of items, from the first of them, only when they are asked for. */
  bases(period: Period, ofItems?: boolean): Float64Array;
  /** The sum of the vectors of a period. It is asked for again and again: whoever changes it takes a copy. */
  sum(period: Period, kind: Kind): Vector;
  /** What was worked out of a period by this name before, as long as none of its rows has moved; else the work. */
  kept<T extends object>(period: Period, name: string, work: () => T): T;
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
  const [bases, itemBases] = [new RunMap<Float64Array>(), new RunMap<Float64Array>()];
  let turn = -1;
  let sums: Record<Kind, RunMap<Vector>>;
  let worked: Map<string, RunMap<object>>;
  forgetWhenFull();
  function forgetWhenFull(): void {
    if (turn === room.turn) return;
    turn = room.turn;
    sums = { headlines: new RunMap(), factors: new RunMap(), items: new RunMap() };
    worked = new Map();
  }
  const halfMonths = [...cells.keys()];
  const sumAt = (halfMonth: string) => {
    const sheet = cells.get(halfMonth);
    return sheet && sumOfPlace(sheet, place);
  };
  /** The bases of groups before each half-month, one after another: those of a run are the difference of two. */
  const upTo = once(() => {
    const all = new Float64Array((halfMonths.length + 1) * items);
    halfMonths.forEach((halfMonth, i) => {
      const more = sumAt(halfMonth)?.bases(shape);
      for (let slot = 0, at = i * items; slot < items; slot++, at++)
        all[at + items] = all[at]! + (more?.[slot] ?? 0);
    });
    return all;
  });
  function groupsIn(run: readonly string[]): Float64Array {
    const sum = new Float64Array(items);
    const from = halfMonths.findIndex((halfMonth) => halfMonth >= run[0]!);
    const to = halfMonths.findLastIndex((halfMonth) => halfMonth <= run.at(-1)!) + 1;
    if (from < 0 || to <= from) return sum;
    const all = upTo();
    for (let slot = 0; slot < items; slot++) sum[slot] = all[to * items + slot]! - all[from * items + slot]!;
    return sum;
  }
  function itemsIn(run: readonly string[]): Float64Array {
    const sum = new Float64Array(length - items);
    for (const halfMonth of run) {
      const more = halfMonth < itemsBefore ? sumAt(halfMonth)?.bases(shape) : undefined;
      if (!more) continue;
      invariant(more.length === length, 'items are served of rows for all');
      for (let slot = items; slot < length; slot++) sum[slot - items]! += more[slot]!;
    }
    return sum;
  }
  function addUp({ halfMonths: run }: Period, kind: Kind): Vector {
    const sum = emptyVector(shape);
    for (const halfMonth of run) {
      if (kind === 'items' && halfMonth >= itemsBefore) continue;
      const own = sumAt(halfMonth);
      const bytes = kind === 'headlines' ? own?.headlines() : own?.factors();
      if (bytes && bytes.length > 0) addEncoded(sum, bytes);
    }
    return sum;
  }
  const keptSum = (period: Period, kind: Kind) =>
    kept(period, kind, () => ({ bytes: encodeVector(addUp(period, kind)) }));
  function kept<T extends object>(period: Period, name: string, work: () => T): T {
    forgetWhenFull();
    let known = worked.get(name);
    if (!known) worked.set(name, (known = new RunMap()));
    let value = known.get(period);
    if (!value) {
      known.set(period, (value = keptWithRows(period, name, work)));
      room.take(1 / 16);
    }
    return value as T;
  }
  function keptWithRows<T extends object>({ halfMonths: run }: Period, name: string, work: () => T): T {
    const sheets = run.map((halfMonth) => cells.get(halfMonth));
    for (const halfMonth of run) {
      const first = sumAt(halfMonth);
      if (first) return first.kept(`${run[0]} ${name}`, sheets, work);
    }
    return work();
  }
  return {
    shape,
    form,
    bases(period, ofItems = false) {
      const known = ofItems ? itemBases : bases;
      let sum = known.get(period);
      if (!sum) known.set(period, (sum = ofItems ? itemsIn(period.halfMonths) : groupsIn(period.halfMonths)));
      return sum;
    },
    sum(period, kind) {
      forgetWhenFull();
      let sum = sums[kind].get(period);
      if (!sum) {
        // which half-months tell of items depends on the day
        sum = kind === 'items' ? addUp(period, kind) : decodeVector(keptSum(period, kind).bytes);
        sums[kind].set(period, sum);
        room.take(1);
      }
      return sum;
    },
    kept,
  };
}

export const sumOver = (from: Cut, period: Period, kind: Kind = 'headlines'): Vector =>
  from.sum(period, kind);

/** Undefined: nobody has said anything there. */
function sumOfPlace({ at, sums }: Sheet, { key, points }: PointSet): PlaceSum | undefined {
  let sum = sums.get(key);
  if (sum || sums.has(key)) return sum;
  const rows = [...points].flatMap((point) => at.get(point) ?? []);
  sums.set(key, (sum = rows.length > 0 ? new PlaceSum(rows) : undefined));
  return sum;
}
