import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a campaign covers, asks and plans; targets step by step; days off. */
export function campaigns(): Migration {
  const statements = [
    sql`alter table campaigns add column covers text`,
    sql`alter table campaigns add column forms text not null default '{}'`,
    sql`alter table campaigns add column thresholds text not null default '{}'`,
    sql`alter table campaigns add column plan text`,
    sql`alter table targets rename to targets_before`,
    sql`create table targets (unit text not null references units (id), year integer not null, field text not null, seq integer not null, percent double precision, source_vi text not null, source_en text not null, valid_from text not null, at bigint, account text, primary key (unit, year, field, seq))`,
    // a reporting year begins on 15 December of the year before (581/BNV-CCHC): what stood there held for all of it
    sql`insert into targets (unit, year, field, seq, percent, source_vi, source_en, valid_from) select unit, year, '', 1, percent, source_vi, source_en, cast(year - 1 as text) || '-12-15' from targets_before`,
    sql`drop table targets_before`,
    sql`create table days_off (unit text not null references units (id), day text not null, kind text not null, like_weekday integer not null, name_vi text not null, name_en text not null, primary key (unit, day))`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
