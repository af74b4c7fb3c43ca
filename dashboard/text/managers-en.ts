import { doorEn } from './door-en.ts';
import { versionsEn } from './versions-en.ts';
import type { Words } from './managers-vi.ts';

export const managersEn = {
  brand: 'Satisfaction survey',
  brandWho: 'For managers',
  language: 'Language',
  skip: 'Skip to the main content',
  pages: {
    label: 'Pages',
    figures: 'Results',
    detail: 'In detail',
    trust: 'Trust',
    'on-time': 'On time',
    calendar: 'Calendar',
    devices: 'Devices',
    cases: 'Remarks',
    held: 'For review',
    counter: 'Counter code',
    paper: 'Paper forms',
    settings: 'Settings',
    audit: 'Audit log',
    exports: 'Export forms',
    waiting: (page: string, count: string) =>
      count === '1'
        ? `1 ${page === 'cases' ? 'open case' : 'form'}`
        : `${count} ${page === 'cases' ? 'open cases' : 'forms'}`,
    opening: 'Opening the page…',
    unopened: 'This page could not be opened. Please check the network and try again.',
    noneAllowed: 'This account may see no page.',
  },
  // the mark itself stays Vietnamese: whoever looks over an English reader's shoulder must understand it too
  alerts: {
    label: 'Low score alerts',
    unseen: (count: string) =>
      count === '1'
        ? '1 service point is below its warning line.'
        : `${count} service points are below their warning line.`,
    open: 'See the alerts',
  },
  demo: 'DỮ LIỆU MINH HỌA',
  demoMore: 'units and figures are not real',
  training: 'LUYỆN TẬP',
  trainingMore: 'training, figures for practice only',
  loading: 'Loading figures…',

  ...doorEn,
  signOut: 'Sign out',
  secondFactor: 'Turn on two-step sign-in for this account',

  problems: {
    malformed: 'The server does not understand this request. Please check what you entered.',
    'no-session': 'Your session has ended. Please sign in again.',
    'wrong-credentials': 'The sign-in name or password is not right.',
    'wrong-code': 'The code is not right or has been used. Please wait for the next one.',
    'login-taken': 'This sign-in name is taken. Please choose another one.',
    'cross-site': 'The request came from another site and was refused. Please reload the page.',
    'link-used': 'This link has been used or has expired. Please ask your administrator for a new one.',
    forbidden: 'This account may not do that.',
    'not-found': 'The chosen unit or period was not found.',
    'too-large': 'What was sent is too long.',
    'not-ready': 'The server is starting and cannot answer yet. The page will try again.',
    internal:
      'Something went wrong on the server. Please try again later; if the error persists, tell your administrator.',
  },
  tooMany: (wait: string) => `Too many attempts. Please wait ${wait} and try again.`,
  aWhile: 'a few minutes',
  seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  unreachable: 'The server cannot be reached. Please check the network and try again.',

  choose: {
    group: 'Choose what to see',
    unit: 'Unit',
    change: 'Change unit, period or form',
    up: (name: string) => `Up to ${name}`,
    tree: 'Tree of units',
    treeOfPeriod: 'Of the period',
    treeSince: (day: string) => `Since ${day}`,
    period: 'Period',
    reports: 'Reporting periods',
    quarters: 'Calendar quarters',
    months: 'Months',
    halves: 'Half-months',
    form: 'Form',
    express: 'Express form',
    full: 'Full form',
    refresh: 'Refresh',
  },

  title: (unit: string, period: string) => `Satisfaction survey results at ${unit}, ${period}`,
  certified: (version: string, day: string) =>
    `The figures of this period are certified: version ${version} of ${day}`,
  policy: 'Policy issuance and implementation',
  policyShort: 'Policy',
  service: 'Public service delivery',
  serviceShort: 'Service',
  all: 'Both areas together',
  overallQuestion: 'Overall question',
  overallQuestionMore: 'outside the two areas; forms ended early count too',
  others: 'Other results',
  top2: 'Satisfied share',
  mean5: 'Mean score ÷ 5 × 100',
  forms: (count: string) => `n = ${count} forms`,
  n: (count: string) => `n = ${count}`,
  interval: '95 % interval',
  noOpinion: (percent: string) => `no opinion: ${percent}`,
  greyNote: 'Fewer than 30 forms so far: for orientation only.',
  greyLegend: 'Grey: fewer than 30 forms, for orientation only.',
  withheld: 'not enough data',
  withheldWhy: {
    'too-few': 'Fewer than 10 forms, so no percentage is given.',
    'no-answers': 'No answers yet.',
    'item-below-ten': 'An item has fewer than 10 answers, so no mean can be given.',
    complement: 'Withheld, so that the figures of a place with few forms cannot be worked out.',
  },
  target: {
    states: { met: 'Met', 'not-met': 'Not met', 'cannot-tell': 'Cannot tell yet' },
    of: (year: number, percent: string) => `target ${year}: ${percent}`,
    none: 'No target set for this period',
    notHere: 'The target does not apply to this way of computing',
    unjudged: (year: number, percent: string) => `Target ${year}: ${percent}`,
    word: 'Target',
    against: 'Against target',
    why: 'Met: the whole interval is at or above the target. Not met: the whole interval is below it. Cannot tell yet: the interval contains the target.',
    source: (text: string) => `Source of the target: ${text}`,
  },

  change: {
    since: (period: string) => `Against ${period}`,
    up: (points: string) => `up ${points} points`,
    down: (points: string) => `down ${points} points`,
    same: 'neither up nor down',
    clear: 'a clear difference',
    unclear: 'too little to call it a real change',
    none: 'cannot be compared yet',
  },
  attention: {
    title: 'Look here first',
    factors: 'Lowest factors',
    gap: (points: string) => `${points} points short`,
    noUnits: 'No place is clearly lower or has clearly fallen.',
    below: 'Service clearly lower than in the other places',
    fell: (period: string) => `Service clearly lower than in ${period}`,
    more: (count: string) => `See ${count} more`,
  },

  counts: {
    report: 'Report',
    heading: 'Forms',
    received: (received: string, shown: string) => `Received ${received}, showing ${shown}`,
    receivedNone: 'No forms received in this period',
    valid: (valid: string, partial: string) =>
      `Of these: valid ${valid}; ended early ${partial}, some of them valid`,
    unsent: (unsent: string, devices: string) => `Forms not yet sent: ${unsent} (devices: ${devices})`,
    unsentNone: (devices: string) => `No forms waiting to be sent (devices: ${devices})`,
    noDevices: 'No devices yet',
    red: (count: string) => (count === '1' ? '1 device to act on now' : `${count} devices to act on now`),
    toDevices: 'See the devices',
    quiet: (day: string) => `Device silent longest: last heard from on ${day}`,
    neverHeard: 'No device has reported yet',
    asOf: (instant: string) => `Figures as of ${instant}`,
    open: '(period still open)',
  },

  method: {
    label: 'How it is computed:',
    top2: 'share of answers “Satisfied” and “Very satisfied” among all valid answers',
    pooledEnd: ', pooled from raw counts (express form: each answer times the fixed weight of its question)',
    mean5: 'mean score ÷ 5 × 100',
    noOpinion: '; “No opinion” is not counted.',
    aggregations: {
      mean_items: ', as the mean of the items',
      mean_factors: ', as the mean of the factors; together: the mean of the two areas',
      mean_nine_factors: ', as the mean of the nine factors',
    },
    aggregationNames: {
      pooled: 'Pooled from raw counts',
      mean_items: 'Mean of the items',
      mean_factors: 'Mean of the factors (together: of the two areas)',
      mean_nine_factors: 'Mean of the nine factors',
    },
    other: 'See it computed another way',
    statistic: 'Statistic',
    aggregation: 'Aggregation',
    official: '(of the campaign)',
    unofficial: 'Computed in another way than the campaign’s; targets do not apply.',
    backToOfficial: 'Back to the campaign’s way',
    details: 'Details of the method',
    passport: (name: string) => `Figure passport: ${name}`,
    setting:
      'The method is a setting of the survey and is always printed with the figures. Pooling from raw counts is the default because no fixed weights of the two areas fit the published results of every year.',
    intervalHow:
      '95 % interval: Wilson on the effective sample size. Answers on one form are alike, so each form is treated as one cluster.',
    release:
      'A new form is counted as received at once; the percentages of an open period move only when at least 10 more forms of the same place, channel and form type have come, so that no one person’s answers can be guessed. Demonstration and training data move at once.',
    questionnaire: (id: string, version: number) => `Questionnaire: ${id}, version ${version}.`,
    form: (form: string) => `Form: ${form}. Express and full forms are never merged.`,
    figure: 'Result',
    formsCol: 'Forms (n)',
    answers: 'Answers',
    noOpinionCol: 'No opinion',
    nEff: 'Effective sample size',
    caption: 'Raw counts behind the four results above',
  },

  table: { show: 'Show table', hide: 'Show chart', of: (title: string) => `Table: ${title}` },

  versions: versionsEn,

  trend: {
    title: 'Month by month',
    note: 'The band is the 95 % interval, the dashed line the target of the year. Hollow dot: fewer than 30 forms. Gap: not enough data.',
    month: 'Month',
    empty: 'No month has enough data to draw yet.',
    failed: 'The chart could not be loaded. The figures are in the table.',
    drawing: 'Drawing…',
    keys: 'Left and right arrow keys: read month by month.',
    axis: (from: number) => `Axis from ${from} % to 100 %`,
  },

  factors: {
    title: 'The factors',
    note: 'The numbers in the bars are the answers at each level; the bars are aligned on the middle of “Neutral”. “No opinion” stands outside the bar and is not counted in the percentage.',
    factor: 'Factor',
    levels: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    noOpinion: (count: string) => `No opinion: ${count}`,
    noOpinionCol: 'No opinion',
    gap: 'Points short of the target',
    items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
    itemsNote:
      'Items are named once a half-month has ended; each is answered by fewer people, so it takes more forms until a figure can be given.',
    figure: 'Result',
    bar: 'Answers by level',
    empty: 'This questionnaire has no factors.',
    legend: 'Legend',
  },

  units: {
    title: 'Unit by unit',
    note: 'The order by percentage is not a ranking: two neighbours may not really differ.',
    axis: (from: number) =>
      `Public service delivery by month; all charts have the same axis, ${from} % to 100 %.`,
    sort: 'Sort',
    byName: 'By name',
    byValue: 'By percentage',
    unit: 'Unit',
    empty: 'There are no units or service points below.',
    open: (name: string) => `See ${name}`,
    withheldSum: (count: string) =>
      `Not enough data to show alone, taken together: n = ${count} forms. Together with the n of the units shown, this adds up to the overall n.`,
    lineOf: (name: string) => `${name}: month by month`,
  },

  channels: {
    title: 'How people answered',
    note: 'The results above merge these channels; the results of different channels cannot be compared as if they were alike.',
    channel: 'Channel',
    shown: 'Forms shown',
    names: {
      kiosk: 'Tablet at the counter',
      qr: 'QR code at the counter (citizen’s own phone)',
      ticket: 'One-time invitation',
      assisted: 'Face-to-face interview',
      call: 'Telephone interview',
      paper: 'Paper form',
    },
    empty: 'No forms yet.',
  },

  state: {
    offline: (asOf: string) =>
      `No connection to the server. Below are the figures of ${asOf}; the page keeps trying.`,
    offlineFirst: 'The server cannot be reached, so there are no figures yet. The page tries again shortly.',
    stale: (problem: string, asOf: string) => `${problem} Below are the figures of ${asOf}.`,
    retry: 'Try again now',
    updated: (instant: string) => `The figures were updated just now, at ${instant}.`,
    noUnits: 'This account has no unit yet. Please ask your administrator.',
    emptyPeriod: 'There are no forms of the chosen type in this period. Choose another period or form above.',
  },

  limits:
    'The interval reflects chance error only; not who chose to answer, the presence of staff, or that people who come on the same day tend to answer alike.',
  local:
    'Results here come from the unit’s own survey; they are not the index published by the Ministry of Home Affairs.',
} satisfies Words;
