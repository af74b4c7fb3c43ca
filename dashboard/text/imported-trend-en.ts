import type { GroupBreak } from '../../shared/version-breaks.ts';
import type { ImportedTrendWords } from './imported-trend-vi.ts';

const states: Record<GroupBreak, string> = {
  same: 'the same questions',
  reworded: 'the same questions, some in other words',
  changed: 'other questions',
};

export const importedTrendEn: ImportedTrendWords = {
  mark: 'imported',
  part: { h1: '6 mo.', q1: 'Q I', q2: 'Q II', q3: 'Q III', q4: 'Q IV' },
  name: (period, form) => `${period} (imported; ${form})`,
  noInterval: 'no interval',
  forms: (count) => `n = ${count}`,
  note: 'Open diamonds left of the line “imported” are results of former years, which the office has brought in from tables of counts; this software did not collect them. They are joined neither with each other nor with the months, and nothing is said to rise or fall by them.',
  why: 'Why there is no interval: the answers on one form are alike, and a table of counts by item does not tell how much. An interval from the number of answers would be narrower than the truth.',
  change: (from, to, policy, service) =>
    `Between ${from} and ${to} the form changed. Policy: ${states[policy]}. Service: ${states[service]}.`,
  now: (form, policy, service) =>
    `${form}, against the questionnaire of today: policy – ${states[policy]}; service – ${states[service]}. Even with the same questions, who was asked and how may have been different.`,
  sources: 'Where imported figures come from',
  source: (period, file, day, by) =>
    `${period}: imported on ${day}${by === null ? '' : ` by ${by}`}; checksum of the file (SHA-256) ${file}.`,
  replaced: (reason) => `It replaced an earlier table: ${reason}`,
  formOf: (form) => form.en,
};
