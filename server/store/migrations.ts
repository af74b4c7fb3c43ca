import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { decodeSubmission } from '../../shared/submission.ts';
import { alerts } from './alerts-migration.ts';
import { apiTokens } from './api-tokens-migration.ts';
import { calls, silentNumbers } from './calls-migration.ts';
import { cases } from './cases-migration.ts';
import { certifiedReports } from './certified-migration.ts';
import { campaigns } from './campaigns-migration.ts';
import { consentScripts } from './consent-migration.ts';
import { faceRechecks, rechecks } from './rechecks-migration.ts';
import { cutFacets } from './cut-facets-migration.ts';
import { contacts } from './contacts-migration.ts';
import { dossiers } from './dossiers-migration.ts';
import { facetsDue } from './facets-due-migration.ts';
import { moves } from './moves-migration.ts';
import { importedResults } from './imported-results-migration.ts';
import { languages } from './languages-migration.ts';
import { leafOf } from './leaves.ts';
import { packedRows } from './packed-migration.ts';
import { paper } from './paper-migration.ts';
import { peopleAndFields } from './people-and-fields-migration.ts';
import { publicPages } from './public-pages-migration.ts';
import { placeNamed } from './quarantine.ts';
import { questionnaires } from './questionnaires-migration.ts';
import { shortColumns } from './short-columns-migration.ts';
import { staffPhones } from './staff-phones-migration.ts';
import type { Tables } from './tables.ts';
import { tallyMarks } from './tally-marks-migration.ts';
import { together } from './together-migration.ts';
import { linkMakers, treeDays } from './tree-days-migration.ts';
import { cohortReviews } from './trust-migration.ts';

/** Migrations only go forward and are numbered; each is tested from the version before with data in it. */
export type Dialect = 'sqlite' | 'postgres';

export function migrations(dialect: Dialect): MigrationProvider {
  return {
    getMigrations: async () => ({
      '0001-first': first(dialect),
      '0002-trust': trust(dialect),
      '0003-bounds': bounds(),
      '0004-findings': findings(dialect),
      '0005-campaigns': campaigns(),
      '0006-people-and-fields': peopleAndFields(dialect),
      '0007-codes': codes(dialect),
      '0008-tree-days': treeDays(),
      '0009-link-makers': linkMakers(),
      '0010-languages': languages(dialect),
      '0011-dossiers': dossiers(dialect),
      '0012-contacts': contacts(),
      '0013-paper': paper(dialect),
      '0014-staff-phones': staffPhones(),
      '0015-calls': calls(dialect),
      '0016-silent-numbers': silentNumbers(dialect),
      '0017-rechecks': rechecks(dialect),
      '0018-cohort-reviews': cohortReviews(dialect),
      '0019-moves': moves(dialect),
      '0020-questionnaires': questionnaires(),
      '0021-consent': consentScripts(),
      '0022-alerts': alerts(dialect),
      '0023-face-rechecks': faceRechecks(),
      '0024-cut-facets': cutFacets(),
      '0025-cases': cases(dialect),
      '0028-certified-reports': certifiedReports(dialect),
      '0029-public-pages': publicPages(dialect),
      '0030-api-tokens': apiTokens(),
      '0032-tally-marks': tallyMarks(dialect),
      '0033-imported-results': importedResults(dialect),
      '0035-together': together(dialect),
      '0037-packed-rows': packedRows(dialect),
      '0040-facets-due': facetsDue(dialect),
      '0041-short-columns': shortColumns(dialect),
    }),
  };
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

/** Enrolment by code, seals, roots, backups, roles and the audit log. */
function trust(dialect: Dialect): Migration {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    // factors move by steps of their own: what waits keeps its state
    sql`create table released_factors (service_point text not null, half_month text not null, channel text not null, form text not null, questionnaire text not null, version integer not null, standing text not null, facet text not null, value text not null, vector ${bytes} not null, primary key (service_point, half_month, channel, form, questionnaire, version, standing)) ${unordered}`,
    sql`insert into released_factors select * from released where facet = ''`,
    sql`alter table devices add column replaces text`,
    sql`alter table devices add column safe_seal integer not null default 0`,
    sql`alter table devices add column pin text`,
    sql`update devices set state = 'retired' where state = 'revoked'`,
    sql`create table device_states (device text not null references devices (id), seq integer not null, day text not null, state text not null, note text not null, primary key (device, seq))`,
    // selector finds the code, only the rest of it is secret: five wrong tries and it is gone
    sql`create table enrolment_codes (selector text primary key, secret_sha256 text not null, device text not null references devices (id), expires bigint not null, tries integer not null, used_key text)`,
    // without a reference: the keys of a removed demo device still prove its seals
    sql`create table device_keys (device text not null, from_seal integer not null, public_key text not null, primary key (device, from_seal))`,
    // no time of arrival beside a seal: only the half-day that it names itself
    sql`create table seals (device text not null, n integer not null, hash text not null unique, prev text not null, total integer not null, b text not null, s text not null, sig text not null, root integer, primary key (device, n)) ${unordered}`,
    sql`create table refused_seals (hash text primary key, device text not null, n integer not null, reason text not null, s text not null, sig text not null) ${unordered}`,
    // every leaf that was ever taken or sealed; it stays when retention removes the submission
    sql`create table leaves (leaf ${bytes} primary key, kept integer not null, sealed integer not null) ${unordered}`,
    // own phones have no key: the server seals them in the night, and this table is empty then
    sql`create table phone_leaves (leaf ${bytes} primary key) ${unordered}`,
    sql`create table entries (hash text primary key, kind text not null, day text not null, document text not null, root integer) ${unordered}`,
    // leaves of what retention removed, with the entry that says so: what the seals name stays explained
    sql`create table removed_leaves (leaf ${bytes} primary key, entry text not null) ${unordered}`,
    sql`create table roots (n integer primary key, day text not null, document text not null, root text not null unique, sig text not null)`,
    sql`create table reattributions (id text primary key, from_point text not null references service_points (id), to_point text not null references service_points (id), from_day text not null, to_day text not null, reason text not null, author text not null, day text not null)`,
    sql`create table backups (sha256 text primary key, at bigint not null, file text not null, size_bytes bigint not null, submissions integer not null, root text, seals text not null, verified integer not null, off_machine integer not null)`,
    sql`create table audit (id text primary key, at bigint not null, account text, unit text, what text not null, subject text, details text not null)`,
    sql`create index audit_by_time on audit (at)`,
    sql`alter table accounts add column totp text`,
    sql`alter table accounts add column totp_step bigint`,
    // 'full', or 'second-factor' while the account must still set one up
    sql`alter table sessions add column stage text not null default 'full'`,
    // who was signed in by a password alone signs in anew
    sql`delete from sessions`,
    sql`alter table links add column role text`,
    sql`alter table quarantine add column decision text not null default 'open'`,
    // the half-month in which it came: its remark goes with those of the same age
    sql`alter table quarantine add column half_month text`,
    // what is shown is masked; the original is locked with a key outside of the database and goes after 90 days
    sql`alter table remarks add column masked text`,
    sql`alter table remarks add column half_month text`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
      await indexLeaves(db);
    },
  };
}

/** Submissions of before are found by their leaf like later ones; own phones' wait for the server's seal. */
async function indexLeaves(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('submissions')
      .select(['id', 'p'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(1_000)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    const read = rows.map(({ p }) => Buffer.from(p).toString());
    const bytesOf = (p: string) => Buffer.from(leafOf(p), 'hex');
    await db
      .insertInto('leaves')
      .values(read.map((p) => ({ leaf: bytesOf(p), kept: 1, sealed: 0 })))
      .execute();
    const phones = read.filter((p) => decodeSubmission(p)?.ch === 'qr');
    if (phones.length > 0)
      await db
        .insertInto('phone_leaves')
        .values(phones.map((p) => ({ leaf: bytesOf(p) })))
        .execute();
  }
}

/** Quarantine that is counted without being read, and a bound to what one device can have set aside. */
function bounds(): Migration {
  const statements = [
    // what the bytes name, read once; the index holds all that a page of cohorts is counted from
    sql`alter table quarantine add column named_point text`,
    sql`alter table quarantine add column named_half_month text`,
    sql`create index quarantine_cohorts on quarantine (decision, reason, kind, named_point, named_half_month, leaf)`,
    // what a person has looked at, of the device's `held` and of its refused seals
    sql`alter table devices add column held_seen integer not null default 0`,
    sql`alter table refused_seals add column seen integer not null default 0`,
    sql`create index refused_seals_by_device on refused_seals (device, seen)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
      await nameHeld(db);
    },
  };
}

async function nameHeld(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('quarantine')
      .select(['leaf', 'p'])
      .where('leaf', '>', after)
      .orderBy('leaf')
      .limit(1_000)
      .execute();
    if (rows.length === 0) return;
    after = rows.at(-1)!.leaf;
    for (const { leaf, p } of rows) {
      const { point, halfMonth } = placeNamed(Buffer.from(p).toString());
      await db
        .updateTable('quarantine')
        .set({ named_point: point, named_half_month: halfMonth })
        .where('leaf', '=', leaf)
        .execute();
    }
  }
}

/** What the night finds of service points. */
function findings(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table findings (service_point text not null references service_points (id), half_month text not null, forms integer not null, signs text not null, primary key (service_point, half_month)) ${unordered}`.execute(
        db,
      );
    },
  };
}

/** Walk-up codes that end and are renewed, and one-time tickets in batches. */
function codes(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    sql`alter table codes add column counter text`,
    // 1: asks for its own campaign as long as that runs; else for whichever runs at its place
    sql`alter table codes add column pinned integer not null default 0`,
    sql`alter table codes add column made text`,
    // the last day on which it opens a visit; null = no end
    sql`alter table codes add column ends text`,
    sql`alter table codes add column successor text`,
    // days only: an instant of making, or of use, could be laid beside answers
    sql`create table ticket_batches (id text primary key, service_point text not null references service_points (id), counter text, field text, campaign text not null references campaigns (id), note text not null, made text not null, expires text not null, count integer not null, ended text, answered integer)`,
    // only hashes, and only of tickets nobody has used: a used one is deleted, not marked
    sql`create table tickets (ticket text primary key, batch text not null references ticket_batches (id)) ${unordered}`,
    sql`create index tickets_by_batch on tickets (batch)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
