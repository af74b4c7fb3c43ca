import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import type { Reader } from './store.ts';

/** Submissions of a month (`2026-11`) by service point, whatever their standing, channel and form. */
export async function formsOfMonth(read: Reader, month: string): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom('tallies')
    .select(['service_point', 'vector'])
    .where('facet', '=', '')
    .where('half_month', 'in', [`${month}/1`, `${month}/2`])
    .execute();
  const forms = new Map<string, number>();
  for (const { service_point: point, vector } of rows)
    forms.set(point, (forms.get(point) ?? 0) + headOf(decodeVector(vector)).submissions);
  return forms;
}

/** Submissions received at service points in a run of half-months, of all channels, forms and versions, without those that a review has excluded. */
export async function receivedBetween(
  read: Reader,
  points: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, number>> {
  const forms = new Map<string, number>();
  if (points.length === 0) return forms;
  const rows = await read
    .selectFrom('tallies')
    .select(['service_point', 'vector'])
    .where('facet', '=', '')
    .where('service_point', 'in', points)
    .where('half_month', '>=', from)
    .where('half_month', '<=', to)
    .where('standing', '!=', 'excluded')
    .execute();
  for (const { service_point: point, vector } of rows)
    forms.set(point, (forms.get(point) ?? 0) + headOf(decodeVector(vector)).submissions);
  return forms;
}
