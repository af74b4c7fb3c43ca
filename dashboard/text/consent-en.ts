import type { ConsentTexts } from './consent-vi.ts';

export const consentEn: ConsentTexts = {
  title: 'Words of consent',
  lead: 'An official reads these words out before the first question, and asks on only where the person agrees. Other words are another version: whoever agreed has agreed to what they heard.',
  loading: 'Loading…',
  unit: 'Show the words of',
  unitHelp: 'The words of a unit hold for all units below it, except those that have worded their own.',
  kinds: { assisted: 'Interviews face to face', call: 'Interviews by telephone' },
  usual: 'The words that come with the program.',
  by: (unit, since) => `Worded by ${unit}, used from ${since}.`,
  version: (version) => `Version ${version}.`,
  edit: 'Word it differently',
  what: (unit) =>
    `Holds for ${unit} and all units below it without words of their own. Officials’ telephones take the new words when they reach the server; without a network they go on with the last ones they had.`,
  promised:
    'The promise in bold is always read out and cannot be changed: the program keeps it, not each office.',
  languages: { vi: 'Vietnamese', en: 'English' },
  parts: {
    greeting: 'Greeting and purpose',
    more: 'What is said after the promise (may be empty)',
    question: 'The question for consent',
  },
  greetingHelp: (places, free) =>
    `Must have ${places}: the telephone fills them. ${free} may stand there too. A part in square brackets is read out only where it is known. 600 signs at most.`,
  helps: { more: '300 signs at most.', question: 'Ends with a question mark. 200 signs at most.' },
  greetingWrong: (places, loose) =>
    `The greeting needs 40 signs or more and all of ${places}; the field stands in square brackets, as in ${loose}. No other places.`,
  moreWrong: 'Brackets { } and [ ] cannot be used here.',
  questionWrong:
    'Needs a question of 10 signs or more that ends with a question mark, without brackets { } and [ ].',
  sounds: 'What people will hear (name, place and day are examples):',
  sample: {
    vi: { name: 'Trần Thị Hoa', place: 'Quầy 2', field: 'Hộ tịch', day: '10/11' },
    en: { name: 'Trần Thị Hoa', place: 'Counter 2', field: 'Civil status', day: '10/11' },
  },
  go: 'Use these words',
  done: 'The new words have been written down.',
  reset: 'Give up the own words',
  resetWhat:
    'The unit goes back to the words of the unit above, or to those of the program. Words that were used stay readable under their version.',
  resetDone: 'The own words have been given up.',
  earlier: 'Versions that the unit has worded',
  earlierCaption: 'Versions and their words (Vietnamese)',
  columns: ['From', 'Kind', 'Version', 'Words'],
};
