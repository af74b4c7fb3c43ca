import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** People who are asked whether there was an interview face to face: no interview of theirs is known, nor who held it. */
export function faceRechecks(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      // of `face` the interviewer is empty
      await sql`alter table rechecks add column kind text not null default 'call'`.execute(db);
    },
  };
}

/** Interviews that are asked about again. */
export function rechecks(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      // keyed by random ids and without row numbers: not the order in which people were interviewed
      await sql`create table rechecks (id text primary key, service_point text not null references service_points (id), half_month text not null, interviewer text not null, dossier text, until text not null, tries integer not null, tried text, ended text, checker text, outcome text, said_time text, said_way text) ${unordered}`.execute(
        db,
      );
      await sql`create index rechecks_by_point on rechecks (service_point)`.execute(db);
    },
  };
}
