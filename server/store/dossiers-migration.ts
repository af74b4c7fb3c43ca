import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Dossiers, the numbers beside them, counts, and what was imported when. */
export function dossiers(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const counts = sql.raw(
    'received integer, early integer, on_time integer, late integer, open integer, overdue integer',
  );
  const statements = [
    sql`create table dossier_imports (id text primary key, unit text not null references units (id), kind text not null, day text not null, account text, sha256 text not null, added integer not null, changed integer not null, same integer not null, left_out integer not null, covers_from text, covers_to text, points text not null)`,
    // without an order of its own, and the number apart, behind a random key
    sql`create table dossier_phones (key text primary key, number text not null) ${unordered}`,
    sql`create table dossiers (service_point text not null references service_points (id), code text not null, field text not null, procedure text, authority text, counter text, received text not null, due text, returned text, phone text references dossier_phones (key), import text not null references dossier_imports (id), primary key (service_point, code)) ${unordered}`,
    sql`create index dossiers_by_received on dossiers (service_point, received)`,
    sql`create index dossiers_by_import on dossiers (import)`,
    sql`create unique index dossiers_by_phone on dossiers (phone)`,
    sql`create table dossier_counts (unit text not null references units (id), field text not null, span text not null, source text not null, ${counts}, import text references dossier_imports (id), primary key (unit, field, span, source)) ${unordered}`,
    sql`create table dossier_mappings (unit text not null references units (id), headings text not null, mapping text not null, primary key (unit, headings)) ${unordered}`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
