import type { interviewVi } from './interview-vi.ts';

export const interviewEn: typeof interviewVi = {
  languageName: 'English',
  languages: 'Language',
  title: 'Face-to-face interview',
  opening: 'Opening…',
  failedTitle: 'The data on this device could not be opened',
  failedText:
    'Please close the page and open it again. If that does not help, tell whoever looks after the devices. Do not clear the browser’s data.',
  otherTitle: 'This device is not used for interviews',
  otherText:
    'This page is for a telephone that an administrator has given to an official. Please open the page of the device to enrol it by a code.',
  device: 'State of the device',
  asker: 'Interviewer: {name}',
  marks: { real: '', demo: 'DEMONSTRATION DATA', training: 'TRAINING' },
  notPersisted: 'The browser does not promise to keep data yet',
  askUs: 'Telephone of the office: {contact}',

  home: {
    title: 'Begin an interview',
    text: 'Scan the code at the counter where the person was served, or choose the counter and the field.',
    textOnly: 'Ask somebody who has just been served, and begin.',
    scan: 'Scan the code at the counter',
    choose: 'Choose counter and field',
    begin: 'Begin',
    duty: 'Today I am on duty at: {counter}',
    dutyNone: 'Today I am on duty at no counter',
    dutyChange: 'Change my counter',
    unsent: '{n} forms wait. They are sent when there is a network.',
    allSent: 'All forms have been sent to the server.',
    lamp: 'Somebody should look at this device: please open “State of the device”.',
  },
  duty: {
    title: 'At which counter are you on duty today?',
    text: 'The interviewer should not be the official who handled the case. The device only uses this to remind you; it does not go into any form.',
    none: 'At no counter',
  },
  counter: { title: 'At which counter was the person served?', other: 'Not known' },
  field: { title: 'What did the person come for?', other: 'Something else' },
  scan: {
    title: 'Scan the code at the counter',
    text: 'Please point the camera at the QR code at the counter, or at the one printed on the counter’s slip.',
    elsewhere:
      'This code belongs to another service point, or is a new one that the device must fetch with a connection. The interview can go on: please close the camera and choose by hand.',
    ticket:
      'This is the code of a receipt or an invitation. It needs a connection and opens on the citizen’s own phone. The interview can go on: please close the camera and choose by hand.',
    other:
      'This code does not tell a counter, such as the code of a dossier; nothing of it is kept. The interview can go on: please close the camera and choose by hand, or scan the code at the counter.',
  },
  consent: {
    title: 'Please read this out',
    ownCounter:
      'You are on duty at this very counter: a colleague should ask. If you go on, the server is told how often this happened today.',
    agree: 'Agrees',
    refuse: 'Refuses',
  },
  refused: {
    title: 'The refusal has been counted',
    text: 'Please thank the person. Only the number of refusals of the day is counted; nothing about this person is kept.',
  },
  next: 'Next person',
  back: 'Back',
  forward: 'Continue',
  progress: 'Question {at}/{of}',
  endingProgress: 'Extra question {at}/{of}',
  eyebrow: 'How satisfied are you with',
  explain: 'Explanation',
  stop: 'Stop',
  stopping: {
    title: 'Stop the interview?',
    kept: 'What has been answered is handed in as a form that is not complete. It cannot be opened again.',
    nothing: 'The overall question has not been answered, so nothing is kept.',
    on: 'Go on asking',
    stop: 'Stop the interview',
  },
  hand: {
    title: 'All questions have been asked',
    text: '{n} of {of} questions were answered. Once handed in, nobody can open or see this form.',
    edit: 'Change an answer',
    unanswered: 'Not answered',
    send: 'Hand in the form',
  },
  saving: 'Saving…',
  thanks: {
    title: 'The form has been kept',
    text: 'Please thank the person. The form carries no name; it lies on this device and is sent when there is a network.',
  },
  fault: {
    title: 'The form could not be kept',
    text: 'The answers are still on this screen. Please do not close the page, and try again.',
    retry: 'Try again',
  },
};
