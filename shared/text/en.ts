import type { Words } from './words.ts';

export const en = {
  languageName: 'English',
  demoMark: 'ILLUSTRATIVE DATA',
  trainingMark: 'TRAINING',
  notPersistedNote: 'This device is not yet allowed to keep data for long',

  lamp: 'Staff should check this device',

  attractTitle: 'Touch to give feedback',
  attractPromise: 'under 1 minute – no name taken',
  attractWhat: 'How satisfied are you with how your business was handled?',
  notice: 'How are answers used?',

  counterTitle: 'Which counter served you?',
  counterOther: 'I do not remember',
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

  endingProgress: 'Extra question {at}/{of}',
  endingWhy: 'Optional. This only helps us see whether all groups of people are served equally.',
  endingTitles: {
    sex: 'Your sex',
    age: 'Your age',
    kind: 'On whose behalf did you come?',
    remark: 'Would you like to add anything?',
  },
  sexes: ['Male', 'Female'],
  ages: ['18–24', '25–34', '35–49', '50–60', 'Over 60'],
  kinds: { person: 'Myself or my family', organisation: 'An organisation or business' },
  remarkLabel: 'Your comments, at most 300 characters',
  remarkWarning:
    'Optional. Please do not write names, phone numbers or document numbers, yours or anyone else’s.',
  skip: 'Skip this question',
  skipAll: 'Skip this part',

  reviewTitle: 'Your answers',
  reviewTimed: 'Sent automatically after 8 seconds. To change something, touch “Change”.',
  reviewHeld: 'Touch the answer you want to change, then touch “Send”.',
  reviewEdit: 'Change',
  notAnswered: 'Not answered',
  send: 'Send',

  warningTitle: 'Are you still there?',
  warningText: 'This session will end automatically after 20 seconds.',
  stay: 'I am still here',

  saving: 'Saving…',
  thanksTitle: 'Thank you',
  thanksText: 'Your answers have been recorded, without your name.',

  faultTitle: 'Your answers could not be saved yet',
  faultText:
    'They are still on this device. Please tell the staff at the counter; the device will try again by itself.',
  retry: 'Try again',

  askUs: 'To talk to the office, please call {contact}.',
} as const satisfies Words;
