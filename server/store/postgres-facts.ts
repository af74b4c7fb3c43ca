import { type Kysely, sql } from 'kysely';
import { StoreFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

/**
 * What a PostgreSQL server says of itself, and what the promise needs of it: what was receipted is on the disk and stays
 * readable after a power cut, and nothing beside it tells who answered what. Each fault is a sentence with the next step.
 */
export interface PostgresFacts {
  /** 180004 = 18.4. */
  readonly version: number;
  readonly encoding: string;
  readonly isStandby: boolean;
  readonly isReadOnly: boolean;
  readonly synchronousCommit: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly commitTimes: string;
  /** Statements get into the log, all or those that take long, and their values with them. */
  readonly logsAnswers: boolean;
  readonly checksums: string;
  readonly isSuperuser: boolean;
  /** Connections that are left for roles like this one. */
  readonly connections: number;
}

export async function postgresFacts(db: Kysely<Tables>): Promise<PostgresFacts> {
  const { rows } = await sql<PostgresFacts>`select
    current_setting('server_version_num')::int as "version", current_setting('server_encoding') as "encoding",
    pg_is_in_recovery() as "isStandby", current_setting('default_transaction_read_only') = 'on' as "isReadOnly",
    current_setting('synchronous_commit') as "synchronousCommit", current_setting('fsync') as "fsync",
    current_setting('full_page_writes') as "fullPageWrites", current_setting('data_checksums') as "checksums",
    current_setting('track_commit_timestamp') as "commitTimes",
    current_setting('log_parameter_max_length') <> '0' and (current_setting('log_statement') in ('mod', 'all')
      or current_setting('log_min_duration_statement') <> '-1' or current_setting('log_min_duration_sample') <> '-1'
      or current_setting('log_transaction_sample_rate') <> '0') as "logsAnswers",
    (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser",
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as "connections"
  `.execute(db);
  return rows[0]!;
}

/** The oldest version that PostgreSQL still mends (postgresql.org/support/versioning, November 2026). */
const OLDEST = 15;

/** Refuses, in development too, what no database of ours may be. `facts`: of the connection that writes. */
export function refuseUnfit(facts: PostgresFacts): void {
  const { version, encoding, isStandby, isReadOnly, synchronousCommit } = facts;
  const refuse = (sentence: string) => {
    throw new StoreFault(sentence);
  };
  if (version < OLDEST * 10_000)
    refuse(
      `PostgreSQL ${Math.floor(version / 10_000)} is too old: ${OLDEST} or newer is needed. Upgrade the server (pg_upgrade), then start again.`,
    );
  if (encoding !== 'UTF8')
    refuse(
      `The database of DATABASE_URL is encoded in ${encoding}, which cannot hold every name. Make another one: ` +
        "create database NAME template template0 encoding 'UTF8'",
    );
  if (isStandby)
    refuse(
      'The server of DATABASE_URL is a standby, which only reads. Name the primary server, or promote this one.',
    );
  if (isReadOnly)
    refuse(
      'The database of DATABASE_URL is set to be read only (default_transaction_read_only). Set it off for this ' +
        'database and role, then start again.',
    );
  if (synchronousCommit !== 'on')
    refuse(
      `synchronous_commit is ${synchronousCommit} by an option of DATABASE_URL: a power cut would lose what was receipted. ` +
        'Remove that option.',
    );
}

const those = (all: readonly (readonly [isSo: boolean, sentence: string])[]) =>
  all.flatMap(([isSo, sentence]) => (isSo ? [sentence] : []));
const setTo = (setting: string) => `alter system set ${setting}; select pg_reload_conf()`;

/** What a server in use for real may not be: it could lose a receipt or tell on a citizen. While trying it is only said. */
export function dangers(facts: PostgresFacts): string[] {
  return those([
    [
      facts.fsync !== 'on',
      `fsync is off in this PostgreSQL server: a power cut loses or damages the database. Set it on (${setTo('fsync = on')}), then start again.`,
    ],
    [
      facts.fullPageWrites !== 'on',
      `full_page_writes is off in this PostgreSQL server: a power cut can tear pages apart. Set it on (${setTo('full_page_writes = on')}), then start again.`,
    ],
    [
      facts.commitTimes !== 'off',
      'track_commit_timestamp is on in this PostgreSQL server: it keeps the second of every answer. Set it off ' +
        '(alter system set track_commit_timestamp = off, then restart PostgreSQL), then start again.',
    ],
    [
      facts.logsAnswers,
      'This PostgreSQL server logs statements with their values: its log would hold what citizens answer. Leave the values out ' +
        `(${setTo('log_parameter_max_length = 0')}), then start again.`,
    ],
  ]);
}

/**
 * Connections of a server beside those that read: one writes, one holds the database, one hears of other instances, four
 * remember with them.
 */
export const BESIDE_READING = 7;

/** What endangers nothing at once, but wants to be set right. `wanted`: connections that this server may open. */
export function warnings({ checksums, isSuperuser, connections }: PostgresFacts, wanted: number): string[] {
  return those([
    [
      checksums !== 'on',
      'WARNING: data checksums are off in this PostgreSQL server: what a disk alters would go unnoticed until the night ' +
        'counts anew. Stop PostgreSQL, run pg_checksums --enable, start it again.',
    ],
    [
      isSuperuser,
      'WARNING: the role of DATABASE_URL is a superuser. A role that only owns its database is enough: docs/deploy/postgres.md.',
    ],
    [
      wanted > connections,
      `WARNING: this server may open ${wanted} connections and PostgreSQL lets in ${connections} of all programs together. ` +
        'Lower DATABASE_POOL, or raise max_connections.',
    ],
  ]);
}
