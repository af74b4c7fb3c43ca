import { addEncoded, encodeInto, mostBytes } from '../../shared/tally-bytes.ts';
import { addVector, emptyVector, type Shape, type Vector } from '../../shared/tally.ts';
import type { CutFacet } from '../store/facet-release.ts';
import { STANDING } from '../store/release-step.ts';
import type { ServedPart, ServedRow } from '../store/served-tallies.ts';
import { slotsOf } from './base-slots.ts';

/**
 * The served tallies of service points, as every cut of a page (periods of a trend, units, channels) adds them up. What no page
 * tells apart is one row. What is added up most are the bases, so they are read once; a vector stays in its bytes until its sum is asked for.
 */
export interface CellRow {
  readonly servicePoint: string;
  readonly halfMonth: string;
  /** '' in rows of facets. */
  readonly channel: string;
  /** The value of the facet, or the standing where these are told apart; '' in rows for all. */
  readonly value: string;
  readonly serves: ServedRow['serves'];
  readonly batch: Batch;
  /** The position in the batch. */
  readonly at: number;
}

/** What rows that were read together hold: rows are kept by the hundred thousand, and a piece of memory for each costs more than it holds. */
interface Batch {
  readonly bytes: Uint8Array;
  /** Where the bytes of each row end. */
  readonly ends: Uint32Array;
  readonly bases: Uint32Array;
  /** Bases of a row, by slot (`base-slots.ts`): those of items only in rows for all. */
  readonly width: number;
}

export const bytesOf = ({ batch: { bytes, ends }, at }: CellRow): Uint8Array =>
  bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);

/** The bases of a row, from slot 0. */
export const basesOf = ({ batch: { bases, width }, at }: CellRow): Uint32Array =>
  bases.subarray(at * width, (at + 1) * width);

/** The object of a row, and those of its sums. */
const OBJECTS_BYTES = 500;

/** What a row takes in memory with what is added up of it, about. */
export const sizeOf = (row: CellRow): number => bytesOf(row).length + 4 * row.batch.width + OBJECTS_BYTES;

/** Rows of one place and half-month that are one in a page. */
interface Merged {
  readonly first: ServedPart;
  readonly vector: Vector;
  rows: number;
}

/** What rows of some half-months hold together, by value: where there are facets the page of the whole tree asks for just that. */
export type Totals = Map<string, Map<string, Vector>>;

/**
 * Rows of one facet, as the store gives them: those of a place and half-month one after another. Of facets they are added to the
 * totals too.
 */
export function rowsOf(
  rows: readonly ServedPart[],
  shape: Shape,
  facet: '' | CutFacet,
  totals: Totals = new Map(),
): CellRow[] {
  const slots = slotsOf(shape);
  const width = facet === '' ? slots.length : slots.items;
  const valueOf = (row: ServedPart) => (facet === STANDING ? row.standing : row.value);
  const nameOf = facet === '' ? (row: ServedPart) => `${row.channel} ${row.serves ?? ''}` : valueOf;
  const bytes = createBytes(rows.reduce((sum, { vector }) => sum + vector.length, 0));
  const bases = new Uint32Array(rows.length * width);
  const batch = { bytes: new Uint8Array(), ends: new Uint32Array(), bases, width };
  const found: CellRow[] = [];
  // the database gives a new text for each cell, and there are few different ones
  const known = new Map<string, string>();
  const one = (text: string): string => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
  const merged = new Map<string, Merged>();
  const spare: Vector[] = [];
  function add(row: ServedPart): void {
    const name = nameOf(row);
    let own = merged.get(name);
    if (!own) {
      const vector = spare.pop()?.fill(0) ?? emptyVector(shape);
      merged.set(name, (own = { first: row, vector, rows: 0 }));
    }
    addEncoded(own.vector, row.vector);
    own.rows++;
  }
  function addToTotal({ halfMonth, value }: CellRow, vector: Vector): void {
    let own = totals.get(halfMonth);
    if (!own) totals.set(halfMonth, (own = new Map()));
    const total = own.get(value);
    if (total) addVector(total, vector);
    else own.set(value, vector.slice());
  }
  function finish(): void {
    for (const { first, vector, rows: count } of merged.values()) {
      const row: CellRow = {
        servicePoint: one(first.service_point),
        halfMonth: one(first.half_month),
        channel: facet === '' ? one(first.channel) : '',
        value: one(valueOf(first)),
        serves: first.serves ?? 'both',
        batch,
        at: found.length,
      };
      found.push(row);
      if (count === 1) bytes.put(first.vector);
      else bytes.encode(vector);
      slots.write(vector, basesOf(row));
      if (facet !== '') addToTotal(row, vector);
      spare.push(vector);
    }
    merged.clear();
  }
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1] ?? row;
    if (before.service_point !== row.service_point || before.half_month !== row.half_month) finish();
    add(row);
  }
  finish();
  Object.assign(batch, bytes.all(), { bases: bases.slice(0, found.length * width) });
  return found;
}

/** Bytes of rows one behind the other. */
function createBytes(about: number) {
  let all = new Uint8Array(about);
  const ends: number[] = [];
  let end = 0;
  function roomFor(most: number): void {
    if (end + most <= all.length) return;
    const larger = new Uint8Array(2 * (end + most));
    larger.set(all.subarray(0, end));
    all = larger;
  }
  return {
    put(bytes: Uint8Array): void {
      roomFor(bytes.length);
      all.set(bytes, end);
      ends.push((end += bytes.length));
    },
    encode(vector: Vector): void {
      roomFor(mostBytes(vector.length));
      ends.push((end = encodeInto(vector, all, end)));
    },
    all: (): Pick<Batch, 'bytes' | 'ends'> => ({ bytes: all.slice(0, end), ends: Uint32Array.from(ends) }),
  };
}
