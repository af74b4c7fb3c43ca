import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Review of cohorts, what is told of flagged forms, and the served state of parts (flagged, late). */
export function cohortReviews(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const statements = [
    sql`create table cohort_reviews (id text primary key, service_point text not null references service_points (id), span text not null, flag text not null, decision text not null, reason text not null, author text not null, day text not null)`,
    sql`create table flag_counts (service_point text not null, half_month text not null, counts text not null, primary key (service_point, half_month)) ${unordered}`,
    sql`create table settled_parts (service_point text not null, half_month text not null, channel text not null, form text not null, questionnaire text not null, version integer not null, part text not null, vector ${bytes} not null, primary key (service_point, half_month, channel, form, questionnaire, version, part)) ${unordered}`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
