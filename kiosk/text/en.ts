import type { Words } from './words.ts';

export const en = {
  languageName: 'English',
  demoMark: 'ILLUSTRATIVE DATA',
  trainingMark: 'TRAINING',
  notPersistedNote: 'This device may not keep data for long yet',

  attractTitle: 'Touch to tell us',
  attractPromise: 'under 1 minute – no name taken',
  attractWhat: 'How satisfied are you with how your business was handled?',
  notice: 'How are answers used?',
  noticeTitle: 'How are your answers used?',
  noticeParts: [
    [
      'Who asks',
      '{unit} surveys how satisfied people and organisations are with the service of state administrative agencies.',
    ],
    [
      'What for',
      'Answers are added up into percentages in order to improve the service. Nobody looks at the answers of one person.',
    ],
    [
      'No name',
      'We do not ask for names, phone numbers or document numbers; no photo, no recording; not the time of your answer, only morning or afternoon.',
    ],
    [
      'How long',
      'Answers are kept until the figures of the survey period are final and 24 months more; after that only totals remain.',
    ],
    ['Your choice', 'You may stop at any time. Answering or not has no effect on your dossier.'],
  ],
  close: 'Close',

  fieldTitle: 'What did you come for today?',
  fieldOther: 'Something else',

  eyebrow: 'How satisfied are you with',
  explain: 'Explain',
  scale: 'Level of satisfaction',
  chosen: 'Chosen: {answer}',
  progress: 'Question {at} of {of}',
  back: 'Back',
  forward: 'Continue',
  end: 'Finish',

  endingProgress: 'Extra {at}/{of}',
  endingWhy: 'Optional. It only helps to see whether all groups of people are served equally.',
  endingTitles: {
    sex: 'Your sex',
    age: 'Your age',
    kind: 'On whose behalf did you come?',
    remark: 'Would you like to add anything?',
  },
  sexes: ['Male', 'Female'],
  ages: ['18–24', '25–34', '35–49', '50–60', 'Over 60'],
  kinds: { person: 'Myself or my family', organisation: 'An organisation or business' },
  remarkLabel: 'Your remark, at most 300 characters',
  remarkWarning:
    'Optional. Please do not write names, phone numbers or document numbers, yours or anyone else’s.',
  skip: 'Leave this one out',
  skipAll: 'Skip this part',

  reviewTitle: 'Your answers',
  reviewTimed: 'Sent by itself after 8 seconds. To change something, touch “Change”.',
  reviewHeld: 'Touch the answer you want to change, then touch “Send”.',
  reviewEdit: 'Change',
  notAnswered: 'Not answered',
  send: 'Send',

  warningTitle: 'Are you still there?',
  warningText: 'This screen will finish by itself after 20 seconds.',
  stay: 'I am still here',

  saving: 'Saving…',
  thanksTitle: 'Thank you',
  thanksText: 'Your answers have been recorded, without your name.',

  faultTitle: 'Your answers could not be saved yet',
  faultText: 'They are still on this device. Please tell the staff; the device will try again by itself.',
  retry: 'Try again',
} as const satisfies Words;
