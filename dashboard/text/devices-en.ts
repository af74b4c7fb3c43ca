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
      what: 'The device has not been heard from for a whole opening day.',
      todo: 'Please check power and network at the service point, then open the kiosk page again.',
    },
    missing: {
      what: 'The device took more forms than the server has and the device still holds.',
      todo: 'Please leave the device as it is and do not clear browser data. Open the staff page on it and press “Send now”; if forms are still missing, export a rescue file and import it here.',
    },
    lost: {
      what: 'The device reports that forms were lost on the device itself.',
      todo: 'Please stop using this device, leave its data alone and tell your system administrator.',
    },
    cloned: {
      what: 'Two different seals bear one number: the data of the device may have been copied or restored.',
      todo: 'Please make a new enrolment code, so that the device gets a new key, and find out who copied or restored it.',
    },
    'seal-refused': {
      what: 'The server refused a seal of the device because signature or content do not fit.',
      todo: 'Please enrol the device again with a new code. If it happens again, tell your system administrator.',
    },
    'seal-gap': {
      what: 'A number is missing in the seals of the device.',
      todo: 'Please leave the device connected for one opening day. If it is still missing, tell your system administrator.',
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
      todo: 'Please remove photos and apps that are not needed today. Do not clear browser data.',
    },
    held: {
      what: 'Forms of this device are held for review.',
      todo: 'Please open “For review” and decide whether to take them in.',
    },
    'unsent-old': {
      what: 'Forms have waited on the device for more than one opening day.',
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
    'outbox-lacks': (n: string) =>
      `The main storage lacked ${n} forms; they were taken back from the journal.`,
    'journal-lacks': (n: string) => `The journal lacked ${n} forms; they were written again.`,
    'outbox-lost': (n: string) => `${n} forms were lost on the device.`,
    'journal-damaged': () => 'A part of the journal on the device was damaged.',
    'journal-fails': () => 'The journal on the device cannot be written.',
    'outbox-fails': () => 'The main storage of the device cannot be written.',
    'entry-unreadable': () => 'A form on the device cannot be read back.',
    'keep-failed': () => 'A form could not be kept at some time, and the person was told.',
    'storage-terminated': () => 'The browser closed the storage of the page without warning.',
    'words-missing': () => 'The words of the second language could not be loaded.',
  },
  faultUnknown: (word: string) => `Another fault: ${word}`,

  detail: {
    back: 'Back to the devices',
    loading: 'Loading the device…',
    wellHeading: 'State',
    well: 'The device is well; nothing to do.',
    todo: 'What to do:',
    ledgerHeading: 'Forms of this device',
    sealed: (count: string) => `Proven one by one in seals: ${count}`,
    seals: (last: string, safe: string) =>
      `Newest seal: number ${last}; in a verified backup: up to number ${safe}`,
    sealsNone: 'No seals yet.',
    sealsWhy:
      'A seal is the signature of the device over a group of forms, so that nobody can add, remove or change one unnoticed.',
    app: (version: string) => `Software version: ${version}`,
    appUnknown: 'Software version not known yet.',
    faultsHeading: 'Faults the device reports',
    placesHeading: 'Where it has stood',
    statesHeading: 'What happened to it',
    from: 'From',
    until: 'Until',
    now: 'today',
    point: 'Service point',
    state: 'State',
    note: 'Note',
    replaces: (name: string) => `Takes the place of: ${name}`,
    since: (day: string) => `In the list since ${day}`,
    technical: 'Technical facts',
    notes: { 'enrolled-again': 'Enrolled again, new key' },
  },
} satisfies DeviceWords;
