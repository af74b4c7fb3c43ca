import type { doorVi } from './door-vi.ts';

export const doorEn = {
  signIn: {
    title: 'Sign in',
    lead: 'For managers and officials who follow the survey results.',
    login: 'Sign-in name',
    password: 'Password',
    show: 'Show password',
    submit: 'Sign in',
    busy: 'Signing in…',
    forgot: 'Forgotten your password? Please ask your unit’s administrator for a link to set a new one.',
    fillIn: 'Please enter your sign-in name and password.',
    ended: 'Your session has ended. Please sign in again.',
    signedOut: 'You have signed out.',
    codeTitle: 'Enter your code',
    codeLead: 'Open the authenticator app on your phone and enter the code that it shows for this account.',
    code: '6-digit code',
    codeFillIn: 'Please enter all 6 digits.',
    codeLost: 'Lost or changed your phone? Please ask your administrator to set it up again.',
    passwordSet: 'The new password is saved. Please sign in with it and your code.',
  },
  account: {
    inviteTitle: 'Create your account',
    inviteLead: 'This link works once. Please choose your sign-in name and password.',
    resetTitle: 'Set a new password',
    resetLead: 'This link works once.',
    name: 'Full name',
    newPassword: 'New password',
    rule: (least: number) =>
      `At least ${least} characters. A short sentence that is easy to remember is best.`,
    ruleBroken: (least: number) => `The password is too short: at least ${least} characters are needed.`,
    fillIn: 'Please fill in every field.',
    inviteSubmit: 'Create account and sign in',
    resetSubmit: 'Save password and sign in',
    busy: 'Sending…',
    toSignIn: 'To the sign-in page',
    malformed:
      'The server did not accept this. The sign-in name may already be taken, or may contain characters that cannot be used: only unaccented letters, digits, dots and hyphens. Please choose another.',
  },
} satisfies typeof doorVi;
