import type { SaidNightWords } from './said-night-vi.ts';

export const saidNightEn: SaidNightWords = {
  jobs: {
    paper: 'paper',
    remarks: 'remarks',
    retention: 'retention',
    rechecks: 'rechecks',
    root: 'root',
    integrity: 'integrity',
    places: 'places',
    flags: 'flags',
    backup: 'backup',
    drill: 'drill',
    tidy: 'tidy',
  },
  line: (job, said) => `done   ${job}: ${said}`,
  failedLine: (job, said) => `FAILED ${job}: ${said}`,
  done: (night) => `The night of ${night} is done already.`,
  failed: (code) => `It failed (${code}). It is tried again.`,
  failedLastNight: (night, job, said) => `Last night (${night}) ${job} failed: ${said}`,
  paper: (batches, days) => `${batches} batches of paper forms closed that had stood open for ${days} days.`,
  remarks: (count) => `${count} remarks handed over.`,
  noRemarks: 'Nothing to hand over before Monday.',
  rechecks: (count) => `${count} people drawn to be asked whether they were interviewed face to face.`,
  root: (n, day, root, file) => `Root ${n} of ${day}: ${root}\nSend ${file} to the second body this evening.`,
  whole: 'The database is whole.',
  damaged: (faults) =>
    `The database is damaged:\n  ${faults.join('\n  ')}\nStop the server and restore the newest backup: npm run sipas -- restore FILE`,
  places: (judged, unusual) =>
    `Half-months of service points judged: ${judged}, unlike themselves: ${unusual}.`,
  flags: (told) => `Half-months of service points whose flagged forms were counted: ${told}.`,
  retained: ({ submissions, until, remarks, audit, numbers, dossiers, plans, followed, cases, over }) =>
    `Removed by age: ${submissions} submissions${until === '' ? '' : ` up to ${until}`} (their tallies stay), ` +
    `${remarks} originals of remarks, ${audit} lines of the audit log, ${numbers} telephone numbers of dossiers, ` +
    `${dossiers} dossiers (their counts stay), ${plans} plans of calls, ${followed} cases that had ended; ` +
    `${cases} cases of calls and ${over} re-checks ended.`,
  tidied: (links, batches) =>
    `Old sessions ended; ${links} links and codes removed that nobody can use any more, and the tickets of ${batches} batches that had run out.`,
  scores: (halfDay, raised, ended) =>
    `Half-day ${halfDay}: ${raised} alerts of low scores raised, ${ended} ended.`,
  exportAudit: {
    name: 'Name a new folder: npm run sipas -- export-audit FOLDER',
    notEmpty: (folder) => `The folder ${folder} is not empty. Name a new one, so that nothing old gets in.`,
    notFolder: (folder) => `${folder} is not a folder. Name a new folder.`,
    notWritten: (folder) =>
      `${folder} could not be written. Choose a folder that can, and run the same command again.`,
    written: (folder, submissions, seals, roots) =>
      `Written to ${folder}: ${submissions} submissions, ${seals} seals, ${roots} roots.\n` +
      'It holds raw submissions: keep it in custody. Prove it against the mailed roots:\n' +
      `  npm run sipas -- verify ${folder} --roots FILE`,
  },
  retention: {
    names: (names) => `The rules are: ${names.join(', ')}.`,
    range: (name, least, most) => `${name} is a whole number from ${least} to ${most}.`,
    submissionMonths: (n) =>
      `submission-months ${n}: submissions stay so long after their report year has closed, then only tallies`,
    remarkDays: (n) => `remark-days ${n}: originals of remarks stay so long after their half-month`,
    auditMonths: (n) => `audit-months ${n}: the audit log stays so long`,
    dossierPhoneDays: (n) =>
      `dossier-phone-days ${n}: telephone numbers of dossiers stay so long after the dossier was returned`,
    dossierMonths: (n) => `dossier-months ${n}: dossiers stay so long, then only their counts`,
    caseMonths: (n) => `case-months ${n}: cases stay so long after they have ended, with their words`,
  },
  clock: {
    say: 'When the clock of this machine is right, run: npm run sipas -- clock accept',
    accepted: (halfDay) =>
      `From now on ${halfDay} counts as the newest half-day. Answers dated later stay as they are. Start again: npm start`,
  },
  keys: {
    say: 'When the key file is lost for good, run: npm run sipas -- keys renew',
    renewed: (file) =>
      `From now on the keys are those of ${file}. Save this file, apart from the backups.\n` +
      'What only the old ones open is lost: originals of remarks, rescue files made before, second factors of accounts\n' +
      '(for each of these accounts: npm run sipas -- second-factor reset NAME).',
  },
};
