import type { FormKind } from '../../shared/questionnaire.ts';
import { type Period, readPeriod, REPORT_PARTS } from '../../shared/period.ts';
import { addVector, decodeVector, emptyVector, type Shape, type Vector } from '../../shared/tally.ts';
import type { ServedRow } from '../store/served-tallies.ts';

/**
 * The served tallies of some service points, decoded once and kept by half-month, so that every cut of a page
 * (periods of a trend, units, channels) is a sum of the same vectors.
 */
export interface CellRow {
  readonly servicePoint: string;
  readonly halfMonth: string;
  readonly channel: string;
  readonly serves: ServedRow['serves'];
  readonly vector: Vector;
}

export function decodeRows(rows: readonly ServedRow[]): CellRow[] {
  return rows.map((row) => ({
    servicePoint: row.service_point,
    halfMonth: row.half_month,
    channel: row.channel,
    serves: row.serves,
    vector: decodeVector(row.vector),
  }));
}

/**
 * Headlines and factors of a group that waits are read from different states (`release-step.ts`). Items are read from that of the
 * factors, of half-months that have closed only: where a factor moves by ten forms, an item moves by three.
 */
export type Kind = 'headlines' | 'factors' | 'items';

/** The sums of one place (or channel) by half-month; a period is a union of them. */
export interface Cut {
  readonly shape: Shape;
  readonly form: FormKind;
  readonly byHalfMonth: Readonly<Record<Kind, ReadonlyMap<string, Vector>>>;
  /** Sums of periods that were asked for: a page asks for the same ones again and again. */
  readonly sums: Readonly<Record<Kind, Map<string, Vector>>>;
}

/** `itemsBefore`: the first half-month of which no item is served; left out, none is served of any. */
export function cut(rows: Iterable<CellRow>, shape: Shape, form: FormKind, itemsBefore = ''): Cut {
  const sums = {
    both: new Map<string, Vector>(),
    headlines: new Map<string, Vector>(),
    factors: new Map<string, Vector>(),
  };
  for (const { serves, halfMonth, vector } of rows) addAt(sums[serves], halfMonth, vector);
  const ofKind = (kind: 'headlines' | 'factors') => {
    if (sums[kind].size === 0) return sums.both;
    for (const [halfMonth, vector] of sums.both) addAt(sums[kind], halfMonth, vector);
    return sums[kind];
  };
  const [headlines, factors] = [ofKind('headlines'), ofKind('factors')];
  const items = new Map([...factors].filter(([halfMonth]) => halfMonth < itemsBefore));
  const headlineSums = new Map<string, Vector>();
  // where nothing waits both kinds are the same sums
  const factorSums = factors === headlines ? headlineSums : new Map<string, Vector>();
  const known = { headlines: headlineSums, factors: factorSums, items: new Map<string, Vector>() };
  return { shape, form, byHalfMonth: { headlines, factors, items }, sums: known };
}

function addAt(sums: Map<string, Vector>, halfMonth: string, vector: Vector): void {
  const sum = sums.get(halfMonth);
  if (sum) addVector(sum, vector);
  else sums.set(halfMonth, vector.slice());
}

export function sumOver(from: Cut, period: Period, kind: Kind = 'headlines'): Vector {
  const sums = from.sums[kind];
  let sum = sums.get(period.id);
  if (sum) return sum;
  sum = emptyVector(from.shape);
  for (const halfMonth of period.halfMonths) {
    const vector = from.byHalfMonth[kind].get(halfMonth);
    if (vector) addVector(sum, vector);
  }
  sums.set(period.id, sum);
  return sum;
}

/** The sum of one number of the vectors over a period, without adding up the others. */
export function sumOf(from: Cut, period: Period, kind: Kind, read: (vector: Vector) => number): number {
  return period.halfMonths.reduce((sum, halfMonth) => {
    const vector = from.byHalfMonth[kind].get(halfMonth);
    return vector ? sum + read(vector) : sum;
  }, 0);
}

const AROUND = new Map<string, readonly Period[]>();

/** Every servable period that contains this one and more: a reader may subtract the two. */
export function periodsAround(period: Period): readonly Period[] {
  const key = `${period.halfMonths[0]} ${period.halfMonths.length}`;
  let around = AROUND.get(key);
  if (!around) AROUND.set(key, (around = findAround(period)));
  return around;
}

function findAround(period: Period): Period[] {
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

/** Every servable period that lies in a run of half-months and is not all of it: what a reader may subtract from it. */
export function periodsInside({ halfMonths }: Period): Period[] {
  const [first, last] = [halfMonths[0]!, halfMonths.at(-1)!];
  const ids: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)) + 1; year++) {
    for (const part of REPORT_PARTS) ids.push(`report-${year}-${part}`);
    for (let quarter = 1; quarter <= 4; quarter++) ids.push(`quarter-${year}-${quarter}`);
  }
  for (const halfMonth of halfMonths)
    ids.push(`month-${halfMonth.slice(0, 7)}`, `half-${halfMonth.replace('/', '-')}`);
  return [...new Set(ids)]
    .map((id) => readPeriod(id)!)
    .filter(
      (one) =>
        one.halfMonths.length < halfMonths.length &&
        one.halfMonths[0]! >= first &&
        one.halfMonths.at(-1)! <= last,
    );
}

/**
 * The periods of one kind that make up a longer one end to end and of which this is one: a reader may subtract
 * all the others from it. Undefined where they do not.
 */
export function partition(longer: Period, part: Period): Period[] | undefined {
  const size = part.halfMonths.length;
  const offset = longer.halfMonths.indexOf(part.halfMonths[0]!);
  if (longer.halfMonths.length % size !== 0 || offset % size !== 0) return undefined;
  const parts: Period[] = [];
  for (let at = 0; at < longer.halfMonths.length; at += size) {
    const halfMonths = longer.halfMonths.slice(at, at + size);
    parts.push(at === offset ? part : { ...part, id: halfMonths.join(' '), halfMonths });
  }
  return parts;
}
