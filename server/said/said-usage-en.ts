import type { SaidUsageWords } from './said-usage-vi.ts';

export const saidUsageEn: SaidUsageWords = {
  head: 'Usage: npm run sipas -- COMMAND   (as a service: sudo sipas COMMAND)',
  always:
    'With every command: --help says how it is called and does nothing; --lang vi|en chooses the language.',
  paths:
    'Name files and folders by their full path. Exit codes: 0 done, 1 not done or a fault was found, 2 a call that is not understood.',
  groups: {
    everyDay: 'Every day',
    settingUp: 'Setting up',
    demo: 'The demonstration',
    people: 'People',
    devices: 'Devices',
    backups: 'Backups and restores',
    proofs: 'Proofs',
    nation: 'The nation',
    whenNeeded: 'When needed',
  },
  calls: {
    doctor: ['doctor [--json]', 'looks at everything: what is wrong and what to do'],
    night: ['night', "the night's work now: retention, root, integrity, backup, drill"],
    mail: ['mail', 'whether e-mail is set up, and what waits'],
    'mail test': ['mail test ADDRESS', 'sends a test message to this address'],
    scores: ['scores', 'looks now at the half-day that ended last, and raises alerts of low scores'],
    'set-up-link': [
      'set-up-link',
      'a one-time link that opens the set-up of a real office in a browser, while there is none',
    ],
    office: [
      'office "UNIT" "SERVICE POINT" [--kind xa|phuong|dac_khu|tinh|thanh_pho|so]',
      'sets up a real office: unit, service point, campaign from today, walk-up code',
    ],
    catalogue: [
      'catalogue [PROVINCE]',
      'adds a province with all its communes from the bundled list (without a code: lists them)',
    ],
    fields: [
      'fields [FILE|commune|justice] [--check]',
      'takes in a list of fields and procedures (CSV), or one that comes with the program; --check: only says what it would do',
    ],
    'demo fill': ['demo fill', 'fills the invented province Lâm Khê, while the database holds no real form'],
    'demo remove': ['demo remove', 'removes the demo province with all its invented answers; real data stay'],
    accounts: ['accounts', 'lists accounts: name, role, unit, closed or not'],
    administrator: ['administrator [UNIT]', 'a one-time link for a new administrator of a top unit'],
    invite: [
      'invite [UNIT --role administrator|manager|staff|auditor|reader]',
      'a one-time link for somebody of a unit (without a unit: lists them)',
    ],
    password: ['password NAME', 'a one-time link with which NAME chooses a new password'],
    'second-factor reset': [
      'second-factor reset NAME',
      'NAME has lost the phone: the next sign-in sets up another one',
    ],
    close: ['close NAME', 'NAME has left: the account is closed and signed out everywhere'],
    reopen: ['reopen NAME', 'a closed account may sign in again'],
    device: [
      'device [SERVICE_POINT]',
      'a code, its address and the PIN that enrol one tablet (without a service point: lists them)',
    ],
    rescue: ['rescue FILE', 'takes in a rescue file of a tablet; twice changes nothing'],
    reattribute: [
      'reattribute FROM TO --from DAY --to DAY --reason "…"',
      'what one service point took on these days counts at another; the bytes stay',
    ],
    backup: ['backup', 'takes a backup, verifies it, copies it to BACKUP_COPY_DIR'],
    'backup list': ['backup list', 'the backups that were taken'],
    'backup confirm': [
      'backup confirm SHA256',
      'says that this backup lies on another machine: devices may rely on it',
    ],
    drill: ['drill', 'restores the newest backup into a temporary place and compares it'],
    restore: ['restore FILE', 'puts a backup into the place of the database (stop the server first)'],
    move: [
      'move',
      'moves the office from SQLite into the empty PostgreSQL database of DATABASE_URL (stop the server first)',
    ],
    migrate: [
      'migrate [--check]',
      'brings the database up to this version; --check: only says what it lacks',
    ],
    root: ['root', "signs today's root and writes it to a file for the second body"],
    'export-audit': [
      'export-audit FOLDER',
      'writes the audit export into a new folder (raw submissions: keep it in custody)',
    ],
    'export-rows': [
      'export-rows UNIT PERIOD|all FILE.zip|FILE.xlsx',
      'writes forms of a unit and period as a table, one a row (raw answers: keep it in custody)',
    ],
    verify: ['verify FOLDER [--roots FILE]', 'proves an audit export; FILE holds the roots that were mailed'],
    rebuild: [
      'rebuild [--check]',
      'counts all submissions anew and repairs the tallies; --check: only compares',
    ],
    tallies: ['tallies SERVICE_POINT', 'the tallies of a service point, in words'],
    'export-tallies': [
      'export-tallies PERIOD FILE',
      "writes the province's signed tallies of a closed period, such as report-2026-q1",
    ],
    nation: [
      'nation PERIOD KEYS FOLDER [FILE.csv|FILE.json|FILE.xlsx] [en]',
      "adds up the files of provinces in FOLDER; KEYS lists the provinces' keys; needs no database",
    ],
    retention: [
      'retention [NAME VALUE]',
      'the rules by which data go by age; with a name and a value sets one',
    ],
    'clock accept': ['clock accept', 'the clock is right now and once ran ahead: start all the same'],
    'keys renew': ['keys renew', 'the key file is lost for good: begin with a new one'],
  },
};
