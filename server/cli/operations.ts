import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import { halfDayAt, localDay } from '../../shared/period.ts';
import type { Said } from '../said/said.ts';
import { audited } from '../audited.ts';
import type { Config } from '../config.ts';
import { judgeScores } from '../alerts/judge-scores.ts';
import { mailAlerts } from '../alerts/mail-alerts.ts';
import { type BackupPlaces, takeBackup, takenInWords } from '../jobs/backup.ts';
import { drill } from '../jobs/drill.ts';
import { exportAudit } from '../jobs/export-audit.ts';
import { makeRoot, writeRoot } from '../jobs/nightly-root.ts';
import { movedInWords, moveToPostgres } from '../jobs/move-to-postgres.ts';
import { type JobName, type JobResult, nightOf, runNight } from '../jobs/night.ts';
import { restoreBackup, restoredInWords, topUnit } from '../jobs/restore.ts';
import { openKeys } from '../keys.ts';
import { openOwnKeys, takeNewKeys } from '../start-checks.ts';
import { allBackups, confirmOffMachine } from '../store/backups.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import { acceptClock } from '../store/newest-half-day.ts';
import {
  RETENTION_SETTINGS,
  type RetentionSetting,
  retentionRules,
  setRetention,
} from '../store/retention.ts';
import { lookInto } from '../store/look-into.ts';
import { openPostgres, openSqlite, type Store } from '../store/store.ts';
import { aloneInTheNight } from '../store/together.ts';
import { codeOf } from '../doctor/checked-ground.ts';
import { CallFault, sayOne } from './call-fault.ts';
import { mailInWords, testMail } from './mail-commands.ts';
import { exportTallies } from './nation-commands.ts';
import { verdictInWords, verifyExport } from './verify.ts';

/** The commands that keep the server alive: backups, restores, the night's work, what a start may refuse. */

export interface Context {
  readonly config: Config;
  readonly random: RandomBytes;
}
/** Brings the database up to this program, which every other command and the start do by themselves. */
export async function migrate({ config }: Context, { check }: { readonly check: boolean }): Promise<Said> {
  const place = { file: sqliteFile(config), url: config.databaseUrl };
  const looked = await lookInto(place);
  await looked?.close();
  if (!looked) return ({ backup }) => backup.migrate.none;
  const { missing, unknown } = looked;
  if (unknown.length > 0) throw new CallFault(({ backup }) => backup.migrate.newer(unknown));
  if (missing.length === 0) return ({ backup }) => backup.migrate.fits;
  if (check) return ({ backup }) => backup.migrate.lacks(missing);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { work: 'jobs' })
    : await openSqlite(sqliteFile(config));
  await store.close();
  return ({ backup }) => backup.migrate.brought(missing);
}

type Operation = (store: Store, context: Context, words: readonly string[]) => Promise<Said>;

export const sqliteFile = (config: Config) => join(config.dataDir, 'sipas.db');
const keyFile = (config: Config) => join(config.dataDir, 'keys.json');
const placesOf = (config: Config): BackupPlaces => config;

/** An operator's act, readable by the auditor; the operator is whoever may run commands on the server. */
async function audit(store: Store, { random }: Context, what: string, subject: string | null): Promise<void> {
  // read by the auditor of the topmost unit
  const unit = topUnit(await allUnits(store.read));
  const line = { account: null, unit, what, subject, details: { by: 'operator' } };
  await store.write((tx) => note(tx, audited({ clock: Date.now, random }, line)));
}

export const operations: Readonly<Record<string, Operation>> = {
  async backup(store, context, [word, sha256]) {
    if (word === 'list') return listBackups(store);
    if (word === 'confirm') return confirmBackup(store, context, sha256);
    if (word !== undefined) throw new CallFault(sayOne('backup', 'backup list', 'backup confirm'));
    return takenInWords(await takeBackup(store, placesOf(context.config), Date.now()));
  },

  drill: (store, { config }) => drill(store, placesOf(config), { openFile: openSqlite, clock: Date.now }),

  async night(store, { config, random }) {
    const keys = await openOwnKeys(store, keyFile(config));
    const results: (readonly [JobName, JobResult])[] = [];
    const deps = { store, keys, places: placesOf(config), openFile: openSqlite, clock: Date.now, random };
    const allOk = await aloneInTheNight(config.databaseUrl, () =>
      runNight(deps, (job, result) => results.push([job, result])),
    );
    const said = nightInWords(results);
    if (!allOk) throw new CallFault(said);
    return said;
  },

  async scores(store, { config, random }) {
    const mail = config.mail ? mailAlerts({ publicUrl: config.publicUrl, clock: Date.now }) : async () => {};
    return judgeScores({ store, clock: Date.now, random }, mail);
  },

  async mail(store, { config, random }, [word, address = '']) {
    if (word === undefined) return mailInWords(store, config);
    if (word !== 'test') throw new CallFault(sayOne('mail', 'mail test'));
    return testMail(config, random, address);
  },

  async root(store, { config }) {
    const keys = await openOwnKeys(store, keyFile(config));
    const nowMs = Date.now();
    const root = await makeRoot(store, keys, { day: localDay(nowMs), nowMs });
    const file = writeRoot(root, keys.signPublic, config.dataDir, config.backupCopyDir);
    return ({ night }) => night.root(root.n, root.day, root.root, file);
  },

  async 'export-audit'(store, context, [folder]) {
    if (!folder) throw new CallFault(({ night }) => night.exportAudit.name);
    const lines = await exportAudit(store, folder, localDay(Date.now()));
    await audit(store, context, 'export-audit', null);
    const { submissions = 0, seals = 0, roots = 0 } = lines;
    return ({ night }) => night.exportAudit.written(folder, submissions, seals, roots);
  },

  async 'export-tallies'(store, { config, random }, words) {
    const keys = await openOwnKeys(store, keyFile(config));
    return exportTallies(store, { keys, random, clock: Date.now }, words);
  },

  async retention(store, context, [name, text]) {
    if (name !== undefined) {
      if (!Object.hasOwn(RETENTION_SETTINGS, `retention.${name}`))
        throw new CallFault(({ night }) => night.retention.names(RULE_NAMES));
      const rule = `retention.${name}` as RetentionSetting;
      const { least, most } = RETENTION_SETTINGS[rule];
      const value = Number(text || NaN);
      if (!Number.isInteger(value) || value < least || value > most)
        throw new CallFault(({ night }) => night.retention.range(name, least, most));
      await store.write((tx) => setRetention(tx, rule, value));
      await audit(store, context, 'retention', `${name} ${value}`);
    }
    const rules = await retentionRules(store.read);
    return ({ night: { retention } }) =>
      [
        retention.submissionMonths(rules.submissionMonths),
        retention.remarkDays(rules.remarkDays),
        retention.auditMonths(rules.auditMonths),
        retention.dossierPhoneDays(rules.dossierPhoneDays),
        retention.dossierMonths(rules.dossierMonths),
        retention.caseMonths(rules.caseMonths),
      ].join('\n');
  },

  async clock(store, context, [word]) {
    if (word !== 'accept') throw new CallFault(({ night }) => night.clock.say);
    const now = halfDayAt(Date.now());
    await store.write((tx) => acceptClock(tx, now));
    await audit(store, context, 'clock-accepted', now);
    return ({ night }) => night.clock.accepted(now);
  },

  async keys(store, context, [word]) {
    if (word !== 'renew') throw new CallFault(({ night }) => night.keys.say);
    const file = keyFile(context.config);
    const keys = openKeys(file);
    await store.write((tx) => takeNewKeys(tx, keys, localDay(Date.now())));
    await audit(store, context, 'keys-renewed', null);
    return ({ night }) => night.keys.renewed(file);
  },
};

const nightInWords =
  (results: readonly (readonly [JobName, JobResult])[]): Said =>
  (words) =>
    results
      .map(([job, { ok, said }]) => {
        const { night } = words;
        return (ok ? night.line : night.failedLine)(night.jobs[job], said[words.language]);
      })
      .join('\n') || words.night.done(nightOf(Date.now()));

const RULE_NAMES = Object.keys(RETENTION_SETTINGS).map((rule) => rule.replace('retention.', ''));

async function listBackups(store: Store): Promise<Said> {
  const backups = await allBackups(store.read);
  return ({ backup: { list } }) =>
    backups
      .map(({ at, file, submissions, sha256, offMachine }) =>
        list.line(localDay(at), file, submissions, offMachine, sha256),
      )
      .join('\n') || list.none;
}

async function confirmBackup(store: Store, context: Context, sha256 = ''): Promise<Said> {
  if (!(await store.write((tx) => confirmOffMachine(tx, sha256.toLowerCase()))))
    throw new CallFault(({ backup }) => backup.list.unknown);
  await audit(store, context, 'backup-confirmed', sha256.toLowerCase());
  return ({ backup }) => backup.list.confirmed;
}

/** Works without a database: it reads the export alone. */
export async function verifyFolder(
  [folder]: readonly string[],
  rootsFile: string | undefined,
): Promise<Said> {
  if (!folder || !existsSync(join(folder, 'about.json'))) throw new CallFault(({ proof }) => proof.name);
  const mailed = rootsFile === undefined ? undefined : mailedRoots(rootsFile);
  const verdict = await verifyExport(folder, mailed).catch((error: unknown) => {
    throw new CallFault(({ proof }) => proof.unreadable(folder, codeOf(error)));
  });
  const said: Said = ({ proof }) => verdictInWords(verdict, proof);
  if (verdict.findings.length > 0) throw new CallFault(said);
  return said;
}

function mailedRoots(file: string): string {
  if (!existsSync(file)) throw new CallFault(({ call }) => call.fileMissing(file));
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CallFault(({ call }) => call.notReadable(file));
  }
}

/** Works without an open database: it puts one there. */
export async function restore({ config, random }: Context, [file]: readonly string[]): Promise<Said> {
  if (!file) throw new CallFault(({ backup }) => backup.restore.name(join(config.backupDir, 'sipas-….db')));
  const url = config.databaseUrl;
  const restored = await restoreBackup(file, sqliteFile(config), {
    openFile: openSqlite,
    openServer: url === undefined ? undefined : (hold) => openPostgres(url, { hold, work: 'jobs' }),
    nowMs: Date.now(),
    random,
  });
  return restoredInWords(restored);
}

/** Works without an open database too: it takes both alone. */
export async function move({ config, random }: Context, tell: (said: Said) => void): Promise<Said> {
  const url = config.databaseUrl;
  if (url === undefined) throw new CallFault(({ backup }) => backup.move.nameDatabase);
  const file = sqliteFile(config);
  const moved = await moveToPostgres(file, {
    openServer: (hold) => openPostgres(url, { hold, work: 'jobs' }),
    clock: Date.now,
    random,
    tell,
  });
  return movedInWords(moved, file);
}
