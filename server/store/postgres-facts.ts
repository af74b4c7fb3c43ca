import { type Kysely, sql } from 'kysely';
import type { Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
import { StoreFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

/**
 * What a PostgreSQL server says of itself, and what the promise needs of it: what was receipted is on the disk and stays
 * readable after a power cut, and nothing beside it tells who answered what. Each fault names the next step.
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
  const refuse = (said: (words: OperatorWords['postgres']) => string) => {
    throw new StoreFault(({ postgres }) => said(postgres));
  };
  if (version < OLDEST * 10_000) refuse((words) => words.tooOld(Math.floor(version / 10_000), OLDEST));
  if (encoding !== 'UTF8') refuse((words) => words.encoding(encoding));
  if (isStandby) refuse(({ standby }) => standby);
  if (isReadOnly) refuse(({ readOnly }) => readOnly);
  if (synchronousCommit !== 'on') refuse(({ commitOff }) => commitOff(synchronousCommit));
}

const those = (all: readonly (readonly [isSo: boolean, said: Said])[]): Said[] =>
  all.flatMap(([isSo, said]) => (isSo ? [said] : []));
const setTo = (setting: string) => `alter system set ${setting}; select pg_reload_conf()`;

/** What a server in use for real may not be: it could lose a receipt or tell on a citizen. While trying it is only said. */
export function dangers(facts: PostgresFacts): Said[] {
  return those([
    [facts.fsync !== 'on', ({ postgres }) => postgres.fsync(setTo('fsync = on'))],
    [
      facts.fullPageWrites !== 'on',
      ({ postgres }) => postgres.fullPageWrites(setTo('full_page_writes = on')),
    ],
    [facts.commitTimes !== 'off', ({ postgres }) => postgres.commitTimes],
    [facts.logsAnswers, ({ postgres }) => postgres.logsAnswers(setTo('log_parameter_max_length = 0'))],
  ]);
}

/**
 * Connections of a server beside those that read: one writes, one holds the database, one hears of other instances, four
 * remember with them.
 */
export const BESIDE_READING = 7;

/** What endangers nothing at once, but wants to be set right. `wanted`: connections that this server may open. */
export function warnings({ checksums, isSuperuser, connections }: PostgresFacts, wanted: number): Said[] {
  return those([
    [checksums !== 'on', ({ postgres }) => postgres.checksums],
    [isSuperuser, ({ postgres }) => postgres.superuser],
    [wanted > connections, ({ postgres }) => postgres.connections(wanted, connections)],
  ]);
}
