import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Versions that an office makes itself: drafts, whose they are, and which are not chosen any more. */
export function questionnaires(): Migration {
  const statements = [
    sql`alter table questionnaires add column tree text`,
    sql`alter table questionnaires add column published text`,
    sql`create table retired_questionnaires (tree text not null, id text not null, version integer not null, retired text not null, primary key (tree, id, version), foreign key (id, version) references questionnaires (id, version))`,
    sql`create table questionnaire_drafts (id text primary key, tree text not null, base text not null, base_version integer not null, document text not null, edition integer not null, changed text not null, account text not null, foreign key (base, base_version) references questionnaires (id, version))`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
