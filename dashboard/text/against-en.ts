import type { AgainstWords } from './against-vi.ts';

export const againstEn: AgainstWords = {
  title: 'Against dossiers returned',
  lead: 'Whether many or few forms came beside the dossiers returned, and what the percentages would be if each field and each unit counted for its dossiers.',
  loading: 'Loading the counts of dossiers…',
  takeUp: 'Forms of 100 dossiers returned',
  total: (forms, returned, per100) =>
    `${forms} forms and ${returned} dossiers returned: ${per100} forms of 100 dossiers.`,
  noDossiers:
    'Not enough is known of the dossiers of this whole period. Statistics speak of months; half-months and reporting periods need lists of dossiers.',
  toMonth: (month) => `See ${month}`,
  knownUntil: (day) =>
    `Lists of dossiers end on ${day}: what was returned later is not counted, so that forms of 100 dossiers may look like more than they are.`,
  noForms: 'The number of forms of this period cannot be told yet.',
  units: 'By unit',
  fields: 'By field',
  fieldsOpen: 'Fields are told apart when the period is over, so that nobody can guess one person’s answer.',
  columns: { unit: 'Unit', field: 'Field', per100: 'Forms of 100 dossiers', of: 'Forms / dossiers returned' },
  few: 'not told',
  unknown: 'not known',
  of: (forms, returned) => `${forms} / ${returned}`,
  takeUpNote:
    'Counts forms with an answer to the overall question, of the kind of form chosen. Whoever came without a dossier may answer too, and one person may have several dossiers: it says whether many or few forms came, and is no response rate.',
  weighed: 'The second figure: weighted by dossiers',
  weighedLead:
    'The headline takes all forms alike. The second figure gives each field or unit its share of the dossiers returned, so that a place where few care to answer is not drowned. It stands beside the headline and never in its place.',
  weighedColumns: {
    group: 'Satisfied',
    plain: 'Headline, all forms alike',
    by: { field: 'By dossiers of each field', unit: 'By dossiers of each unit' },
  },
  groups: { I: 'Public policy', II: 'Public services' },
  not: {
    headline: 'The headline cannot be told.',
    open: 'Told when the period is over.',
    dossiers: 'Not enough is known of the dossiers of the whole period.',
    'one-row': 'There is only one group: nothing to weigh.',
    unnamed: 'Less than 80 % of the forms say their field.',
    few: 'Too few forms in the groups.',
  },
  shares: (by) => `Shares used: ${by}`,
  shareColumns: ['Group', 'Dossiers returned', 'Share of dossiers', 'Forms', 'Share of forms'],
  others: 'Groups with few forms, together',
  more: (name) => `${name}, with groups of which no form came`,
  weighedNote:
    'P = Σ W·p with the shares W of dossiers returned; 95 % interval of a stratified sample. Groups with fewer than 10 forms are merged, never dropped. The two figures are not tested against each other: they rest on the same forms.',
};
