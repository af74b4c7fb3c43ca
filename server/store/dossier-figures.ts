import { sql } from 'kysely';
import { halfMonthsBetween, type Span, spansBetween } from '../../shared/dossier-spans.ts';
import { daysOfHalfMonth, halfMonthOf } from '../../shared/period.ts';
import type { DossierCounts, DossierSource } from '../../shared/wire/dossier-requests.ts';
import { type Import, importsOf } from './dossier-imports.ts';
import { REDUCED_UNTIL, setting } from './settings.ts';
import type { Reader } from './store.ts';

/**
 * How many dossiers a unit received and returned: the denominators of reports and the board of late dossiers.
 *
 * Lists and imported statistics may both speak of a month. **Lists win** where an import says that its list holds every
 * dossier received in that month; else the statistics of the month count. Weeks and half-months come from lists alone.
 * A dossier without a due day is on time when it is returned. Open and overdue hold at the end of the span, or today
 * while it runs.
 */
export interface DossierFigures extends DossierCounts {
  readonly unit: string;
  readonly span: string;
  /** Null: nothing is known of the span. */
  readonly source: DossierSource | null;
}

const NONE: DossierCounts = {
  received: null,
  early: null,
  onTime: null,
  late: null,
  open: null,
  overdue: null,
};

export async function dossierStatistics(
  read: Reader,
  units: readonly string[],
  spans: readonly Span[],
  { field, today }: { readonly field: string | null; readonly today: string },
): Promise<DossierFigures[]> {
  return (await dossiersByField(read, units, spans, today)).map(({ unit, span, source, all, fields }) => {
    if (field === null) return { unit, span, source, ...all };
    const own = fields.get(field);
    // a list holds every field; statistics may not say this one
    const isSaid = own !== undefined || source === 'list';
    return { unit, span, source: isSaid ? source : null, ...(own ?? (isSaid ? ZERO : NONE)) };
  });
}

/** The same with each field of a unit beside all of it. */
export interface DossiersByField {
  readonly unit: string;
  readonly span: string;
  readonly source: DossierSource | null;
  readonly all: DossierCounts;
  /** Only the fields that have some; statistics may name none although there are dossiers. */
  readonly fields: ReadonlyMap<string, DossierCounts>;
}

/** For each span each unit, in the order given. */
export async function dossiersByField(
  read: Reader,
  units: readonly string[],
  spans: readonly Span[],
  today: string,
): Promise<DossiersByField[]> {
  if (units.length === 0) return [];
  const covered = await coveredMonths(read, units);
  const reducedUntil = (await setting(read, REDUCED_UNTIL)) ?? '';
  const figures: DossiersByField[] = [];
  for (const span of spans) {
    const listed = await fromLists(read, units, span, today);
    const stated = await fromStatistics(read, units, span.id);
    // of a span that runs, nobody knows the months that are to come
    const needed = monthsOf(span.from, span.to < today ? span.to : today);
    for (const unit of units) {
      const months = covered.get(unit);
      const isCovered =
        needed.length > 0 &&
        needed.every((month) => months?.has(month)) &&
        (isOfHalves(span) || span.from > reducedUntil);
      const said = stated.get(unit);
      const source = isCovered ? 'list' : said ? 'statistics' : null;
      const fields = (isCovered ? listed : stated).get(unit) ?? new Map<string, DossierCounts>();
      const all = source === null ? NONE : (fields.get('') ?? sumOfCounts([...fields.values()]));
      fields.delete('');
      figures.push({ unit, span: span.id, source, all, fields });
    }
  }
  return figures;
}

/** A week is none; of dossiers that have gone by age only half-months are known. */
const isOfHalves = ({ from, to }: Span) =>
  daysOfHalfMonth(halfMonthOf(from)).from === from && daysOfHalfMonth(halfMonthOf(to)).to === to;

export const ZERO: DossierCounts = { received: 0, early: 0, onTime: 0, late: 0, open: 0, overdue: 0 };

const monthsOf = (from: string, to: string) => spansBetween(from, to, 'month').map(({ id }) => id);

/** Of each unit the months of which some list holds everything. */
async function coveredMonths(read: Reader, units: readonly string[]): Promise<Map<string, Set<string>>> {
  const covered = new Map<string, Set<string>>(units.map((unit) => [unit, new Set()]));
  for (const { covers, of } of await listsByUnits(read)) {
    if (!covers) continue;
    const months = monthsOf(`${covers.from}-01`, `${covers.to}-01`);
    for (const unit of of) for (const month of months) covered.get(unit)?.add(month);
  }
  return covered;
}

/** The day on which the newest list of each unit was taken in: whatever was returned later is not known. */
export async function newestLists(
  read: Reader,
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const newest = new Map<string, string>();
  for (const { day, of } of await listsByUnits(read))
    for (const unit of of) if (units.includes(unit) && day > (newest.get(unit) ?? '')) newest.set(unit, day);
  return newest;
}

/** Every list with the units whose service points it names. */
async function listsByUnits(read: Reader): Promise<(Import & { readonly of: ReadonlySet<string> })[]> {
  const points = await read.selectFrom('service_points').select(['id', 'unit']).execute();
  const unitOf = new Map(points.map(({ id, unit }) => [id, unit]));
  const all = await read.selectFrom('units').select('id').execute();
  const imports = await importsOf(
    read,
    all.map(({ id }) => id),
  );
  return imports
    .filter(({ kind }) => kind === 'list')
    .map((one) => ({ ...one, of: new Set(one.points.map((point) => unitOf.get(point) ?? '')) }));
}

/** By unit and field. */
type Counted = Map<string, Map<string, DossierCounts>>;
type Counts = { -readonly [name in keyof DossierCounts]: number };

function fieldsIn<T>(counted: Map<string, Map<string, T>>, unit: string): Map<string, T> {
  let fields = counted.get(unit);
  if (!fields) counted.set(unit, (fields = new Map()));
  return fields;
}

async function fromLists(
  read: Reader,
  units: readonly string[],
  span: Span,
  today: string,
): Promise<Counted> {
  const { from, to } = span;
  const asOf = to < today ? to : today;
  const ended = sql`(d.returned between ${from} and ${to})`;
  const isOpen = sql`(d.received <= ${asOf} and (d.returned is null or d.returned > ${asOf}))`;
  const sum = (condition: ReturnType<typeof sql>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`;
  const rows = await read
    .selectFrom('dossiers as d')
    .innerJoin('service_points as p', 'p.id', 'd.service_point')
    .select(['p.unit', 'd.field'])
    .select([
      sum(sql`d.received between ${from} and ${to}`).as('received'),
      sum(sql`${ended} and d.returned < d.due`).as('early'),
      sum(sql`${ended} and (d.due is null or d.returned = d.due)`).as('onTime'),
      sum(sql`${ended} and d.returned > d.due`).as('late'),
      sum(isOpen).as('open'),
      sum(sql`${isOpen} and d.due < ${asOf}`).as('overdue'),
    ])
    .where('p.unit', 'in', [...units])
    .where('d.received', '<=', to)
    .where((eb) => eb.or([eb('d.returned', 'is', null), eb('d.returned', '>=', from)]))
    .groupBy(['p.unit', 'd.field'])
    .execute();
  const counted = new Map<string, Map<string, Counts>>();
  for (const { unit, field, ...row } of rows) fieldsIn(counted, unit).set(field, row);
  // dossiers that have gone by age: what ended in the span, and what was open at its end
  const halves = halfMonthsBetween(from, to);
  const gone = isOfHalves(span) ? await countRows(read, units, halves, 'list') : [];
  for (const row of gone) {
    const fields = fieldsIn(counted, row.unit);
    const before = fields.get(row.field) ?? { ...(ZERO as Counts) };
    for (const name of ['received', 'early', 'onTime', 'late'] as const) before[name] += row[name] ?? 0;
    if (row.span === halves.at(-1)) {
      before.open += row.open ?? 0;
      before.overdue += row.overdue ?? 0;
    }
    fields.set(row.field, before);
  }
  return counted;
}

/** A row for all fields (`''`) wins over the sum of its fields: it may hold more. */
async function fromStatistics(read: Reader, units: readonly string[], month: string): Promise<Counted> {
  const stated: Counted = new Map();
  for (const row of await countRows(read, units, [month], 'statistics'))
    fieldsIn(stated, row.unit).set(row.field, pick(row));
  return stated;
}

const pick = ({ received, early, onTime, late, open, overdue }: DossierCounts): DossierCounts => ({
  received,
  early,
  onTime,
  late,
  open,
  overdue,
});
/** Of nothing: zero. */
export const sumOfCounts = (list: readonly DossierCounts[]): DossierCounts => list.reduce(addCounts, ZERO);

/** What one of them does not say is not said by the sum. */
export function addCounts(a: DossierCounts, b: DossierCounts): DossierCounts {
  const sum = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return {
    received: sum(a.received, b.received),
    early: sum(a.early, b.early),
    onTime: sum(a.onTime, b.onTime),
    late: sum(a.late, b.late),
    open: sum(a.open, b.open),
    overdue: sum(a.overdue, b.overdue),
  };
}

async function countRows(
  read: Reader,
  units: readonly string[],
  spans: readonly string[],
  source: DossierSource,
) {
  const rows = await read
    .selectFrom('dossier_counts')
    .selectAll()
    .where('source', '=', source)
    .where('unit', 'in', [...units])
    .where('span', 'in', [...spans])
    .execute();
  return rows.map(({ on_time, ...row }) => ({ ...row, onTime: on_time }));
}
