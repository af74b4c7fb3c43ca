import type { SaidStoreWords } from './said-store-vi.ts';

export const saidStoreEn: SaidStoreWords = {
  folderNotMade: (folder) => `The data folder ${folder} cannot be made. Choose another one with DATA_DIR=…`,
  unsafeSqlite: (version) =>
    `SQLite ${version} can lose data. Install the versions of package-lock.json with npm ci.`,
  damaged: (file) =>
    `The database ${file} is damaged. Nothing in it was changed. Restore the newest backup to its place: ` +
    'npm run sipas -- restore FILE (it moves the damaged one aside).',
  notWritable: (folder) =>
    `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another one with DATA_DIR=…`,
  notOpened: (file, code) => `The database ${file} cannot be opened (${code}). Run: npm run sipas -- doctor`,
  moved: (file, marker) =>
    `The database ${file} was moved to PostgreSQL. Name that database in DATABASE_URL, then start again. Only if that move ` +
    `did not end: run it again, or remove ${marker} to go on here.`,
  busyRestoring: (file) =>
    `A restore or a move of ${file} is under way. Wait until it has ended, then run the same command again.`,
  inUse: (file) =>
    `The server or another command has ${file} open. Stop the server, then run the same command again.`,
  newer:
    'This database was already used with a newer version of this program, and was not touched. Install that version ' +
    'or a newer one, then start again.',
  notBrought:
    'The database was made by another version of this program and cannot be brought up to date. ' +
    'Restore the backup from before the upgrade, or install the old version again.',
  otherWords: (id, version) =>
    `Questionnaire ${id} version ${version} is published already with other words. A change needs a new version.`,
  oddId: (id) =>
    `No device has made the submission whose id is ${id}: it was written into the database, and PostgreSQL cannot ` +
    'hold it. Nothing was changed. Find out who did that ("verify" tells what else they changed), take the row out of ' +
    'submissions, then run the same command again.',
  nightElsewhere: 'Another process does the work of this night. Look again in a few minutes.',
  busy: 'Another program has been writing into the database for too long. Nothing was written. Wait some minutes, then run the same command again.',
  away: 'The connection to the database broke on the way. Run the same command again; if it comes again: npm run sipas -- doctor',
  full: 'The disk is full. Make room (delete nothing in the data folder), then run the same command again. How full: npm run sipas -- doctor',
  noOpenPoint: (point) =>
    `There is no open service point ${point} with a campaign. Make a campaign for it first.`,
  keysUnreadable: (file) =>
    `The key file ${file} cannot be read. Put the saved copy of it back; nothing was changed.`,
  found: {
    tally: (key) => `a tally differs from a recount: ${key}`,
    rootHash: (n) => `root ${n} is not the hash of its document`,
    rootOrder: (n) => `root ${n} does not follow the one before`,
    rootSeals: (n) => `the seals of root ${n} are not those it was made of`,
    rootEntries: (n) => `the entries of root ${n} are not those it was made of`,
    dangling: 'a row refers to one that is missing',
    table: (table, code) => `${table}: cannot be read (${code})`,
  },
};
