import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Access codes with which programs read. */
export function apiTokens(): Migration {
  const statements = [
    sql`create table api_tokens (id text primary key, secret_sha256 text not null unique, name text not null, unit text not null references units (id), scopes text not null, made_by text not null references accounts (id), made text not null, until text not null, last_used text, revoked text)`,
    sql`create index api_tokens_by_maker on api_tokens (made_by)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
