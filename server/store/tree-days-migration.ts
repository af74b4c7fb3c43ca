import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Units and service points by dates: what held from which day on, and what a unit that ended went on as. */
export function treeDays(): Migration {
  const name = sql.raw('name_vi text not null, name_en text not null');
  const statements = [
    sql`create table unit_versions (unit text not null references units (id), starts text not null, parent text references units (id), kind text not null, ${name}, primary key (unit, starts))`,
    sql`create table unit_successors (unit text not null references units (id), successor text not null references units (id), primary key (unit, successor))`,
    sql`create table point_versions (point text not null references service_points (id), starts text not null, unit text not null references units (id), parent text, ${name}, opening text not null, fields text not null, primary key (point, starts))`,
    // a counter stands at the service point that it belongs to
    sql`alter table service_points add column parent text`,
    // what has been so far is the first version of each
    sql`insert into unit_versions select id, valid_from, parent, kind, name_vi, name_en from units`,
    sql`insert into point_versions select id, valid_from, unit, null, name_vi, name_en, opening, fields from service_points`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}

/** Who made a link, so that it ends with their rights. */
export function linkMakers(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`alter table links add column made_by text`.execute(db);
    },
  };
}
