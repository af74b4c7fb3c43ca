import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Batches of forms on paper, what is being keyed of them, and who keyed. */
export function paper(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const counts = sql.raw(
    ['printed', 'keyed', 'valid', 'under_half', 'drawn', 'twice', 'alone']
      .map((name) => `${name} integer not null`)
      .join(', '),
  );
  const statements = [
    sql`create table paper_batches (id text primary key, service_point text not null references service_points (id), campaign text not null references campaigns (id), field text, questionnaire text not null, version integer not null, form text not null, language text not null, half_month text not null, note text not null, sets text not null, made text not null, closed text, ${counts}, unusable text not null, compared text not null, draws_at integer, foreign key (questionnaire, version) references questionnaires (id, version))`,
    // keyed by a random id and without a row number: not the order in which forms were keyed
    sql`create table paper_entries (batch text not null references paper_batches (id), id text not null, state text not null, number integer, keyer text, first text, second text, primary key (batch, id)) ${unordered}`,
    sql`create table paper_keyers (batch text not null references paper_batches (id), account text not null, primary key (batch, account)) ${unordered}`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
