import type { Reader } from './store.ts';

/**
 * Names of whatever these ids belong to, in Vietnamese: accounts, devices, service points, units. For people who read
 * what was written down with ids; an id that nothing has any more is left out.
 */
export async function namesOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const named = await Promise.all([
    read
      .selectFrom('accounts')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute(),
    read
      .selectFrom('devices')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute(),
    read
      .selectFrom('service_points')
      .select(['id', 'name_vi as name'])
      .where('id', 'in', [...ids])
      .execute(),
    read
      .selectFrom('units')
      .select(['id', 'name_vi as name'])
      .where('id', 'in', [...ids])
      .execute(),
  ]);
  return new Map(named.flat().map(({ id, name }) => [id, name]));
}
