import { type Period, readPeriod, REPORT_PARTS } from '../../shared/period.ts';

/** What was worked out for runs of half-months, whatever these are called. */
export class RunMap<T> {
  private readonly byFirst = new Map<string, T[]>();

  get({ halfMonths }: Period): T | undefined {
    return this.byFirst.get(halfMonths[0]!)?.[halfMonths.length];
  }

  set({ halfMonths }: Period, value: T): void {
    let byLength = this.byFirst.get(halfMonths[0]!);
    if (!byLength) this.byFirst.set(halfMonths[0]!, (byLength = []));
    byLength[halfMonths.length] = value;
  }
}

const AROUND = new RunMap<readonly Period[]>();

/** Every servable period that contains this one and more: a reader may subtract the two. */
export function periodsAround(period: Period): readonly Period[] {
  let around = AROUND.get(period);
  if (!around) AROUND.set(period, (around = findAround(period)));
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

const PARTS = new RunMap<Map<number, readonly Period[]>>();

/**
 * The periods of one length that make up a longer one end to end: a reader may subtract all but one from it. Undefined where
 * they do not.
 */
export function partition(longer: Period, length: number): readonly Period[] | undefined {
  if (longer.halfMonths.length % length !== 0) return undefined;
  let byLength = PARTS.get(longer);
  if (!byLength) PARTS.set(longer, (byLength = new Map()));
  let parts = byLength.get(length);
  if (!parts) byLength.set(length, (parts = findParts(longer, length)));
  return parts;
}

function findParts(longer: Period, length: number): Period[] {
  const parts: Period[] = [];
  for (let at = 0; at < longer.halfMonths.length; at += length) {
    const halfMonths = longer.halfMonths.slice(at, at + length);
    parts.push({ ...longer, id: halfMonths.join(' '), halfMonths });
  }
  return parts;
}
