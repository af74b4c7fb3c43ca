import { versionsEn } from './versions-en.ts';
import type { CampaignWords } from './campaigns-vi.ts';

export const campaignsEn: CampaignWords = {
  title: 'Campaigns',
  lead: 'A campaign says where people are asked, from which day to which, with which questionnaire and how figures are computed. Once it has begun its method never changes; to compute in another way, plan a new campaign, so that figures of the past stay what they were.',
  loading: 'Loading the campaigns…',
  none: 'There is no campaign yet.',
  add: 'Plan a campaign',
  states: { planned: 'Not begun', running: 'Running', ended: 'Ended' },
  columns: {
    name: 'Campaign',
    state: 'State',
    unit: 'Unit',
    period: 'Period',
    method: 'Method',
    sample: 'Forms needed',
  },
  period: (starts, ends) => (ends === null ? `from ${starts} until further notice` : `${starts} – ${ends}`),
  units: (unit, count) =>
    count === null
      ? `${unit} and all units below`
      : `${count === 1 ? '1 chosen unit' : `${count} chosen units`} of ${unit}`,
  above: 'Campaigns of units above that hold here',
  aboveLead:
    'For reading only; the unit that planned one can change it. A running campaign of your own unit goes before them.',
  noPlan: 'no plan',

  newTitle: 'Plan a campaign',
  newLead: 'Everything can be changed until the day on which it begins.',
  parts: {
    who: 'Name and reach',
    when: 'Period',
    what: 'What is asked',
    how: 'Method',
    sample: 'Sample plan',
    alerts: 'Thresholds',
  },
  name: 'Name',
  nameHelp: 'Stands on the managers’ pages; citizens do not see it.',
  unit: 'Unit that plans it',
  unitHelp: 'It holds for this unit and all below it, unless some are chosen in the next field.',
  reach: 'Reach',
  reachAll: 'This unit and all below it',
  reachAllMore: 'Units that are set up later belong to it too.',
  reachSome: 'Chosen units only',
  reachSomeMore: 'Each chosen unit with all below it.',
  covers: 'Chosen units',
  starts: 'First day',
  startsHelp: 'Today or later. A tablet changes over when it first calls the server on that day.',
  ends: 'Last day',
  endsHelp: 'After it tablets and phone pages ask nobody; forms still on a tablet are sent and counted.',
  endless: 'No last day yet',
  follows: (name, day) =>
    day === null
      ? `Takes the place of “${name}”, which ends on the day before this one begins`
      : `Takes the place of “${name}”, which ends at the end of ${day}`,
  followsHelp:
    'A unit has one campaign a day. The one above must end before this one begins; if you move this one, that last day moves with it.',
  questionnaire: 'Questionnaire',
  questionnaireHelp: 'Published versions only; a published version never changes.',
  retired: 'State of the form',
  retiredMore: (day) =>
    `This version of the form was retired on ${day}: this campaign goes on asking by it, new ones cannot choose it.`,
  version: (title, version) => `${title} (${versionsEn.name(version)})`,
  forms: 'Form of each channel',
  formsHelp:
    'The express form asks 8 questions in under a minute; the full form asks all 39 items. They are never added together.',
  formsLater: 'Other channels',
  formsLaterHelp: 'Kept for pages that will collect them; none uses it yet.',
  formKinds: { express: 'Express form (8 questions)', full: 'Full form (39 items)' },
  statistic: 'Headline figure',
  statistics: {
    top2: { name: 'Share of the satisfied', more: 'Share of the answers “Satisfied” and “Very satisfied”.' },
    mean5: { name: 'Mean', more: 'Mean level divided by 5, times 100; more sensitive to “Very satisfied”.' },
  },
  aggregation: 'How questions are put together',
  aggregations: {
    pooled: {
      name: 'Pooled from the counts',
      more: 'The default: all answers together, with the narrowest interval.',
    },
    mean_items: {
      name: 'Mean of the items',
      more: 'Every item weighs alike; each needs at least 10 answers.',
    },
    mean_factors: {
      name: 'Mean of the factors',
      more: 'Every factor weighs alike within its area; each needs at least 10 answers.',
    },
    mean_nine_factors: {
      name: 'Mean of the nine factors',
      more: 'All nine factors weigh alike, whatever their area.',
    },
  },
  narrow:
    'Please note: the share of the satisfied as a mean of factors has an interval that is somewhat too narrow while forms are few (with 20–30 forms it holds about 92 times in 100, not 95). Pooling is the better choice.',
  watchBelow: 'To be watched below (%)',
  warnBelow: 'Warning below (%)',
  formsBelow: 'Warning when a service point has fewer (valid forms in half a month)',
  formsBelowHelp: '0: no warning about numbers of forms.',
  alertsNote:
    'Thresholds are kept with the campaign. Sending alerts is not part of this version. 90 and 80 are the product’s own proposal, not a rule.',
  hasPlan: 'Plan the sample of this campaign',
  planLead: 'The plan says how many valid forms make a figure reliable. It changes no figure.',
  formula: 'Formula',
  formulas: {
    slovin: { name: 'Slovin', more: 'n = N / (1 + N·e²), rounded up; the ministry’s method of 2012.' },
    margin: {
      name: 'Margin of error',
      more: 'n₀ = 1.96²·p(1 − p)/e²; n = n₀ / (1 + (n₀ − 1)/N), rounded up (Cochran 1977).',
    },
  },
  errorPoints: 'Accepted error e (percentage points)',
  expected: 'Expected percentage p (%)',
  expectedHelp: 'Leave 50 where it is not known: the safe guess.',
  rows: 'Dossiers in the period of the campaign',
  rowsHelp: 'Each row is a unit and a field (or all fields). Each row reaches the error above by itself.',
  rowUnit: 'Unit',
  rowField: 'Field',
  rowPopulation: 'Dossiers (N)',
  allFields: 'All fields',
  addRow: 'Add a row',
  addUnits: 'Add a row for each unit',
  removeRow: (row) => `Remove ${row}`,
  remove: 'Remove',
  row: (number) => `Row ${number}`,
  formsNeeded: (count) => `${count} valid forms needed`,
  planSum: (forms, population) => `All rows: ${forms} valid forms for ${population} dossiers.`,
  planTogether: (forms) => `If one figure for all of them is enough: ${forms} forms.`,
  planNote: 'Computed for one answer a form. Forms that are not valid do not count, so plan for some more.',

  save: 'Save the campaign',
  saved: 'Saved.',
  locked: 'It has begun: name, thresholds and sample plan can still be changed.',
  ended: 'It has ended; everything stays as it was.',
  progress: 'See how many forms have come',
  facts: 'What it says',
  until: 'Change the last day',
  untilWhat: (now) =>
    `${now === null ? 'This campaign has no last day.' : `Its last day is ${now}.`} After its last day tablets and phone pages ask nobody; forms that were taken stay, and forms still on a tablet are accepted. Once it has ended it cannot be opened again.`,
  untilGo: 'Change the last day',
  untilDone: 'The last day has been changed.',
  drop: 'Delete this campaign',
  dropWhat: (name, starts) =>
    `Deletes “${name}”, which would begin on ${starts}. No form, tablet or code belongs to it. The audit log will say so.`,
  dropGo: 'Delete',
  faults: {
    'starts taken':
      'One of these units has another campaign in these days. Please choose other days, or let that one end before.',
    'starts too-early':
      'The first day must be today or later: figures of days that are over do not change any more.',
    'ends taken': 'Another campaign begins before that day.',
    'ends too-early': 'The last day must be today or later.',
    'follows order': 'What this one takes the place of must begin before it.',
    'covers taken': 'What this one takes the place of also holds for other units; please choose all of them.',
    'thresholds.warnBelow order': 'The warning must not be higher than the threshold to watch.',
  },
  rowTaken: 'This unit and field have a row already.',
  reopens: (name, ends) => `“${name}”, which ends on ${ends}, goes on afterwards`,
  reopensHelp:
    'Until the next campaign begins, or without a last day. Without the tick nobody is asked after that day.',
};
