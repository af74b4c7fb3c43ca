import type { DeviceWords } from './devices-vi.ts';

export const devicesEn = {
  title: 'Devices',
  lead: 'Tablets at the service points: which are well, which need a person, and whether every form has arrived.',
  loading: 'Loading the list of devices…',
  none: 'No devices yet. Press “Add a device” to get the enrolment code of the first one.',
  noneFits: 'No device fits the choice above.',
  counts: (all: string, parts: string) => `${all} ${all === '1' ? 'device' : 'devices'}: ${parts}`,
  countsNone: 'No devices in use',
  countOf: {
    green: (count: string) => `${count} well`,
    amber: (count: string) => `${count} to look at`,
    red: (count: string) => `${count} to act on now`,
    new: (count: string) => `${count} not enrolled`,
  },
  lamps: { green: 'Well', amber: 'Look at it', red: 'Act now' },
  states: { new: 'Not enrolled yet', active: 'In use', inactive: 'Out of service', retired: 'Retired' },
  filter: 'Filter the list',
  search: 'Search by device or service point',
  unit: 'Unit',
  allUnits: 'All units',
  withRetired: (count: string) => `Show retired devices too (${count})`,
  add: 'Add a device',
  rescue: 'Import a rescue file',
  fresh: 'Refresh',
  lastContact: (day: string) => `Last contact: ${day}`,
  never: 'Never heard from yet',
  codeOpen: 'An enrolment code is waiting to be used',
  codeMissing: 'Not enrolled. Open the details and press “Make an enrolment code”.',
  moreAlarms: (count: string) => `and ${count} more`,
  open: (name: string) => `Details: ${name}`,
  notAsking: {
    closed:
      'It asks nobody: this service point has closed. Please move the device to another one or retire it.',
    state: 'It asks nobody: the device is not enrolled, out of service or retired.',
    'not-yet': 'It asks nobody: its first day at this service point has not come.',
    campaign: 'It asks nobody: no campaign is running here now.',
  },

  ledger: {
    taken: (count: string) => `taken ${count}`,
    stored: (count: string) => `stored ${count}`,
    held: (count: string) => `held for review ${count}`,
    waiting: (count: string) => `waiting to be sent ${count}`,
    missing: (count: string) => `missing ${count}`,
    why: 'Taken: forms that people have sent on the device. Stored: forms the server has written for certain. Waiting: forms still safe on the device, which is not missing.',
  },

  alarms: {
    silent: {
      what: 'The device has not been heard from for a whole working day.',
      todo: 'Please check power and network at the service point, then open the kiosk page again.',
    },
    missing: {
      what: 'The device took more forms than the server has and the device still holds, taken together.',
      todo: 'Please leave the device as it is and do not clear browser data. Open the staff page on it and press “Send now”; if forms are still missing, export a rescue file and import it here.',
    },
    lost: {
      what: 'The device reports that forms were lost on the device itself.',
      todo: 'Please stop using this device, leave its data alone and tell your system administrator.',
    },
    cloned: {
      what: 'Two different seals carry the same number: the data of the device may have been copied or restored.',
      todo: 'Please make a new enrolment code, so that the device gets a new key, and find out who copied or restored it.',
    },
    'seal-refused': {
      what: 'The server refused a seal of the device because its signature or content does not match.',
      todo: 'Please enrol the device again with a new code, then press “Seen”. If it happens again, tell your system administrator.',
    },
    'seal-gap': {
      what: 'A number is missing in the sequence of the device’s seals.',
      todo: 'Please leave the device connected for one working day. If it is still missing, tell your system administrator.',
    },
    'not-persisted': {
      what: 'The browser on the device does not promise to keep data, so the device has stopped taking forms.',
      todo: 'Please install the kiosk page as an app (Chrome: “Add to Home screen”) and open it from there, never in a private window.',
    },
    'storage-low': {
      what: 'Less than 500 MB of storage is free on the device.',
      todo: 'Please remove photos and apps that are not needed. Do not clear browser data.',
    },
    'storage-full': {
      what: 'The storage of the device is almost full: less than 200 MB free.',
      todo: 'Today, please remove photos and apps that are not needed. Do not clear browser data.',
    },
    held: {
      what: 'Forms of this device are held for review.',
      todo: 'Please open “For review” and decide whether to take them in.',
    },
    'held-full': {
      what: 'So many forms of this device are held that the server holds no more of them. The others are safe on the device.',
      todo: 'Please look for the cause in “For review”. If the device is in your hands, press “Seen” and the server goes on; if somebody may be sending in its name, enrol it again with a new code.',
    },
    'unsent-old': {
      what: 'Forms have waited on the device for more than one working day.',
      todo: 'Please check the network at the service point. The forms are safe on the device.',
    },
    'old-app': {
      what: 'The device runs an old version of the software.',
      todo: 'Please leave the device on its start screen while connected: the new version installs itself. Otherwise open the kiosk page again.',
    },
    fault: {
      what: 'The device reports a fault.',
      todo: 'Please open the staff page on the device to see the fault and what to do.',
    },
  },

  faults: {
    'outbox-lacks': (n: string) => `The main storage of the device is missing ${n} of the forms counted.`,
    'outbox-restored': (n: string) => `Forms restored from the journal on the device: ${n}.`,
    'outbox-lost': (n: string) => `Forms lost on the device: ${n}.`,
    'outbox-fails': () => 'At times forms could be written to the journal only.',
    'journal-damaged': () => 'A part of the journal on the device was damaged.',
    'journal-fails': () => 'The journal on the device cannot be written.',
    'entry-unreadable': () => 'A form on the device cannot be read back.',
    'keep-failed': () => 'At some time a form could not be saved, and the person was told.',
    'storage-blocked': () => 'Another page holds the main storage.',
    'storage-terminated': () => 'The browser cut the page off from its main storage.',
    'storage-hangs': () => 'The main storage answers too slowly.',
    'storage-fails': () => 'The main storage reports an error.',
    'storage-dead': () => 'The main storage cannot be opened again.',
    'device-restored': () => 'The enrolment of the device was restored from the journal.',
    'key-lost': () => 'The signing key of the device does not work; please enrol it again with a new code.',
    'tend-fails': () => 'At times the device could not seal its forms.',
    'packs-late': () => 'The sound of a language has not come within a day.',
    'around-missing': () =>
      'Large text, other languages, sound, the privacy notice and the staff’s door could not be loaded.',
  },
  faultUnknown: (word: string) => `Another fault: ${word}`,

  detail: {
    back: 'Back to the devices',
    loading: 'Loading the device…',
    wellHeading: 'State',
    well: 'The device is well; nothing to do.',
    todo: 'What to do:',
    sealed: (count: string) => `Proven one by one in seals: ${count}`,
    seals: (last: string, safe: string) =>
      `Newest seal: number ${last}; in a verified backup: up to number ${safe}`,
    sealsNone: 'No seals yet.',
    sealsWhy:
      'A seal is the signature of the device over a group of forms, so that nobody can add, remove or change one unnoticed.',
    app: (version: string) => `Software version: ${version}`,
    appUnknown: 'Software version not known yet.',
    faultsHeading: 'Faults the device reports',
    givenHeading: 'Settings sent to the tablet',
    campaign: (name) => `Campaign: ${name}`,
    asks: (form, id, version) => `${form}, questionnaire ${id} version ${version}`,
    forms: { express: 'Express form', full: 'Full form' },
    collects: 'It may ask.',
    alwaysOpen: 'The service point has named no opening hours.',
    closedWeek: 'Closed for the coming seven days.',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    openOn: (days, from, to) => `${days}: ${from}–${to}`,
    givenWhy:
      'Hours are those of the coming seven days, without days off. A change reaches the tablet when it next calls, usually within minutes.',
    placesHeading: 'Where it has stood',
    statesHeading: 'What happened to it',
    from: 'From',
    until: 'Until',
    now: 'today',
    point: 'Service point',
    state: 'State',
    note: 'Note',
    replaces: (name: string) => `Takes the place of: ${name}`,
    since: (day: string) => `At this service point since ${day}`,
    technical: 'Technical facts',
    notes: {
      'enrolled-again': 'Enrolled again, new key',
      'account-ended': 'The account of its holder was closed or given another role',
    },
  },
} satisfies DeviceWords;
