import type { FormKind } from '../../shared/questionnaire.ts';
import { isOpen, type Period, periodsUpTo, readPeriod } from '../../shared/period.ts';
import { addVector, decodeVector, emptyVector, type Shape, type Vector } from '../../shared/tally.ts';
import type { TallyRow } from '../store/tables.ts';

/**
 * The served tallies of some service points, decoded once and kept by half-month, so that every cut of a page
 * (periods of a trend, units, channels) is a sum of the same vectors.
 */
export interface CellRow {
  readonly servicePoint: string;
  readonly halfMonth: string;
  readonly channel: string;
  readonly flagged: boolean;
  readonly vector: Vector;
}

export function decodeRows(rows: readonly TallyRow[]): CellRow[] {
  return rows.map((row) => ({
    servicePoint: row.service_point,
    halfMonth: row.half_month,
    channel: row.channel,
    flagged: row.standing === 'flagged',
    vector: decodeVector(row.vector),
  }));
}

/** The sums of one place (or channel) by half-month; a period is a union of them. */
export interface Cut {
  readonly shape: Shape;
  readonly form: FormKind;
  readonly byHalfMonth: ReadonlyMap<string, Vector>;
}

export function cut(rows: Iterable<CellRow>, shape: Shape, form: FormKind): Cut {
  const byHalfMonth = new Map<string, Vector>();
  for (const { halfMonth, vector } of rows) {
    let sum = byHalfMonth.get(halfMonth);
    if (!sum) byHalfMonth.set(halfMonth, (sum = emptyVector(shape)));
    addVector(sum, vector);
  }
  return { shape, form, byHalfMonth };
}

export function sumOver({ shape, byHalfMonth }: Cut, period: Pick<Period, 'halfMonths'>): Vector {
  const sum = emptyVector(shape);
  for (const halfMonth of period.halfMonths) {
    const vector = byHalfMonth.get(halfMonth);
    if (vector) addVector(sum, vector);
  }
  return sum;
}

/** Every other servable period that wholly contains this one: a reader may subtract the two. */
export function periodsAround(period: Period): Period[] {
  const last = period.halfMonths.at(-1)!;
  const nextYear = `${Number(last.slice(0, 4)) + 1}-12-31`;
  return periodsUpTo(nextYear, 36).filter(
    (other) =>
      other.halfMonths.length > period.halfMonths.length &&
      other.halfMonths[0]! <= period.halfMonths[0]! &&
      other.halfMonths.at(-1)! >= last,
  );
}

/** The periods of a page, from the one it was asked for. */
export function pagePeriod(id: string, nowMs: number): { readonly period: Period; readonly open: boolean } | undefined {
  const period = readPeriod(id);
  return period && { period, open: isOpen(period, nowMs) };
}
