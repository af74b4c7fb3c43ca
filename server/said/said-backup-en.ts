import type { SaidBackupWords } from './said-backup-vi.ts';

export const saidBackupEn: SaidBackupWords = {
  take: {
    copyHolds: (found, least, most) =>
      `the copy holds ${found} submissions, the database ${least} to ${most}`,
    notGood: (faults) =>
      `The backup is not good and was not kept:\n  ${faults.join('\n  ')}\n` +
      'Do not remove older backups. "npm run sipas -- rebuild --check" looks at the tallies; ' +
      'where the database itself is damaged, stop the server and restore the newest backup.',
    noRoom: (folder, megabytes) =>
      `There is not enough room for a backup in ${folder} (${megabytes} MB). Make room there, ` +
      'or choose another folder with BACKUP_DIR=…',
    noFolder: (folder) => `there is no folder ${folder}`,
    readBack: (file) => `what was read back from ${file} differs`,
    taken: (file) => `Backup taken and verified: ${file}`,
    holds: (submissions, counted, roots) => `  ${submissions} submissions, ${counted}, ${roots}`,
    sha256: (hash) => `  SHA-256 ${hash}`,
    elsewhere: (file) => `Copied to ${file} and read back. Devices may rely on it from now on.`,
    sameDisk: (file) =>
      `Copied to ${file}, but that is the same disk as the database: it would be lost with it.\n` +
      'Set BACKUP_COPY_DIR to a folder that another machine keeps (or, where it is one all the same, BACKUP_COPY_IS_ELSEWHERE=yes).',
    notCopied: (why) =>
      `It could not be copied (${why}). Mend BACKUP_COPY_DIR, then take a backup again: npm run sipas -- backup`,
    noCopyFolder: 'No folder on another machine is set (BACKUP_COPY_DIR).',
    notRelied: (sha256) =>
      'Devices do not rely on it yet. Once you have brought it to another machine yourself:\n' +
      `  npm run sipas -- backup confirm ${sha256}`,
    keysApart:
      'The key file (keys.json in the data folder) is in no backup: save it once, apart from them, where only you can read it.',
  },
  counted: {
    all: 'all tallies recounted',
    some: (halfMonths) => `tallies of ${halfMonths.join(', ')} recounted`,
    roots: (n) => `roots recomputed up to root ${n}`,
    noRoot: 'no nightly root yet',
  },
  list: {
    line: (day, file, submissions, offMachine, sha256) =>
      `${day}  ${file}  ${submissions} submissions  ${offMachine ? 'also on another machine' : 'only here'}  ${sha256}`,
    none: 'No backup has been taken yet. Take one: npm run sipas -- backup',
    unknown: 'There is no verified backup of that SHA-256. "npm run sipas -- backup list" shows them.',
    confirmed: 'Noted: this backup lies on another machine. Devices may rely on what it holds.',
  },
  file: {
    missing: (file) => `There is no file ${file}. "npm run sipas -- backup list" lists them.`,
    notFile: (file) =>
      `${file} is not a file. Name the .db file by its full path: npm run sipas -- backup list`,
    alone: (file, manifest) =>
      `Beside ${file} there is no ${manifest}, so nobody can tell whether it is whole. Copy both files.`,
    manifest: (manifest) => `${manifest} cannot be read. Take another backup or copy.`,
    damaged: (file) =>
      `The backup ${file} is damaged: it is not the file that was taken. Take another backup or copy.`,
    unusable: (file, differences) =>
      `The backup ${file} cannot be used:\n  ${differences.join('\n  ')}\nTake another backup or copy.`,
    submissions: (found, wanted) => `${found} submissions in place of ${wanted}`,
    otherRoot: 'another nightly root than when it was taken',
    otherSeals: 'other seals than when it was taken',
  },
  drill: {
    none: 'There is no backup yet. Take one: npm run sipas -- backup',
    gone: (file) => `The newest backup ${file} is gone. Take one: npm run sipas -- backup`,
    other: (file) =>
      `${file} is not the backup that was taken under this name. Take a new one: npm run sipas -- backup`,
    restores: (file, submissions, seconds) =>
      `The newest backup restores: ${file}, ${submissions} submissions, tallies and roots equal, in ${seconds} s.`,
  },
  restore: {
    name: (example) => `Name the file of the backup: npm run sipas -- restore ${example}`,
    notEmpty:
      'The PostgreSQL database of DATABASE_URL is not empty, and nothing is ever deleted here. Make a new, empty ' +
      'database (createdb), name it in DATABASE_URL, then run the same command again. The old one stays as it is.',
    restored: (submissions, at) =>
      `Restored: ${submissions} submissions as of ${new Date(at + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} (Viet Nam), tallies and roots proven.`,
    aside: (folder) => `What was there before lies in ${folder}. Nothing was deleted.`,
    next: [
      'Next steps:',
      '  1. Put the saved keys.json into the data folder, if it is not there.',
      '  2. npm start (as a service: systemctl start sipas)',
      '  3. Tablets notice the restore at their next contact and send again, by themselves, whatever this backup does',
      '     not hold. Leave them switched on; nothing is counted twice. The devices page shows when nothing is missing.',
      '  4. Everybody signs in anew. Accounts closed, passwords changed and devices retired since the backup are as they',
      '     were then: look through both lists.',
      '  5. Answers from own phones that came in since the backup are gone; no device holds them.',
      '  6. npm run sipas -- backup',
    ].join('\n'),
  },
  move: {
    nameDatabase: 'Name the empty PostgreSQL database: DATABASE_URL=postgres://… npm run sipas -- move',
    noFile: (file) => `There is no SQLite database ${file}. Name its folder in DATA_DIR.`,
    looking: 'Looking whether the SQLite database is whole …',
    copying: (submissions) => `Copying ${submissions} submissions and all that belongs to them …`,
    comparing: 'Comparing both, row by row, and counting the tallies anew …',
    otherVersion: (file) =>
      `${file} was last used with another version of this program. Start this version once without DATABASE_URL, stop it, ` +
      'then run the same command again.',
    notWhole: (file, faults) =>
      `${file} is not whole, so nothing was moved:\n  ${faults.join('\n  ')}\n` +
      '"npm run sipas -- rebuild --check" looks at the tallies; where the database is damaged, restore the newest backup.',
    notEmpty:
      'The PostgreSQL database of DATABASE_URL is not empty, and nothing is ever deleted here. If a move filled it, that move has ' +
      'ended: start with this DATABASE_URL. Otherwise make a new, empty database (createdb), name it, then run the same command again.',
    rows: (table, found, wanted) => `${table}: ${found} rows in place of ${wanted}, or not the same ones`,
    otherContents: 'other submissions, roots or seals than before',
    different: (faults) =>
      `What was copied is not what was there, so nothing was moved:\n  ${faults.join('\n  ')}\nRun the same command again.`,
    brokenAtEnd: (marker) =>
      'The connection to PostgreSQL broke while the move was being committed. Run the same command again: it either does it, or ' +
      `says that the database is filled. ${marker} keeps the SQLite database from being served meanwhile.`,
    broken:
      'The connection to PostgreSQL broke. Nothing was moved; the SQLite database is as it was. Run the same command again.',
    moved: (submissions, rows, tables, counted, roots) =>
      `Moved: ${submissions} submissions, ${rows} rows of ${tables} tables, each compared; ${counted}, ${roots}.`,
    left: (file, marker) =>
      `The SQLite database lies in ${file} as it was; ${marker} keeps it from being served again.`,
    next: [
      'Next steps:',
      '  1. Write DATABASE_URL into the settings of the server, for good (/etc/sipas/sipas.env under systemd). DATA_DIR stays: the',
      '     key file and the backups are there.',
      '  2. npm start (as a service: systemctl start sipas)',
      '  3. Nobody has to do anything: people stay signed in, tablets go on and send nothing again.',
      '  4. Take a backup: npm run sipas -- backup',
      'The way back: take a backup, stop the server, remove DATABASE_URL from the settings, then npm run sipas -- restore FILE.',
    ].join('\n'),
  },
  migrate: {
    none: 'There is no database yet: the first start makes it.',
    newer: (unknown) =>
      `This database was used with a newer version of this program (${unknown.join(', ')}) and was not touched. ` +
      'Install that version again, or restore the backup from before the upgrade.',
    fits: 'The database fits this version. Nothing was to be done.',
    lacks: (missing) =>
      `The database lacks ${missing.length} steps of this version: ${missing.join(', ')}. Nothing was changed (--check).`,
    brought: (missing) =>
      `The database was brought up to this version by ${missing.length} steps: ${missing.join(', ')}.`,
  },
};
