import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Facets are served of closed half-months, by a release of their own: of a half-month that was open none are put aside;
 * of a closed one that waits the standings are, beside the facets that are already.
 */
export function cutFacets(): Migration {
  const isLate = sql`exists (select 1 from pending_releases as p where p.late = 1 and p.service_point = released.service_point
    and p.half_month = released.half_month and p.channel = released.channel and p.form = released.form)`;
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`delete from released where facet <> '' and not ${isLate}`.execute(db);
      await sql`insert into released (service_point, half_month, channel, form, questionnaire, version, standing, facet, value, vector)
        select service_point, half_month, channel, form, questionnaire, version, standing, 'standing', value, vector
        from released where facet = '' and ${isLate}`.execute(db);
    },
  };
}
