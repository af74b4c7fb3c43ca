import { decodeVector, headOf } from '../../shared/tally.ts';
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
