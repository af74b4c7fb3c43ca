import type { SettingsWords } from './settings-vi.ts';

export const settingsEn: SettingsWords = {
  title: 'Settings',
  lead: 'What an office tells the system before citizens and staff use it. Every change is written into the audit log.',
  back: 'Settings',
  cards: {
    units: {
      title: 'Units and service points',
      lead: 'The tree of units over time, service points, counters and opening hours.',
    },
    fields: {
      title: 'Fields and procedures',
      lead: 'Fields that citizens choose on the form, administrative procedures and when they are in force.',
    },
    people: {
      title: 'People',
      lead: 'Invitations, roles, scopes, two-step sign-in, closing of accounts.',
    },
    tokens: {
      title: 'API access codes',
      lead: 'Let other software read the figures of a unit; each code has scopes and an end of its own.',
    },
    campaigns: {
      title: 'Campaigns',
      lead: 'Period, units, questionnaire, method of computing and sample plan.',
    },
    questionnaires: {
      title: 'Survey forms',
      lead: 'Versions of the form: choose items, write their words, preview, publish; what can be compared with the version before.',
    },
    progress: {
      title: 'Progress and supervision',
      lead: 'Forms received against the plan, forecast at the cut-off, supervision of interviews.',
    },
    alerts: {
      title: 'Low score alerts',
      lead: 'Service points whose share of satisfied people fell below the line; warning lines and e-mail.',
    },
    targets: {
      title: 'Satisfaction targets',
      lead: 'Targets by year and field; changing one never changes what is past.',
    },
    'days-off': {
      title: 'Days off and make-up working days',
      lead: 'Public holidays, days in lieu and make-up working days; service points are closed on days off.',
    },
    consent: {
      title: 'Words of consent',
      lead: 'What officials read out before the first question, face to face and by telephone.',
    },
    codes: {
      title: 'Survey codes',
      lead: 'QR codes at the counters, one-time invitations, posters and table cards.',
    },
    public: {
      title: 'Public page',
      lead: 'Shows the results of the unit to everybody on a page without sign-in, with open data.',
    },
    dossiers: {
      title: 'Dossiers',
      lead: 'Import lists and statistics of dossiers from Excel or CSV files.',
    },
    imported: {
      title: 'Figures of former years',
      lead: 'Bring in tables of counts of surveys before this software, to be seen beside the trend of today.',
    },
    languages: {
      title: 'Languages and voices',
      lead: 'Language packs of the tablets: translation, recordings, reviewer, order at each service point.',
    },
    calls: {
      title: 'Interviews by telephone',
      lead: 'Draw dossiers to be called; progress, rates of contact, response and refusal.',
    },
  },

  list: {
    search: 'Search (accents may be left out)',
    sort: 'Sort by',
    unsorted: 'As listed',
    order: (column, down) => `${column} – ${down ? 'descending' : 'ascending'}`,
    count: (shown, all) => {
      const rows = all === '1' ? '1 row' : `${all} rows`;
      return shown === all ? rows : `${shown} of ${rows}`;
    },
    noneFits: 'No row fits.',
    more: (count) => `Show ${count} more`,
  },
  choose: {
    search: 'Search the list',
    chosen: (names) => `Chosen: ${names}`,
    nothing: 'Nothing chosen yet.',
    all: 'Choose all',
    none: 'Choose none',
    noneFits: 'Nothing fits.',
    narrow: (count) => `${count} more. Please type to narrow the list.`,
  },
  form: {
    inVietnamese: (label) => `${label} (Vietnamese)`,
    inEnglish: (label) => `${label} (English)`,
    choose: '– Please choose –',
    save: 'Save',
    busy: 'Sending…',
    cancel: 'Cancel',
    faulty: (count) =>
      `${count === '1' ? '1 field needs' : `${count} fields need`} another look; what to change stands under each.`,
    stale:
      'The server did not accept this. Things may have just changed; please reload the page and try again.',
  },
  faults: {
    needed: 'Please fill this in.',
    'too-long': 'This is too long.',
    wrong: 'This does not have the right form.',
    unknown: 'This is no longer there, or lies outside of the scope of the account.',
    taken: 'Something else uses this already.',
    order: 'The end must come after the beginning.',
    'too-early': 'This day is too early.',
    'too-late': 'This day is too late.',
    'too-many': 'More than allowed.',
    'not-allowed': 'This account may not choose this.',
  },
};
