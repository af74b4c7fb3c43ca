import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Language packs of a tree, their recordings by content, and which languages a service point offers in which order. */
export function languages(dialect: Dialect): Migration {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const statements = [
    sql`create table packs (tree text not null, code text not null, name text not null, name_vi text not null, questionnaire text not null, version integer not null, reviewer text, reviewed text, province text, dialect text, voice text, texts text not null, hash text not null, enabled integer not null, primary key (tree, code), foreign key (questionnaire, version) references questionnaires (id, version))`,
    // one recording may serve several packs and keys
    sql`create table clips (sha256 text primary key, size integer not null, bytes ${bytes} not null)`,
    sql`create table pack_clips (tree text not null, code text not null, key text not null, sha256 text not null references clips (sha256), primary key (tree, code, key), foreign key (tree, code) references packs (tree, code))`,
    sql`create index pack_clips_by_content on pack_clips (sha256)`,
    sql`create table point_languages (service_point text primary key references service_points (id), codes text not null)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
