import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Forms whose facets are entered later; all that are there have been entered. */
export function facetsDue(dialect: Dialect): Migration {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table facets_due (half_month text not null, service_point text not null references service_points (id), channel text not null, form text not null, forms ${bytes} not null, primary key (half_month, service_point, channel, form)) ${unordered}`.execute(
        db,
      );
    },
  };
}
