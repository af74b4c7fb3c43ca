import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Review of cohorts, and what is told of flagged forms. */
export function cohortReviews(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    sql`create table cohort_reviews (id text primary key, service_point text not null references service_points (id), span text not null, flag text not null, decision text not null, reason text not null, author text not null, day text not null)`,
    sql`create table flag_counts (service_point text not null, half_month text not null, counts text not null, primary key (service_point, half_month)) ${unordered}`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
