import { addVector, type Vector } from '../../shared/tally.ts';
import { encodeVector } from '../../shared/tally-bytes.ts';
import { bytesOf, type CellRow } from './cell-rows.ts';
import { once } from './once.ts';
import { PlaceSum } from './place-sum.ts';
import type { PointSet } from './tree-sets.ts';

/** By what rows are told apart within a place. */
export type Column = 'channel' | 'value';

/** So many times as many points as have moved in a place: adding all of them up again would take longer than taking away and adding. */
const MANY = 4;

type RowsAt = ReadonlyMap<string, readonly CellRow[]>;
type TotalOf = ReadonlyMap<string, Vector>;

/** Rows of one half-month by service point, with what was added up of them: a sheet never changes, so a sum stays right as long as it lasts. */
export class Sheet {
  readonly at: RowsAt;
  /** All rows together by their value, where they were added up as they were read. */
  private readonly totals: TotalOf | undefined;
  /** By the key of the places. */
  private readonly sums = new Map<string, { readonly place: PointSet; readonly sum: PlaceSum | undefined }>();
  private readonly slices = new Map<string, { readonly of: Slice; readonly sheet: Sheet }>();
  private readonly known: { [column in Column]?: ReadonlySet<string> } = {};

  constructor(at: RowsAt, totals?: TotalOf) {
    this.at = at;
    this.totals = totals;
  }

  values(column: Column): ReadonlySet<string> {
    return (this.known[column] ??= new Set(
      [...this.at.values()].flatMap((rows) => rows.map((row) => row[column])),
    ));
  }

  /** Undefined: nobody has said anything there. */
  sumOf(place: PointSet): PlaceSum | undefined {
    const found = this.sums.get(place.key);
    if (found) return found.sum;
    const rows = this.rowsOf(place);
    const sum = rows.length > 0 ? new PlaceSum(rows, this.totalOf(rows)) : undefined;
    this.sums.set(place.key, { place, sum });
    return sum;
  }

  private totalOf(rows: readonly CellRow[]): Uint8Array | undefined {
    if (!this.totals || rows.length < this.count()) return undefined;
    const [first, ...others] = this.totals.values();
    const sum = first!.slice();
    for (const total of others) addVector(sum, total);
    return encodeVector(sum);
  }

  private readonly count = once(() => [...this.at.values()].reduce((sum, rows) => sum + rows.length, 0));

  private rowsOf({ points }: PointSet): CellRow[] {
    return [...points].flatMap((point) => this.at.get(point) ?? []);
  }

  /** The rows with one of these values. */
  slice(of: Slice): Sheet {
    const name = `${of.column} ${of.values.join(' ')}`;
    let own = this.slices.get(name);
    if (!own) {
      const rows = [...rowsIn(this.at, of)].filter(([, some]) => some.length > 0);
      const totals =
        of.column === 'value' && this.totals
          ? new Map([...this.totals].filter(([value]) => of.values.includes(value)))
          : undefined;
      this.slices.set(name, (own = { of, sheet: new Sheet(new Map(rows), totals) }));
    }
    return own.sheet;
  }

  /** The same with other rows at some points: what was added up of places that hold none of these still stands. */
  with(moved: RowsAt): Sheet {
    const changed = new Map([...moved].filter(([point, rows]) => !areSame(this.at.get(point) ?? [], rows)));
    if (changed.size === 0) return this;
    const next = new Sheet(new Map([...this.at, ...changed]));
    const points = [...changed.keys()];
    for (const [key, own] of this.sums) {
      const inside = points.filter((point) => own.place.points.has(point));
      if (inside.length === 0) next.sums.set(key, own);
      else if (own.sum && own.place.points.size > MANY * inside.length) {
        const rowsOf = (at: RowsAt) => inside.flatMap((point) => at.get(point) ?? []);
        const rows = next.rowsOf(own.place);
        if (rows.length > 0)
          next.sums.set(key, { ...own, sum: own.sum.after(rows, rowsOf(this.at), rowsOf(changed)) });
      }
    }
    for (const [name, { of, sheet }] of this.slices) {
      next.slices.set(name, { of, sheet: sheet.with(rowsIn(changed, of)) });
    }
    return next;
  }
}

export interface Slice {
  readonly column: Column;
  readonly values: readonly string[];
}

const rowsIn = (at: RowsAt, { column, values }: Slice): RowsAt =>
  new Map([...at].map(([point, rows]) => [point, rows.filter((row) => values.includes(row[column]))]));

/** A mark changes with every form that comes, what is served by steps: most often the very same rows are read again. */
function areSame(old: readonly CellRow[], now: readonly CellRow[]): boolean {
  return (
    old.length === now.length &&
    old.every((row, i) => {
      const other = now[i]!;
      return (
        row.channel === other.channel &&
        row.value === other.value &&
        row.serves === other.serves &&
        Buffer.compare(bytesOf(row), bytesOf(other)) === 0
      );
    })
  );
}
