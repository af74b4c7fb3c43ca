import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import { halfDayAt, localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import type { Config } from '../config.ts';
import { judgeScores } from '../alerts/judge-scores.ts';
import { mailAlerts } from '../alerts/mail-alerts.ts';
import { type BackupPlaces, takeBackup, takenInWords } from '../jobs/backup.ts';
import { drill } from '../jobs/drill.ts';
import { exportAudit } from '../jobs/export-audit.ts';
import { makeRoot, writeRoot } from '../jobs/nightly-root.ts';
import { movedInWords, moveToPostgres } from '../jobs/move-to-postgres.ts';
import { type JobResult, nightOf, runNight } from '../jobs/night.ts';
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
import { CallFault } from './call-fault.ts';
import { mailInWords, testMail } from './mail-commands.ts';
import { exportTallies } from './nation-commands.ts';
import { verdictInWords, verifyExport } from './verify.ts';

/** The commands that keep the server alive: backups, restores, the night's work, what a start may refuse. */

export interface Context {
  readonly config: Config;
  readonly random: RandomBytes;
}
/** Brings the database up to this program, which every other command and the start do by themselves. */
export async function migrate({ config }: Context, { check }: { readonly check: boolean }): Promise<string> {
  const place = { file: sqliteFile(config), url: config.databaseUrl };
  const looked = await lookInto(place);
  await looked?.close();
  if (!looked) return 'There is no database yet: the first start makes it.';
  const { missing, unknown } = looked;
  if (unknown.length > 0)
    throw new CallFault(
      `This database was used with a newer version of this program (${unknown.join(', ')}) and was not touched. ` +
        'Install that version again, or restore the backup from before the upgrade.',
    );
  if (missing.length === 0) return 'The database fits this version. Nothing was to be done.';
  if (check)
    return `The database lacks ${missing.length} steps of this version: ${missing.join(', ')}. Nothing was changed (--check).`;
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, { work: 'jobs' })
    : await openSqlite(sqliteFile(config));
  await store.close();
  return `The database was brought up to this version by ${missing.length} steps: ${missing.join(', ')}.`;
}

type Operation = (store: Store, context: Context, words: readonly string[]) => Promise<string>;

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
    if (word !== undefined) throw new CallFault('Say "backup", "backup list" or "backup confirm SHA256".');
    return takenInWords(await takeBackup(store, placesOf(context.config), Date.now()));
  },

  drill: (store, { config }) => drill(store, placesOf(config), { openFile: openSqlite, clock: Date.now }),

  async night(store, { config, random }) {
    const keys = await openOwnKeys(store, keyFile(config));
    const lines: string[] = [];
    const deps = { store, keys, places: placesOf(config), openFile: openSqlite, clock: Date.now, random };
    const say = (job: string, { ok, said }: JobResult) =>
      lines.push(`${ok ? 'done  ' : 'FAILED'} ${job}: ${said}`);
    const allOk = await aloneInTheNight(config.databaseUrl, () => runNight(deps, say));
    if (!allOk) throw new CallFault(lines.join('\n'));
    return lines.join('\n') || `The night of ${nightOf(Date.now())} is done already.`;
  },

  async scores(store, { config, random }) {
    const mail = config.mail ? mailAlerts({ publicUrl: config.publicUrl, clock: Date.now }) : async () => {};
    return judgeScores({ store, clock: Date.now, random }, mail);
  },

  mail: (store, { config, random }, [word, address = '']) =>
    word === 'test' ? testMail(config, random, address) : mailInWords(store, config),

  async root(store, { config }) {
    const keys = await openOwnKeys(store, keyFile(config));
    const nowMs = Date.now();
    const root = await makeRoot(store, keys, { day: localDay(nowMs), nowMs });
    const file = writeRoot(root, keys.signPublic, config.dataDir, config.backupCopyDir);
    return `Root ${root.n} of ${root.day}: ${root.root}\nSend ${file} to the second body this evening.`;
  },

  async 'export-audit'(store, context, [folder]) {
    if (!folder) throw new CallFault('Name a new folder: npm run sipas -- export-audit FOLDER');
    const lines = await exportAudit(store, folder, localDay(Date.now()));
    await audit(store, context, 'export-audit', null);
    return [
      `Written to ${folder}: ${lines['submissions']} submissions, ${lines['seals']} seals, ${lines['roots']} roots.`,
      'It holds raw submissions: keep it in custody. Prove it against the mailed roots:',
      `  npm run sipas -- verify ${folder} --roots FILE`,
    ].join('\n');
  },

  async 'export-tallies'(store, { config, random }, words) {
    const keys = await openOwnKeys(store, keyFile(config));
    return exportTallies(store, { keys, random, clock: Date.now }, words);
  },

  async retention(store, context, [name, text]) {
    if (name !== undefined) {
      if (!Object.hasOwn(RETENTION_SETTINGS, `retention.${name}`))
        throw new CallFault(
          `The rules are: ${Object.keys(RETENTION_SETTINGS)
            .map((rule) => rule.replace('retention.', ''))
            .join(', ')}.`,
        );
      const rule = `retention.${name}` as RetentionSetting;
      const { least, most } = RETENTION_SETTINGS[rule];
      const value = Number(text);
      if (!Number.isInteger(value) || value < least || value > most)
        throw new CallFault(`${name} is a whole number from ${least} to ${most}.`);
      await store.write((tx) => setRetention(tx, rule, value));
      await audit(store, context, 'retention', `${name} ${value}`);
    }
    const rules = await retentionRules(store.read);
    return [
      `submission-months ${rules.submissionMonths}: submissions stay so long after their report year has closed, then only tallies`,
      `remark-days ${rules.remarkDays}: originals of remarks stay so long after their half-month`,
      `audit-months ${rules.auditMonths}: the audit log stays so long`,
      `dossier-phone-days ${rules.dossierPhoneDays}: telephone numbers of dossiers stay so long after the dossier was returned`,
      `dossier-months ${rules.dossierMonths}: dossiers stay so long, then only their counts`,
      `case-months ${rules.caseMonths}: cases stay so long after they have ended, with their words`,
    ].join('\n');
  },

  async clock(store, context, [word]) {
    if (word !== 'accept') throw new CallFault('Say "clock accept" when the clock of this machine is right.');
    const now = halfDayAt(Date.now());
    await store.write((tx) => acceptClock(tx, now));
    await audit(store, context, 'clock-accepted', now);
    return `From now on ${now} counts as the newest half-day. Answers dated later stay as they are. Start again: npm start`;
  },

  async keys(store, context, [word]) {
    if (word !== 'renew') throw new CallFault('Say "keys renew" when the key file is lost for good.');
    const file = keyFile(context.config);
    const keys = openKeys(file);
    await store.write((tx) => takeNewKeys(tx, keys, localDay(Date.now())));
    await audit(store, context, 'keys-renewed', null);
    return [
      `From now on the keys are those of ${file}. Save this file, apart from the backups.`,
      'What only the old ones open is lost: originals of remarks, rescue files made before, second factors of accounts',
      '(for each of these accounts: npm run sipas -- second-factor reset NAME).',
    ].join('\n');
  },
};

async function listBackups(store: Store): Promise<string> {
  const lines = (await allBackups(store.read)).map(
    ({ at, file, submissions, sha256, offMachine }) =>
      `${localDay(at)}  ${file}  ${submissions} submissions  ${offMachine ? 'also on another machine' : 'only here'}  ${sha256}`,
  );
  return lines.join('\n') || 'No backup has been taken yet. Take one: npm run sipas -- backup';
}

async function confirmBackup(store: Store, context: Context, sha256 = ''): Promise<string> {
  if (!(await store.write((tx) => confirmOffMachine(tx, sha256.toLowerCase()))))
    throw new CallFault(
      'There is no verified backup of that SHA-256. "npm run sipas -- backup list" shows them.',
    );
  await audit(store, context, 'backup-confirmed', sha256.toLowerCase());
  return 'Noted: this backup lies on another machine. Devices may rely on what it holds.';
}

/** Works without a database: it reads the export alone. */
export async function verifyFolder(
  [folder]: readonly string[],
  rootsFile: string | undefined,
): Promise<string> {
  if (!folder || !existsSync(join(folder, 'about.json')))
    throw new CallFault('Name the folder of an audit export: npm run sipas -- verify FOLDER --roots FILE');
  if (rootsFile !== undefined && !existsSync(rootsFile))
    throw new CallFault(`There is no file ${rootsFile}.`);
  const verdict = await verifyExport(
    folder,
    rootsFile === undefined ? undefined : readFileSync(rootsFile, 'utf8'),
  );
  if (verdict.findings.length > 0) throw new CallFault(verdictInWords(verdict));
  return verdictInWords(verdict);
}

/** Works without an open database: it puts one there. */
export async function restore({ config, random }: Context, [file]: readonly string[]): Promise<string> {
  if (!file || !existsSync(file))
    throw new CallFault(
      `Name the file of the backup: npm run sipas -- restore ${join(config.backupDir, 'sipas-….db')}`,
    );
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
export async function move({ config, random }: Context): Promise<string> {
  const url = config.databaseUrl;
  if (url === undefined)
    throw new CallFault(
      'Name the empty PostgreSQL database: DATABASE_URL=postgres://… npm run sipas -- move',
    );
  const file = sqliteFile(config);
  const moved = await moveToPostgres(file, {
    openServer: (hold) => openPostgres(url, { hold, work: 'jobs' }),
    clock: Date.now,
    random,
    tell: (line) => console.log(line),
  });
  return movedInWords(moved, file);
}
