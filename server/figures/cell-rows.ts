import { addEncoded } from '../../shared/tally-bytes.ts';
import { emptyVector, type Shape } from '../../shared/tally.ts';
import type { ServedRow } from '../store/served-tallies.ts';
import { slotsOf } from './base-slots.ts';

/**
 * The served tallies of service points, as every cut of a page (periods of a trend, units, channels) adds them up. What is
 * added up most are the bases, so they are read once; a vector stays in its bytes until its sum is asked for.
 */
export interface CellRow {
  readonly servicePoint: string;
  readonly halfMonth: string;
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

/** Rows of one facet, as the store gives them; the standings are told apart as if they were one. */
export function rowsOf(rows: readonly ServedRow[], shape: Shape, byStanding = false): CellRow[] {
  const slots = slotsOf(shape);
  const isForAll = !byStanding && rows.every(({ facet }) => facet === '');
  const width = isForAll ? slots.length : slots.items;
  const bytes = new Uint8Array(rows.reduce((sum, { vector }) => sum + vector.length, 0));
  const ends = new Uint32Array(rows.length);
  const bases = new Uint32Array(rows.length * width);
  const batch: Batch = { bytes, ends, bases, width };
  const vector = emptyVector(shape);
  // the database gives a new text for each cell, and there are few different ones
  const known = new Map<string, string>();
  const one = (text: string): string => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
  let end = 0;
  return rows.map((row, at): CellRow => {
    bytes.set(row.vector, end);
    ends[at] = end += row.vector.length;
    const cell: CellRow = {
      servicePoint: one(row.service_point),
      halfMonth: one(row.half_month),
      channel: one(row.channel),
      value: one(byStanding ? row.standing : row.value),
      serves: row.serves,
      batch,
      at,
    };
    vector.fill(0);
    addEncoded(vector, bytesOf(cell));
    slots.write(vector, basesOf(cell));
    return cell;
  });
}
