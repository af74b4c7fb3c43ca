import type { AgainstWords } from './against-vi.ts';

export const againstEn: AgainstWords = {
  title: 'Compared with dossiers returned',
  lead: 'How many forms came compared with the dossiers returned, and what the percentages would be if each field or unit counted by its number of dossiers.',
  loading: 'Loading the counts of dossiers…',
  takeUp: 'Forms per 100 dossiers returned',
  total: (forms, returned, per100) =>
    `${forms} forms and ${returned} dossiers returned: ${per100} forms per 100 dossiers.`,
  noDossiers:
    'Not enough is known about the dossiers of this whole period. Statistics cover whole months only; half-months and reporting periods need lists of dossiers.',
  toMonth: (month) => `See ${month}`,
  knownUntil: (day) =>
    `Lists of dossiers end on ${day}: what was returned later is not counted, so the forms per 100 dossiers may look higher than they are.`,
  noForms: 'The number of forms in this period cannot be given yet.',
  units: 'By unit',
  fields: 'By field',
  fieldsOpen:
    'Figures by field are given once the period has ended, so that nobody can guess one person’s answer.',
  columns: {
    unit: 'Unit',
    field: 'Field',
    per100: 'Forms per 100 dossiers',
    of: 'Forms / dossiers returned',
  },
  few: 'not given',
  unknown: 'not known',
  of: (forms, returned) => `${forms} / ${returned}`,
  takeUpNote:
    'Counts forms with an answer to the overall question, of the kind of form chosen. Whoever came without a dossier may answer too, and one person may have several dossiers: it shows whether many or few forms came and is not a response rate.',
  weighed: 'The second figure: weighted by dossiers',
  weighedLead:
    'The headline takes all forms alike. The second figure gives each field or unit its share of the dossiers returned, so that a place where few people answer is not drowned out. It stands beside the headline and never in its place.',
  weighedColumns: {
    group: 'Satisfied',
    plain: 'Headline, all forms alike',
    by: { field: 'By dossiers of each field', unit: 'By dossiers of each unit' },
  },
  groups: { I: 'Public policy', II: 'Public services' },
  not: {
    headline: 'The headline is not given yet.',
    open: 'Given once the period has ended.',
    dossiers: 'Not enough is known about the dossiers of the whole period.',
    'one-row': 'There is only one group: nothing to weigh.',
    unnamed: 'Less than 80 % of the forms say their field.',
    few: 'Too few forms in the groups.',
  },
  shares: (by) => `Shares used: ${by}`,
  shareColumns: ['Group', 'Dossiers returned', 'Share of dossiers', 'Forms', 'Share of forms'],
  others: 'Groups with few forms, together',
  more: (name) => `${name}, with groups from which no form came`,
  weighedNote:
    'P = Σ W·p with the shares W of dossiers returned; 95 % interval of a stratified sample. Groups with fewer than 10 forms are merged, never dropped. The two figures are not tested against each other: they rest on the same forms.',
};
