import { addEncoded, decodeVector, encodeVector } from '../../shared/tally-bytes.ts';
import type { Shape } from '../../shared/tally.ts';
import { slotsOf } from './base-slots.ts';
import { basesOf, bytesOf, type CellRow } from './cell-rows.ts';

/** Groups and periods that are asked for of one place again and again; what is more begins anew. */
const KEPT_OF_PLACE = 32;

interface Kept {
  readonly sheets: readonly unknown[];
  readonly value: object;
}

/** What was added up of one place in one half-month, each when it is first asked for. There are many: no closures here. */
export class PlaceSum {
  private readonly rows: readonly CellRow[];
  private ownBases: readonly number[] | undefined;
  private ownHeadlines: Uint8Array | undefined;
  private ownFactors: Uint8Array | undefined;
  private known: Map<string, Kept> | undefined;

  /** One row or more. */
  constructor(rows: readonly CellRow[]) {
    this.rows = rows;
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
    // where nothing waits both states are the same rows
    if (this.rows.every(({ serves }) => serves === 'both')) return this.headlines();
    return (this.ownFactors ??= encodedSum(this.rows.filter(({ serves }) => serves !== 'headlines')));
  }

  /** Of a period that begins here: what was worked out by this name, as long as it consists of the very same sheets. */
  kept<T extends object>(name: string, sheets: readonly unknown[], work: () => T): T {
    this.known ??= new Map();
    const key = `${name} ${sheets.length}`;
    const found = this.known.get(key);
    if (found?.sheets.every((sheet, i) => sheet === sheets[i])) return found.value as T;
    if (this.known.size >= KEPT_OF_PLACE) this.known.clear();
    const value = work();
    this.known.set(key, { sheets, value });
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
