import type { FirstRunWords } from './first-run-vi.ts';

export const firstRunEn: FirstRunWords = {
  title: 'Set up an office',
  progress: (at, of, name) => `Step ${at} of ${of}: ${name}`,
  stepsLabel: 'Steps of the set-up',
  done: 'done',
  steps: {
    province: { name: 'Province', lead: 'Choose the province or centrally run city of the office.' },
    office: { name: 'Office', lead: 'Choose the commune or ward, or name the department that will ask.' },
    points: {
      name: 'Service points',
      lead: 'A service point is where citizens are received; each may have several counters.',
    },
    fields: {
      name: 'Fields',
      lead: 'Choose the fields that citizens see when they are asked what they came for. The usual procedures of each field come along.',
    },
    account: {
      name: 'Account',
      lead: 'The first account is the administrator’s, who invites the others and sees the results.',
    },
    campaign: {
      name: 'Campaign',
      lead: 'A campaign says from which day to ask, with which questionnaire, and how results are computed.',
    },
    tablet: {
      name: 'Tablet',
      lead: 'Enrol the tablet at the counter with a QR code, then try one form on it.',
    },
  },
  next: 'Save and go on',
  back: 'Previous step',
  kept: 'You can stop at any time: what you filled in is kept on the server. To go on at another computer, make a new link on the server:',
  keeping: 'Saving…',
  isKept: 'Saved on the server.',
  notKept: 'Not saved yet. Please check the network; the page tries again by itself.',

  closed: {
    title: 'A set-up link is needed',
    used: 'This link has been used, is too old, or the office has been set up.',
    ended:
      'The set-up session has ended or was opened on another computer. What was filled in is still on the server.',
    how: 'The set-up opens only by the one-time link that the server prints when it starts. For a new link the operator runs this on the server:',
    already: 'If the office has an account already, please sign in to go on.',
    signIn: 'To the sign-in',
  },

  province: {
    label: 'Province or city',
    source:
      'From the bundled list: 34 provinces and cities with 3,321 communes, wards and special zones (July 2026).',
  },
  office: {
    kind: 'Kind of office',
    commune: 'Commune, ward or special zone',
    department: 'Department or other provincial office',
    loading: 'Loading the communes and wards…',
    name: 'Name of the office',
    nameHelp: 'Such as “Sở Tư pháp”. Without an English name the Vietnamese one is shown.',
    contact: 'Telephone number of the office (optional)',
    contactHelp:
      'Citizens see it where they may want to talk to the office, such as 0263 3822 345. Give the number of the office, never that of one person.',
    contactWrong: 'This number cannot be called. Give one number, with its area code, or leave it empty.',
  },
  points: {
    point: (number) => `Service point ${number}`,
    name: 'Name of the service point',
    nameHelp: 'The tablet shows this name. The English one may be left empty.',
    counters: 'Counters',
    counter: (number) => `Name of counter ${number}`,
    noCounters: 'No counters: tablet and QR code are for the whole service point.',
    addCounter: 'Add a counter',
    removeCounter: (name) => `Remove counter ${name}`,
    add: 'Add a service point',
    remove: (name) => `Remove service point ${name}`,
    unnamed: 'without a name',
    none: 'At least one service point is needed.',
  },
  fields: {
    label: 'Common fields',
    own: 'Other fields of the office',
    ownName: (number) => `Name of field ${number}`,
    add: 'Add another field',
    remove: (name) => `Remove field ${name}`,
    none: 'Please choose at least one field.',
  },
  account: {
    name: 'Full name',
    login: 'Sign-in name',
    loginHelp: 'Letters without accents, digits, dots or hyphens; such as lan.nguyen.',
    password: 'Password',
    rule: (least) => `At least ${least} characters. A short sentence is easy to remember.`,
    toFactor: 'Go on to two-step sign-in',
    factor: 'Two-step sign-in',
    make: 'Create office and account',
    willMake: 'The last button of this page makes the server create:',
    willOffice: (office, province) => `Office: ${office}, ${province}`,
    willPoints: (points, counters) => `Service points: ${points}; counters: ${counters}`,
    willFields: (fields) => `Fields: ${fields}, with their usual procedures`,
    willLookAfter: (province) =>
      `The account looks after the top (${province}), where the common list of fields and procedures is kept. Whoever looks after the office alone is invited later, on the page “People”.`,
    closes: 'The set-up link is then closed for good; this account does the two steps that are left.',
    faults: {
      'login wrong': 'Use small letters without accents, digits, dots and hyphens; at least two of them.',
      'login taken': 'This sign-in name is taken. Please choose another one.',
      'password wrong': 'The password is too short: it needs at least 12 characters.',
      'province taken': 'This place stands in the demo data. Please remove the demo data in step 1 first.',
      'office.commune taken':
        'This place stands in the demo data. Please remove the demo data in step 1 first.',
      'code wrong': 'Please enter all 6 digits.',
      'factor wrong':
        'The QR code is more than 30 minutes old. Please press the button below and scan the new one.',
    },
  },
  campaign: {
    name: 'Name of the campaign',
    usual: { vi: 'Khảo sát thường xuyên', en: 'Continuous survey' },
    starts: 'From',
    startsHelp: 'Today, or a later day: until then tablets and phone pages ask nobody.',
    ends: 'Until (may be left empty)',
    endsHelp: 'Leave it empty for a continuous survey.',
    questionnaire:
      'Questionnaire: the 39 items of SIPAS; each visit at the tablet asks 8 questions, drawn in turn.',
    statistic: 'How results are computed',
    statistics: {
      top2: 'Share of satisfied answers: levels 4 and 5 (recommended)',
      mean5: 'Mean ÷ 5 × 100',
    },
    make: 'Create the campaign',
    faults: {
      'ends order': 'The last day must be after the first.',
      'ends too-early': 'The last day must be today or later.',
      'starts too-late': 'Please choose a day within the next five years.',
    },
  },
  tablet: {
    name: 'Name of the tablet',
    usual: 'Kiosk 1',
    point: 'It stands at',
    make: 'Make an enrolment code',
    again: 'Make a new code',
    qr: 'QR code that enrols the tablet',
    step1: 'On the tablet, open this address in Chrome, or scan the QR code:',
    step2: 'Install the page as an app (“Add to Home screen”), open it from its icon, then type the code:',
    onlyHere:
      'This address opens on the server itself only. For another tablet the operator sets the address that people use (PUBLIC_URL) and starts the server again; what was set up stays.',
    step3: 'Compare the name that appears with the one here, then press “This is the right device”.',
    left: (clock) => `The code works for another ${clock}`,
    over: 'The code has run out. Please make a new one.',
    pin: 'PIN of the staff page on the tablet',
    pinOnce: 'Please write it down: the PIN is shown here only once.',
    waits: 'Waiting for the tablet to enrol…',
    isIn: (name) => `“${name}” is enrolled.`,
    tap: 'Please try one form on the tablet. It counts like any other form.',
    waitsTap: 'Waiting for the first form…',
    accepted: 'The first form has been taken. The office is ready.',
    sends: 'The tablet sends within 5 minutes; press “Send now” on its staff page to see it at once.',
    later: 'Later, to the results',
    end: 'Finish, to the results',
    phones: 'Addresses for citizens’ own phones, ready for use:',
    begins: (day) =>
      `Nobody is asked before ${day}; on that day tablets and phone pages begin by themselves.`,
  },
  demo: {
    title: 'Demo data',
    there: (counts) =>
      `This server holds the invented province Lâm Khê: ${counts}. None of it is ever added to real results.`,
    counts: (units, points, devices, submissions) =>
      `${units} units, ${points} service points, ${devices} devices, ${submissions} forms`,
    open: 'Remove the demo data',
    what: (counts, accounts) =>
      `This removes ${counts} and ${accounts} accounts of the invented province for good; whoever uses these accounts is signed out. It cannot be undone. Real data are not touched.`,
    go: 'Remove for good',
    removed: 'The demo data are gone.',
  },
};
