import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

/** Migrations only go forward and are numbered; each is tested from the version before with data in it. */
export type Dialect = 'sqlite' | 'postgres';

export function migrations(dialect: Dialect): MigrationProvider {
  return { getMigrations: async () => ({ '0001-first': first(dialect) }) };
}

function first(dialect: Dialect): Migration {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  // Keyed by a random id and without a row number, so that the table's order is not the order of arrival.
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const group = sql.raw(
    'service_point text not null, half_month text not null, channel text not null, form text not null',
  );
  const key = sql.raw(
    'questionnaire text not null, version integer not null, standing text not null, facet text not null, value text not null',
  );
  // facet first: a page reads one facet of many places, and the rows of the others lie elsewhere
  const keyColumns = sql.raw(
    'facet, service_point, half_month, channel, form, questionnaire, version, standing, value',
  );
  const name = sql.raw('name_vi text not null, name_en text not null');
  const dates = sql.raw('valid_from text not null, valid_to text');
  const statements = [
    sql`create table settings (name text primary key, value text not null)`,
    sql`create table units (id text primary key, parent text references units (id), tree text not null, kind text not null, ${name}, ${dates})`,
    sql`create table service_points (id text primary key, unit text not null references units (id), ${name}, opening text not null, fields text not null, ${dates})`,
    sql`create table fields (code text primary key, ${name})`,
    sql`create table questionnaires (id text not null, version integer not null, document text not null, sha256 text not null, primary key (id, version))`,
    sql`create table campaigns (id text primary key, unit text not null references units (id), ${name}, questionnaire text not null, version integer not null, starts text not null, ends text, statistic text not null, aggregation text not null, foreign key (questionnaire, version) references questionnaires (id, version))`,
    sql`create table targets (unit text not null references units (id), year integer not null, percent double precision not null, source_vi text not null, source_en text not null, primary key (unit, year))`,
    sql`create table codes (code text primary key, service_point text not null references service_points (id), field text, campaign text not null references campaigns (id), revoked integer not null)`,
    sql`create table devices (id text primary key, name text not null, campaign text not null references campaigns (id), state text not null, token_sha256 text unique, accepted integer not null, held integer not null, last_contact bigint not null, drained bigint not null, heartbeat text)`,
    sql`create table device_days (device text not null references devices (id), day text not null, counts text not null, primary key (device, day))`,
    sql`create table assignments (device text not null references devices (id), service_point text not null references service_points (id), starts text not null, ends text, primary key (device, service_point, starts))`,
    sql`create table submissions (id text primary key, p ${bytes} not null, half_day text not null, standing text not null) ${unordered}`,
    sql`create table quarantine (leaf text primary key, kind text not null, reason text not null, p ${bytes} not null, remark text) ${unordered}`,
    sql`create table remarks (hash text primary key, salt text not null, body text not null) ${unordered}`,
    sql`create table tallies (${group}, ${key}, vector ${bytes} not null, primary key (${keyColumns})) ${unordered}`,
    sql`create table pending_releases (${group}, waiting integer not null, late integer not null, primary key (service_point, half_month, channel, form)) ${unordered}`,
    sql`create table released (${group}, ${key}, vector ${bytes} not null, primary key (${keyColumns})) ${unordered}`,
    sql`create table accounts (id text primary key, login text not null unique, name text not null, role text not null, unit text not null references units (id), password text, closed integer not null)`,
    sql`create table links (secret_sha256 text primary key, kind text not null, subject text not null, expires bigint not null)`,
    sql`create table sessions (token_sha256 text primary key, account text not null references accounts (id), created bigint not null, seen bigint not null)`,
    sql`create index assignments_by_point on assignments (service_point)`,
    sql`create index sessions_by_account on sessions (account)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
