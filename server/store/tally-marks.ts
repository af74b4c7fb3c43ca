import { randomInt } from 'node:crypto';
import { insertMany, overRows } from './many.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * A mark for each service point and half-month, another one with every change of its tallies or of what is served of
 * them, in the same transaction. Whoever keeps rows of tallies keeps their marks with them, and knows by these whether the
 * rows still stand; other processes change tallies too. Marks are random and no counter: a place that was
 * removed and made anew must not come back to a mark that somebody keeps.
 */
const MARKS = 2 ** 40;

/** In the transaction that changes tallies, or what of them is served, at these places: the mark that they have now. */
export async function markTallies(
  tx: Tx,
  changed: Iterable<{ readonly service_point: string; readonly half_month: string }>,
): Promise<number> {
  const mark = randomInt(1, MARKS);
  const places = new Map<string, { service_point: string; half_month: string; mark: number }>();
  for (const { service_point, half_month } of changed) {
    places.set(`${half_month} ${service_point}`, { service_point, half_month, mark });
  }
  await putMarks(tx, [...places.values()]);
  return mark;
}

const putMarks = insertMany(
  'tally_marks',
  { service_point: 'text', half_month: 'text', mark: 'bigint' },
  'on conflict (half_month, service_point) do update set mark = excluded.mark',
);

type Mark = Tables['tally_marks'];
const marksOfPlaces = overRows<Mark>(
  2,
  (places) =>
    `select m.* from ${places} cross join tally_marks m where m.half_month = g.c1 and m.service_point = g.c2`,
);

/** The marks of places; one that nobody has changed has none, and one that is named twice comes twice. */
export function marksAt(
  read: Reader,
  places: readonly { readonly service_point: string; readonly half_month: string }[],
): Promise<Mark[]> {
  return marksOfPlaces(
    read,
    places.map(({ half_month, service_point }) => [half_month, service_point]),
  );
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The sum of the marks of each half-month: another one when any place has changed. Missing = nobody has changed it. */
export async function markSums(read: Reader, { from, to }: Span): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom('tally_marks')
    .select(({ fn }) => ['half_month', fn.sum<number | string>('mark').as('sum')])
    .where('half_month', '>=', from)
    .where('half_month', '<=', to)
    .groupBy('half_month')
    .execute();
  return new Map(rows.map(({ half_month, sum }) => [half_month, Number(sum)]));
}

/** The marks of all places, by half-month. */
export async function marksOf(
  read: Reader,
  { from, to }: Span,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await read
    .selectFrom('tally_marks')
    .selectAll()
    .where('half_month', '>=', from)
    .where('half_month', '<=', to)
    .execute();
  const found = new Map<string, Map<string, number>>();
  for (const { half_month, service_point, mark } of rows) {
    let marks = found.get(half_month);
    if (!marks) found.set(half_month, (marks = new Map()));
    marks.set(service_point, mark);
  }
  return found;
}
