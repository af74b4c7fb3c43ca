import type { SecondFactorWords } from './second-factor-vi.ts';

export const secondFactorEn: SecondFactorWords = {
  title: 'Set up two-step sign-in',
  lead: 'This account can see the results of the survey, so besides the password it needs a code that changes every 30 seconds. You set it up once.',
  leadChosen:
    'Besides the password, each sign-in will need a code that changes every 30 seconds. Whoever learns the password alone cannot get in. You set it up once.',
  steps: [
    'On your phone, open an authenticator app, such as Google Authenticator or Microsoft Authenticator.',
    'In the app, add an account and scan this QR code.',
    'Enter the 6-digit code that the app shows now.',
  ],
  picture: 'QR code for the authenticator app',
  byHand: 'Cannot scan it? Enter this key in the app:',
  code: '6-digit code',
  submit: 'Confirm',
  busy: 'Checking…',
  fillIn: 'Please enter all 6 digits.',
  wrong:
    'The code is not right. Please wait for the next code and enter that; if it still fails, check the time on your phone.',
  loading: 'Preparing the code…',
  retry: 'Try again',
  signOut: 'Sign out and set it up later',
  back: 'Later, back to the results',
  tooOld:
    'The QR code is more than 30 minutes old. Please press “Try again” and scan the new one with the app.',
};
