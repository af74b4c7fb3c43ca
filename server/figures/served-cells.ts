import type { FormKind } from '../../shared/questionnaire.ts';
import { type Period, readPeriod, REPORT_PARTS } from '../../shared/period.ts';
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
  /** Sums of periods that were asked for: a page asks for the same ones again and again. */
  readonly sums: Map<string, Vector>;
}

export function cut(rows: Iterable<CellRow>, shape: Shape, form: FormKind): Cut {
  const byHalfMonth = new Map<string, Vector>();
  for (const { halfMonth, vector } of rows) {
    let sum = byHalfMonth.get(halfMonth);
    if (!sum) byHalfMonth.set(halfMonth, (sum = emptyVector(shape)));
    addVector(sum, vector);
  }
  return { shape, form, byHalfMonth, sums: new Map() };
}

export function sumOver({ shape, byHalfMonth, sums }: Cut, period: Period): Vector {
  let sum = sums.get(period.id);
  if (sum) return sum;
  sum = emptyVector(shape);
  for (const halfMonth of period.halfMonths) {
    const vector = byHalfMonth.get(halfMonth);
    if (vector) addVector(sum, vector);
  }
  sums.set(period.id, sum);
  return sum;
}

/** The sum of one number of the vectors over a period, without adding up the others. */
export function sumOf({ byHalfMonth }: Cut, period: Period, read: (vector: Vector) => number): number {
  return period.halfMonths.reduce((sum, halfMonth) => {
    const vector = byHalfMonth.get(halfMonth);
    return vector ? sum + read(vector) : sum;
  }, 0);
}

/** Every servable period that contains this one and more: a reader may subtract the two. */
export function periodsAround(period: Period): Period[] {
  const first = period.halfMonths[0]!;
  const last = period.halfMonths.at(-1)!;
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
  const ids = [`month-${last.slice(0, 7)}`, `quarter-${year}-${Math.ceil(month / 3)}`];
  for (const reportYear of [year, year + 1]) {
    for (const part of REPORT_PARTS) ids.push(`report-${reportYear}-${part}`);
  }
  return ids
    .map((id) => readPeriod(id)!)
    .filter(
      ({ halfMonths }) =>
        halfMonths.length > period.halfMonths.length && halfMonths[0]! <= first && halfMonths.at(-1)! >= last,
    );
}
