import type { ProgressWords } from './progress-vi.ts';

export const progressEn: ProgressWords = {
  title: 'Progress and supervision',
  lead: 'How many valid forms each unit has against the plan, and whether they will be enough at the cut-off. These are counts for managing the collection, not results of the survey.',
  loading: 'Loading the progress…',
  campaign: 'Campaign',
  none: 'There is no campaign to watch yet.',
  progress: {
    title: 'Progress against the plan',
    run: (from, to) => `From ${from} to the end of ${to}.`,
    year: 'This campaign has no last day yet, so the cut-off is the last day of the reporting year.',
    whole: (from, to) =>
      `Forms are counted by whole half-months, from ${from} to ${to}; another campaign in the same half-month, if there was one, is in this number too.`,
    noPlan:
      'This campaign has no sample plan, so there is only what was received and the forecast. A plan can be made on the page of the campaign.',
    toCampaign: 'Open the page of the campaign',
    summary: 'Overview',
    units: (count) => (count === '1' ? '1 unit' : `${count} units`),
    received: (received, wanted) =>
      wanted === null ? `${received} valid forms` : `${received} of ${wanted} valid forms wanted`,
    hidden: (wanted) =>
      wanted === null
        ? 'The number may not be named yet'
        : `The number may not be named yet; ${wanted} valid forms wanted`,
    leavesOut: 'A kind of form of which there are fewer than 10 is not in it.',
    forecast: (expected, low, high) =>
      `Forecast at the cut-off: ${expected} forms (95 % prediction interval ${low}–${high}).`,
    noForecast:
      'No forecast yet: it takes three half-months with opening days, and enough forms to be named.',
    left: (left, passed) =>
      `${left === '1' ? '1 opening day' : `${left} opening days`} left, ${passed} passed.`,
    over: 'The cut-off has passed.',
    channels: 'By channel',
    channel: 'Channel',
    form: 'Form',
    columnReceived: 'Received',
    columnForecast: 'Forecast at the cut-off',
    range: (expected, low, high) => `${expected} (${low}–${high})`,
    few: 'not named yet',
    noChannelTarget: 'The plan names forms of the whole unit, none for each channel.',
    forms: { express: 'express form', full: 'full form' },
    outlooks: {
      reached: 'Reached',
      enough: 'On course',
      'at-risk': 'At risk',
      short: 'Falling short',
      unknown: 'Cannot be told yet',
    },
    missed: 'Not reached',
    method:
      'Forecast: forms per opening day of the last six half-months, times the opening days that are left. The prediction interval is that of Krishnamoorthy and Peng (2011) for a Poisson count, wider where half-months differ much. “On course” and “falling short” are said only when the whole interval lies on one side of the number wanted.',
    released:
      'Only released forms are counted: numbers of an open period move by at least 10, and numbers below 10 are not named.',
  },
  interviews: {
    title: 'Supervision of interviews',
    lead: 'How many people the telephones of staff have asked, and how answers to an interviewer stand beside the other ways of the same unit. A form names no device and no interviewer, so they can be compared by way and unit, and not by official.',
    interviewers: 'By telephone',
    noInterviewers: 'There is no telephone of staff here yet.',
    counted: (from, to) => `Counted by each telephone from ${from} to ${to}`,
    interviewerColumns: [
      'Official and telephone',
      'Unit',
      'Days of asking',
      'Agreed',
      'Refused',
      'Share that agreed',
      'At their own counter',
      'Forms received from it',
    ],
    nobody: 'account removed',
    ways: 'Overall question, by channel',
    noWays: 'There is no interview in this campaign yet.',
    wayColumns: [
      'Channel',
      'Satisfied and very satisfied',
      'Level 1 · 2 · 3 · 4 · 5',
      '“No opinion”',
      'Against the other channels',
    ],
    look: 'clearly different, worth a look',
    ofAnswers: (percent, answers) => `${percent} of ${answers} answers`,
    few: 'too few yet',
    apart: { higher: 'clearly higher', lower: 'clearly lower', alike: 'no clear difference' },
    waysNote:
      'People and forms of the channels differ, so a clear difference is no offence: it is a place to look at how people are asked. The comparison is the test of “Change” in the method, interviews against all other channels; numbers below 10 forms are not named.',
  },
  rechecks: {
    title: 'Re-check of interviews',
    lead: 'Of twenty completed interviews by telephone the server draws about one at random. Within 14 days somebody else asks whether there was an interview, when and how. What was answered is not asked again. Interviews face to face have no number: for each half-month the server draws up to 20 of the dossiers that were returned at a place with ten such interviews or more, and people are asked whether they were interviewed there.',
    none: 'There is nobody to be asked again at the moment.',
    more: (count) => `${count} more people come when the outcomes of these are recorded.`,
    script:
      'You may say: “I am calling to check the quality of our survey. Has anybody asked your opinion about your procedure lately? When was that, and how were you asked?” Whoever is called may decline.',
    closed: (next) => `Outside of the hours for calls no number is shown. Calls are possible from ${next}.`,
    noProcedure: 'Procedure not named in the list',
    call: (number) => `Call ${number}`,
    dossier: (code, returned) =>
      returned === null ? `Dossier ${code}` : `Dossier ${code}, returned on ${returned}`,
    interviewed: (period, point) => `Interview on record: ${period}, ${point}.`,
    drawnFace: (period, point) =>
      `Drawn from the dossiers returned: ${period}, ${point}. This person may not have been interviewed face to face.`,
    until: (day) => `To be asked by ${day}.`,
    tries: (tries, most) => `Called ${tries} of ${most} times without reaching anybody.`,
    isOwn: 'This account interviewed, so somebody else must ask.',
    open: 'Record the outcome',
    openOf: (code) => `Record the outcome for dossier ${code}`,
    what: 'Once recorded, the number no longer belongs to this re-check. Whoever was not reached can be called again.',
    go: 'Record',
    done: 'The outcome is recorded.',
    whether: 'Was there an interview?',
    outcomes: {
      yes: 'Yes',
      no: 'No',
      unsure: 'Does not remember',
      refused: 'Does not want to say',
      unreached: 'Not reached',
    },
    when: 'When?',
    times: { same: 'In the time that is recorded', other: 'At another time', unsure: 'Does not remember' },
    how: 'How?',
    ways: {
      call: 'By telephone',
      face: 'Face to face',
      other: 'In another way',
      unsure: 'Does not remember',
    },
    columns: ['Interviewer', 'Asked to the end', 'Said something', 'Confirmed', 'Not confirmed'],
    not: (none, time, way, unsure) =>
      `none: ${none}; another time: ${time}; another way: ${way}; not remembered: ${unsure}`,
    all: 'All',
    few: 'too few yet',
    caption: (period) => `Re-checks, counted from: ${period}`,
    note: 'Confirmed: there was an interview, and nobody said that it was at another time or in another way. Below 10 people nothing is told. People forget: a low share is a place to look, not a finding.',
    faceCaption: 'Re-checks of interviews face to face, by service point',
    faceColumns: [
      'Service point',
      'Against the record',
      'Say they were interviewed face to face',
      'Share on record',
      'Said something',
      'Asked to the end',
    ],
    below: 'clearly lower, please look',
    notBelow: 'not clearly lower',
    faceNote:
      'The share on record: people who agreed to be asked, as officials’ telephones counted them, over the dossiers returned there, in the half-months that were asked about. People who only handed in a dossier may have been interviewed too, and a list of dossiers may lack some, so the share on record can be too high: “clearly lower” is a place to look, not a finding.',
  },
};
