import type { SaidPostgresWords } from './said-postgres-vi.ts';

export const saidPostgresEn: SaidPostgresWords = {
  cannot: {
    '3D000': (code) =>
      `The PostgreSQL database of DATABASE_URL does not exist. Make it (createdb), or correct DATABASE_URL (${code}).`,
    '28P01': (code) =>
      `The PostgreSQL database of DATABASE_URL does not take this name and password. Correct them in DATABASE_URL (${code}).`,
    '28000': (code) =>
      `The PostgreSQL database of DATABASE_URL does not let this role in from here. Look at pg_hba.conf, or correct DATABASE_URL (${code}).`,
    '53300': (code) =>
      `The PostgreSQL database of DATABASE_URL has no connection left. Lower DATABASE_POOL, or raise max_connections (${code}).`,
    other: (code) =>
      `The PostgreSQL database of DATABASE_URL does not answer. Start PostgreSQL, or correct DATABASE_URL (${code}).`,
  },
  noTables:
    'The role of DATABASE_URL may not make tables in this database. Make it the owner of the database: ' +
    'alter database NAME owner to ROLE',
  busyRestoring:
    'A restore of this PostgreSQL database is under way. Wait until it has ended, then run the same command again.',
  inUse:
    'The server or another command has this PostgreSQL database open. Stop the server, then run the same command again.',
  holdLost:
    'The connection that kept other programs out of this PostgreSQL database broke. Nothing was written. Run the ' +
    'same command again.',
  tooOld: (version, oldest) =>
    `PostgreSQL ${version} is too old: ${oldest} or newer is needed. Upgrade the server (pg_upgrade), then start again.`,
  encoding: (encoding) =>
    `The database of DATABASE_URL is encoded in ${encoding}, which cannot hold every name. Make another one: ` +
    "create database NAME template template0 encoding 'UTF8'",
  standby:
    'The server of DATABASE_URL is a standby, which only reads. Name the primary server, or promote this one.',
  readOnly:
    'The database of DATABASE_URL is set to be read only (default_transaction_read_only). Set it off for this ' +
    'database and role, then start again.',
  commitOff: (value) =>
    `synchronous_commit is ${value} by an option of DATABASE_URL: a power cut would lose what was receipted. ` +
    'Remove that option.',
  fsync: (fix) =>
    `fsync is off in this PostgreSQL server: a power cut loses or damages the database. Set it on (${fix}), then start again.`,
  fullPageWrites: (fix) =>
    `full_page_writes is off in this PostgreSQL server: a power cut can tear pages apart. Set it on (${fix}), then start again.`,
  commitTimes:
    'track_commit_timestamp is on in this PostgreSQL server: it keeps the second of every answer. Set it off ' +
    '(alter system set track_commit_timestamp = off, then restart PostgreSQL), then start again.',
  logsAnswers: (fix) =>
    'This PostgreSQL server logs statements with their values: its log would hold what citizens answer. Leave the values out ' +
    `(${fix}), then start again.`,
  checksums:
    'data checksums are off in this PostgreSQL server: what a disk alters would go unnoticed until the night ' +
    'counts anew. Stop PostgreSQL, run pg_checksums --enable, start it again.',
  superuser:
    'the role of DATABASE_URL is a superuser. A role that only owns its database is enough: docs/deploy/postgres.md.',
  connections: (wanted, allowed) =>
    `this server may open ${wanted} connections and PostgreSQL lets in ${allowed} of all programs together. ` +
    'Lower DATABASE_POOL, or raise max_connections.',
  warning: (sentence) => `WARNING: ${sentence}`,
};
