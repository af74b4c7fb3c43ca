import type { LaterWords } from './words.ts';

export const laterEn = {
  bigText: 'Larger text',
  sample: 'English. Touch here to listen and answer in English.',
  practiceTitle: 'Is it hot or cool today?',
  practiceWhy: 'This question is only for practice and is not recorded.',
  practiceOptions: ['Hot', 'Cool'],
} as const satisfies LaterWords;
