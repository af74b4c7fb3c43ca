import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Alerts of low scores with the rules that raise them, and the e-mails that tell of them. */
export function alerts(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    sql`create table alert_rules (unit text primary key references units (id), is_on integer not null, line integer not null, measure text not null, mail text not null)`,
    sql`create table alerts (id text primary key, service_point text not null references service_points (id), half_day text not null, measure text not null, line integer not null, ended text, why_ended text, seen text, seen_by text) ${unordered}`,
    sql`create index alerts_by_point on alerts (service_point)`,
    // one crossing, one alert: also for two processes at once
    sql`create unique index alerts_open on alerts (service_point) where ended is null`,
    sql`alter table accounts add column email text`,
    // a digest for each half-day at most; the address is looked up when it goes
    sql`create table mails (account text not null references accounts (id), half_day text not null, subject text not null, body text not null, made bigint not null, due bigint not null, tries integer not null, failed text, primary key (account, half_day))`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
