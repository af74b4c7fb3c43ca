import { dayBefore } from '../../shared/period.ts';
import type { Reader } from './store.ts';

/** From when to when a counter was one of a centre; `to` null = no end is known. */
export interface CounterDays {
  readonly centre: string;
  readonly from: string;
  readonly to: string | null;
}

/** Whose counters these points were, day by day: a counter can come to another centre, or end. */
export async function counterDays(
  read: Reader,
  points: readonly string[],
): Promise<ReadonlyMap<string, readonly CounterDays[]>> {
  if (points.length === 0) return new Map();
  const rows = await read
    .selectFrom('point_versions as v')
    .innerJoin('service_points as p', 'p.id', 'v.point')
    .select(['v.point', 'v.starts', 'v.parent', 'p.valid_from', 'p.valid_to'])
    .where('v.point', 'in', points)
    .orderBy('v.starts')
    .execute();
  return new Map(
    points.map((point) => {
      const versions = rows.filter((row) => row.point === point);
      const days = versions.flatMap(({ parent, starts, valid_from, valid_to }, i): CounterDays[] => {
        if (parent === null) return [];
        const next = versions[i + 1];
        const ends = [next ? dayBefore(next.starts) : null, valid_to].filter((day) => day !== null);
        return [
          { centre: parent, from: starts > valid_from ? starts : valid_from, to: ends.sort()[0] ?? null },
        ];
      });
      return [point, days];
    }),
  );
}
