import { invariant } from '../../shared/assert.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Period } from '../../shared/period.ts';
import { addEncoded } from '../../shared/tally-bytes.ts';
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

/** Rows by half-month: all that are served of a filter, or a slice of these. */
export type Cells = ReadonlyMap<string, Sheet>;

export function cellsIn(rows: readonly CellRow[]): Cells {
  const byHalfMonth = groupBy(rows, ({ halfMonth }) => halfMonth);
  return new Map(
    [...byHalfMonth].map(([halfMonth, own]) => [halfMonth, sheetOf(groupBy(own, (row) => row.servicePoint))]),
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
  /** The bases of everything in a period, by slot. */
  bases(period: Period): Float64Array;
  /** The sum of the vectors of a period. It is asked for again and again: whoever changes it takes a copy. */
  sum(period: Period, kind: Kind): Vector;
  /** What was worked out of a period by this name before, as long as none of its rows has moved; else the work. */
  kept<T extends object>(period: Period, name: string, work: () => T): T;
}

/** `itemsBefore`: the first half-month of which no item is served; left out, none is served of any. */
export function cut(cells: Cells, place: PointSet, shape: Shape, form: FormKind, itemsBefore = ''): Cut {
  const { length, items } = slotsOf(shape);
  const bases = new RunMap<Float64Array>();
  const sums: Record<Kind, RunMap<Vector>> = {
    headlines: new RunMap(),
    factors: new RunMap(),
    items: new RunMap(),
  };
  const sumAt = (halfMonth: string) => {
    const sheet = cells.get(halfMonth);
    return sheet && sumOfPlace(sheet, place);
  };
  return {
    shape,
    form,
    bases(period) {
      let sum = bases.get(period);
      if (sum) return sum;
      bases.set(period, (sum = new Float64Array(length)));
      for (const halfMonth of period.halfMonths) {
        const more = sumAt(halfMonth)?.bases(shape);
        if (!more) continue;
        const end = halfMonth < itemsBefore ? length : items;
        invariant(more.length >= end, 'items are served of rows for all');
        for (let slot = 0; slot < end; slot++) sum[slot]! += more[slot]!;
      }
      return sum;
    },
    sum(period, kind) {
      let sum = sums[kind].get(period);
      if (sum) return sum;
      sums[kind].set(period, (sum = emptyVector(shape)));
      for (const halfMonth of period.halfMonths) {
        if (kind === 'items' && halfMonth >= itemsBefore) continue;
        const own = sumAt(halfMonth);
        const bytes = kind === 'headlines' ? own?.headlines() : own?.factors();
        if (bytes && bytes.length > 0) addEncoded(sum, bytes);
      }
      return sum;
    },
    kept(period, name, work) {
      const sheets = period.halfMonths.map((halfMonth) => cells.get(halfMonth));
      const from = period.halfMonths.map(sumAt).find((one) => one !== undefined);
      return from ? from.kept(`${period.halfMonths[0]} ${name}`, sheets, work) : work();
    },
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
