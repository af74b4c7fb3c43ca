import type { StaffWords } from './staff-words.ts';

export const staffEn: StaffWords = {
  languageName: 'English',
  locale: 'en-GB',
  title: 'Staff page',
  pageOf: 'Device {device}',
  marks: { real: '', demo: 'ILLUSTRATIVE DATA', training: 'TRAINING' },
  back: 'Back to the survey',
  again: 'Try again',
  loading: 'Opening…',
  erase: 'Delete one character',
  go: 'Continue',
  languages: 'Language',

  code: {
    title: 'Enrol this device',
    text: 'Please type the 8-character enrolment code that an administrator has made for this device, or scan the QR code beside it. Capital or small letters are both fine.',
    label: 'Enrolment code, 8 characters',
    keys: 'Keys for the code',
    asking: 'Asking the server…',
  },
  scan: {
    open: 'Scan the QR code',
    title: 'Scan the enrolment code',
    text: 'Please point the camera at the QR code on the administrator’s screen.',
    otherCode:
      'This is not an enrolment code of this system. Please scan the code on the page “Enrol the tablet”.',
  },
  confirm: {
    title: 'Is this the right device?',
    otherTitle: 'This code is for another device',
    text: 'Please compare with what the administrator has told you before you enrol.',
    device: 'Device',
    point: 'Service point',
    use: 'Used for',
    uses: { real: 'The official survey', demo: 'Illustrative data', training: 'Training' },
    yes: 'This is the right device',
    no: 'No, type another code',
  },
  known: {
    renews:
      'This tablet is already enrolled as that very device. Enrolling again only renews its signing key; all forms are kept, and the {n} unsent ones are sent as before.',
    replaces:
      'This tablet is enrolled as “{device}” but has taken no forms yet; from now on it is the device above.',
    carries:
      'The server no longer knows “{device}”, this tablet’s earlier enrolment. All forms are kept; the {n} unsent ones are sent under the new device, and those that do not fit the new place are looked at by a person.',
    belongs:
      'This tablet is “{device}” and holds that device’s forms ({n} unsent), so it cannot become another one. If it stands elsewhere now, ask an administrator to change the service point of “{device}” on the managers’ page; no code is needed. To enrol it again, use a code made for “{device}”.',
  },
  enrolling: {
    title: 'Enrolling this device',
    text: 'Please keep this page open until it is done.',
    doneTitle: 'Enrolled',
    doneText: 'Device “{device}” is ready to collect forms at {point}.',
    open: 'Open the survey',
    stopTitle: 'Not enrolled yet',
    otherCode: 'Type another code',
  },
  enrolFaults: {
    'code-refused':
      'The code is wrong, has been used or has expired. Please check it character by character; if it still fails, ask an administrator for a new code.',
    'too-many': 'Too many attempts. Please wait {n} seconds and try again.',
    unreachable:
      'The server cannot be reached. The code is still good. Please check Wi-Fi or the network cable and try again.',
    portal:
      'This network asks for a sign-in or blocks the server. Please open the Wi-Fi’s sign-in page, sign in and try again.',
    busy: 'The server is busy or being maintained. The code is still good. Please try again in a few minutes.',
    'not-persisted':
      'The browser does not promise to keep data. The code is still good. Please close any private window, install this page as an app (Add to home screen) and open it again.',
    'browser-too-old':
      'This browser is too old for a kiosk. Please update Chrome (108 or newer) or iPadOS (16.4 or newer) and open the page again. The code is still good.',
    'no-key':
      'The browser cannot keep the device’s signing key. Please leave private or lockdown mode and try again. The code is still good.',
    'no-storage':
      'The device cannot write data. Please delete photos, films or apps that are not used, restart it and try again with this same code. Do not delete browser data.',
    'no-questionnaire':
      'The device is enrolled, but the questionnaire could not be loaded. Please check the network and choose “Try again”; no new code is needed.',
  },

  pin: {
    title: 'Staff PIN',
    text: 'An administrator hands the PIN out together with this device.',
    label: 'PIN',
    typed: 'Digits typed: {n}',
    keys: 'Number keys',
    open: 'Open',
    checking: 'Checking…',
    wrong: 'The PIN is wrong. {n} attempts left.',
    wrongLast: 'The PIN is wrong. 1 attempt left, then this page locks for a while.',
    locked: 'Locked after 5 wrong attempts. Please wait {time} and try again.',
    forgotten:
      'PIN forgotten? Ask an administrator to set a new one; the device receives it when there is a network.',
  },
  noPin: 'No PIN is set for this device: anybody can open this page. Use it this way for trials only.',

  lamps: { green: 'All is well', amber: 'Please look', red: 'Act now' },
  lampOf: 'State of the device',
  well: ['The device works as it should.', 'There is nothing to do.'],
  alsoWrong: 'Also',
  reasons: {
    'cannot-keep': [
      'The device cannot save forms.',
      'Stop using it, ask people to scan the QR code at the counter, and tell an administrator at once.',
    ],
    lost: [
      'This device is missing {n} of the forms it has counted.',
      'Delete nothing and reinstall nothing. Choose “Send now”, then tell an administrator this number.',
    ],
    'database-fails': [
      'The main storage of the device is failing.',
      'Restart the device. If the fault stays, export a rescue file and tell an administrator.',
    ],
    'journal-fails': [
      'The journal, which holds the second copy of every form, cannot be written.',
      'Choose “Send now”, then restart the device. If the fault stays, tell an administrator.',
    ],
    'not-persisted': [
      'The browser does not promise to keep data.',
      'Install this page as an app (Add to home screen), not in a private window, and open it again.',
    ],
    'storage-full': [
      'Storage is nearly full: less than 200 MB is free.',
      'Today, delete photos, films or apps that are not used. Do not delete browser data.',
    ],
    'storage-corrupt': [
      'Storage says it is full although there is room: data may be damaged.',
      'Delete nothing. Choose “Send now”, export a rescue file, restart the device, then tell an administrator.',
    ],
    refused: [
      'The server no longer knows this device.',
      'The forms are still here. Ask an administrator for a new enrolment code for this very device.',
    ],
    'key-lost': [
      'The device’s signing key cannot be used.',
      'Forms are kept and sent but not signed. Ask an administrator for a new enrolment code for this very device.',
    ],
    'old-app': ['The app is too old.', 'Connect to the network and choose “Look for an update”.'],
    'unsent-long': [
      'Forms waiting to be sent: {n}, some of them for more than five working days.',
      'Connect to the network and choose “Send now”. Where there will be no network, export a rescue file for an administrator.',
    ],
    'unsent-old': [
      'Forms waiting to be sent: {n}, some of them for more than one working day.',
      'Check Wi-Fi or the network cable, then choose “Send now”.',
    ],
    silent: [
      'The server has not been reached for more than one working day.',
      'Check Wi-Fi or the network cable, then choose “Send now”.',
    ],
    'storage-low': [
      'Less than 500 MB of storage is free.',
      'This week, delete photos, films or apps that are not used. Do not delete browser data.',
    ],
    'clock-off': [
      'The device’s clock is off by more than 10 minutes.',
      'Switch on “Automatic date and time” in the device’s settings.',
    ],
    'not-collecting': [
      'The device is out of service for now.',
      'Forms it holds are still sent. To use it again, ask an administrator.',
    ],
    held: [
      'Forms that the server holds for a person to review: {n}.',
      'There is nothing to do on this device; please tell an administrator.',
    ],
    faults: [
      'Faults that the device has recorded: {n}.',
      'See “Faults recorded” below. If they are still there tomorrow, tell an administrator.',
    ],
  },

  figures: {
    title: 'Forms on this device',
    kept: 'Taken since it was enrolled',
    unsent: 'Waiting to be sent',
    oldest: 'Waiting longest',
    held: 'Held by the server for review',
    contact: 'Last contact',
    deviceTitle: 'Device',
    free: 'Free storage',
    persisted: 'Browser promises to keep data',
    clock: 'Clock against the server’s',
    seal: 'Last seal',
    app: 'App version',
    questionnaire: 'Questionnaire',
    heard: 'Languages with sound',
    coming: 'Sound still coming',
    faults: 'Faults recorded',
  },
  none: 'None',
  unknown: 'Not known',
  never: 'Never yet',
  yes: 'Yes',
  no: 'Not yet',
  sealNo: 'No. {n}',
  noSeal: 'None yet',
  version: 'version {n}',
  morning: 'morning of {day}',
  afternoon: 'afternoon of {day}',
  at: '{time} on {day}',
  since: '{name}, since {at}',
  clockRight: 'Right (within 1 minute)',
  clockSlow: '{n} min slow',
  clockFast: '{n} min fast',

  test: {
    title: 'Opening self-test',
    run: 'Test again',
    running: 'Testing…',
    goodTitle: 'The device is ready',
    badTitle: 'Something needs a look',
    badText: 'Please tell the official in charge. The survey comes back by itself in half a minute.',
    whenDone: 'Today, {time}: {result}',
    allGood: 'all passed',
    someBad: '{n} to look at',
    notYet: 'Not run yet today.',
    ok: 'Passed',
    warn: 'Note',
    bad: 'Failed',
    skipped: 'Not tried',
    checks: {
      browser: 'Browser is new enough',
      persisted: 'Browser promises to keep data',
      journal: 'Journal written and read back',
      database: 'Main storage written and read back',
      key: 'Signing key signs, signature verified',
      words: 'Texts and questionnaire are all here',
      free: 'Free storage',
      clock: 'Clock is right',
      contact: 'Server can be reached',
    },
  },

  actions: {
    title: 'Actions',
    send: 'Send now',
    sendText: 'Sends everything that is waiting to the server.',
    sending: 'Sending, {n} left…',
    sent: 'Everything is sent.',
    sentSome: '{done} sent, {n} left. Please check the network and try again.',
    sentNone:
      'Nothing could be sent; forms still on this device: {n}. Please check the network and try again.',
    sentPortal:
      'Not sent: this network asks for a sign-in first. Please sign in to the Wi-Fi and try again; forms still on this device: {n}.',
    sentRefused:
      'The server did not take them; forms still on this device: {n}. Please try again later, or tell an administrator.',
    rescue: 'Export a rescue file',
    rescueText:
      'For a device that cannot get a network: saves all forms in an encrypted file that only the server can open.',
    rescuing: 'Preparing the file…',
    rescued:
      'Saved {file}; forms in it: {n}. Please copy it to a USB stick or send it to an administrator, who imports it into the server. Delete nothing here: the forms are kept and sent when there is a network, and doubles count once.',
    rescueEmpty: 'There are no forms on this device to export.',
    rescueNoKey:
      'The device does not have the server’s encryption key yet. Please connect to the network once, choose “Send now”, then export again.',
    rescueFailed:
      'The file could not be made. Please restart the device and try again; the forms are still on it.',
    update: 'Look for an update',
    updateText: 'A new version is only used while nobody is answering.',
    updating: 'Looking…',
    updateFound: 'There is a new version. It is used once the survey screen has been idle for a minute.',
    updateNone: 'This is the newest version.',
    updateFailed: 'Could not look. Please check the network and try again.',
    enrol: 'Enrol again',
    enrolText: 'When an administrator has made a new code for this device.',
  },
  notEnrolled: 'This device is not enrolled yet.',
  failedTitle: 'This page could not be opened',
  failedText:
    'The device cannot read its own data. Delete nothing and restart the device; if that does not help, tell an administrator.',

  faultNames: {
    'storage-blocked': 'Main storage is held by another page',
    'storage-terminated': 'The browser cut the main storage off',
    'storage-hangs': 'Main storage answers too slowly',
    'storage-fails': 'Main storage reports an error',
    'outbox-lacks': 'Forms missing from main storage: {n}',
    'outbox-lost': 'Forms counted but missing: {n}',
    'entry-unreadable': 'A form cannot be read',
    'keep-failed': 'Once a form could not be saved',
    'around-missing':
      'Large text, other languages, sound, the privacy notice and the staff’s door are missing',
    'outbox-fails': 'Once only the journal could be written',
    'outbox-restored': 'Forms restored from the journal: {n}',
    'journal-damaged': 'The journal is damaged in places',
    'device-restored': 'The enrolment was restored from the journal',
    'tend-fails': 'Once forms could not be sealed',
    'packs-late': 'The sound of a language has not come within a day',
  },
};
