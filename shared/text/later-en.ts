import type { LaterWords } from './words.ts';

export const laterEn = {
  bigText: 'Larger text',
  sample: 'English. Touch here to listen and answer in English.',
  practiceTitle: 'Is it hot or cool today?',
  practiceWhy: 'This question is only for practice and is not recorded.',
  practiceOptions: ['Hot', 'Cool'],

  listen: 'Listen',
  stop: 'Stop',
  trialVoice: 'trial voice',
  softer: 'Softer',
  louder: 'Louder',
  volume: 'Volume: step {at} of {of}',
  hearAnswer: 'Hear: {answer}',
} as const satisfies LaterWords;
