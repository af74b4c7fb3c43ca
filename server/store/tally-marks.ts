import { randomInt } from 'node:crypto';
import type { Reader, Tx } from './store.ts';

/**
 * A mark for each service point and half-month, another one with every change of its tallies or of what is served of
 * them, in the same transaction. Whoever keeps rows of tallies keeps their marks with them, and knows by these whether the
 * rows still stand; other processes change tallies too. Marks are random and no counter: a place that was
 * removed and made anew must not come back to a mark that somebody keeps.
 */
const MARKS = 2 ** 40;

/** In the transaction that changes tallies, or what of them is served, at these places. */
export async function markTallies(
  tx: Tx,
  changed: Iterable<{ readonly service_point: string; readonly half_month: string }>,
): Promise<void> {
  const mark = randomInt(1, MARKS);
  const places = new Map<string, { service_point: string; half_month: string; mark: number }>();
  for (const { service_point, half_month } of changed) {
    places.set(`${half_month} ${service_point}`, { service_point, half_month, mark });
  }
  const rows = [...places.values()];
  for (let i = 0; i < rows.length; i += 500) {
    await tx
      .insertInto('tally_marks')
      .values(rows.slice(i, i + 500))
      .onConflict((on) => on.columns(['half_month', 'service_point']).doUpdateSet({ mark }))
      .execute();
  }
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
