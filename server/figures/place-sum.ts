import { addEncoded, decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import { addVector, type Shape } from '../../shared/tally.ts';
import type { ServedRow } from '../store/served-tallies.ts';
import { slotsOf } from './base-slots.ts';
import { basesOf, bytesOf, type CellRow } from './cell-rows.ts';

/** Groups and periods that are asked for of one place again and again; what is more begins anew. */
const KEPT_OF_PLACE = 32;

/** What was worked out of a run of half-months, with the sums that it was worked out of. */
export interface Kept<T extends object = object> {
  readonly sums: readonly (PlaceSum | undefined)[];
  readonly value: T;
}

/** What was added up of one place in one half-month, each when it is first asked for. There are many: no closures here. */
export class PlaceSum {
  private readonly rows: readonly CellRow[];
  private ownBases: readonly number[] | undefined;
  private ownHeadlines: Uint8Array | undefined;
  private ownFactors: Uint8Array | undefined;
  private known: Map<string, Kept> | undefined;

  /** One row or more; the bytes of their sum where it is known already. */
  constructor(rows: readonly CellRow[], headlines?: Uint8Array) {
    this.rows = rows;
    this.ownHeadlines = headlines;
  }

  /** By slot, as many as the rows have. */
  bases(shape: Shape): readonly number[] {
    return (this.ownBases ??= sumOfBases(this.rows, slotsOf(shape).factors));
  }

  /** The bytes of the sum that headlines are read from. */
  headlines(): Uint8Array {
    return (this.ownHeadlines ??= encodedSum(this.rows.filter(({ serves }) => serves !== 'factors')));
  }

  factors(): Uint8Array {
    if (this.isOneState()) return this.headlines();
    return (this.ownFactors ??= encodedSum(this.rows.filter(({ serves }) => serves !== 'headlines')));
  }

  /** The sum of other rows that differ by few: of what is known of this one, what goes is taken away and what comes is added. */
  after(rows: readonly CellRow[], gone: readonly CellRow[], come: readonly CellRow[]): PlaceSum {
    const next = new PlaceSum(rows);
    const moved = (known: Uint8Array | undefined, other: ServedRow['serves']) =>
      known &&
      movedSum(
        known,
        gone.filter(({ serves }) => serves !== other),
        come.filter(({ serves }) => serves !== other),
      );
    next.ownHeadlines = moved(this.ownHeadlines, 'factors');
    next.ownFactors = moved(
      this.ownFactors ?? (this.isOneState() ? this.ownHeadlines : undefined),
      'headlines',
    );
    return next;
  }

  /** Nothing waits: headlines and factors are read from the same rows. */
  private isOneState(): boolean {
    return this.rows.every(({ serves }) => serves === 'both');
  }

  /** Of a run of half-months that this one belongs to: what was worked out by this name, as long as the very same sums make it up; else the work, which is given what was there before. */
  kept<T extends object>(name: string, sums: Kept['sums'], work: (before?: Kept<T>) => T): T {
    this.known ??= new Map();
    const key = `${name} ${sums.length}`;
    const found = this.known.get(key);
    if (found?.sums.every((sum, i) => sum === sums[i])) return found.value as T;
    if (this.known.size >= KEPT_OF_PLACE) this.known.clear();
    const value = work(found as Kept<T> | undefined);
    this.known.set(key, { sums, value });
    return value;
  }
}

function sumOfBases(rows: readonly CellRow[], factors: number): readonly number[] {
  const { width } = rows[0]!.batch;
  const sum = Array<number>(width).fill(0);
  for (const row of rows) {
    const bases = basesOf(row);
    const first = row.serves === 'factors' ? factors : 0;
    const last = row.serves === 'headlines' ? factors : width;
    for (let slot = first; slot < last; slot++) sum[slot]! += bases[slot]!;
  }
  return sum;
}

const NOTHING = new Uint8Array();

/** Empty: the sum of no rows. */
function encodedSum(rows: readonly CellRow[]): Uint8Array {
  const [first, ...others] = rows;
  if (!first) return NOTHING;
  if (others.length === 0) return bytesOf(first);
  const sum = decodeVector(bytesOf(first));
  for (const row of others) addEncoded(sum, bytesOf(row));
  return encodeVector(sum);
}

/** Undefined where the sum was one of no rows. */
function movedSum(
  bytes: Uint8Array,
  gone: readonly CellRow[],
  come: readonly CellRow[],
): Uint8Array | undefined {
  if (bytes === NOTHING) return undefined;
  const sum = decodeVector(bytes);
  for (const row of gone) addVector(sum, decodeVector(bytesOf(row)), -1);
  for (const row of come) addEncoded(sum, bytesOf(row));
  return encodeVector(sum);
}
