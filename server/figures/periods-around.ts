import { type Period, readPeriod, REPORT_PARTS } from '../../shared/period.ts';

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

const PARTITIONS = new Map<string, readonly Period[] | undefined>();

/**
 * The periods of one kind that make up a longer one end to end and of which this is one: a reader may subtract
 * all the others from it. Undefined where they do not.
 */
export function partition(longer: Period, part: Period): readonly Period[] | undefined {
  const key = `${longer.halfMonths[0]} ${longer.halfMonths.length} ${part.id}`;
  if (!PARTITIONS.has(key)) PARTITIONS.set(key, findPartition(longer, part));
  return PARTITIONS.get(key);
}

function findPartition(longer: Period, part: Period): Period[] | undefined {
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
