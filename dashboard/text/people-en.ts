import type { PeopleWords } from './people-vi.ts';

/** Words of the pages of people. */
export const peopleEn: PeopleWords = {
  title: 'People',
  lead: 'Who may sign in, in which role, and which units they see. Nobody can give more rights than their own.',
  loading: 'Loading the list of people …',
  none: 'There is nobody yet.',
  invite: 'Invite somebody',
  withClosed: (count) => `Show closed accounts too (${count})`,
  columns: {
    name: 'Name',
    login: 'Sign-in name',
    role: 'Role',
    unit: 'Unit',
    factor: 'Two-step sign-in',
    last: 'Last sign-in',
    state: 'State',
  },
  self: '(you)',
  factor: { on: 'On', needed: 'Off; asked for at the next sign-in', off: 'Off' },
  never: 'Never',
  state: { active: 'Active', closed: 'Closed' },
  signedIn: (count) => (count === '1' ? '1 open session' : `${count} open sessions`),
  signedOut: 'Not signed in now',
  roles: {
    administrator: {
      name: 'Administrator',
      more: 'figures, devices, settings, people and audit log of the unit and all below it',
    },
    manager: { name: 'Manager', more: 'figures, devices, review and settings; not people' },
    staff: { name: 'Staff', more: 'invites citizens at the counter, keys paper forms, sees no figures' },
    auditor: { name: 'Auditor', more: 'figures, audit log, and rows of single forms' },
    reader: { name: 'Reader', more: 'figures only' },
  },
  auditorNote:
    'An auditor may take out rows of single forms, which administrators may not. Only the operator of the server therefore invites auditors, by the command:',
  unitWord: 'UNIT',

  invitations: {
    title: 'Open invitations',
    line: (role, unit) => `${role}, ${unit}`,
    until: (instant) => `until ${instant}`,
    takeBack: 'Take back',
    takeBackOf: (line) => `Take back the invitation ${line}`,
    takeBackWhat: (line) => `The link of the invitation “${line}” will open nothing any more.`,
    takenBack: 'The invitation was taken back. Its link opens nothing any more.',
  },
  inviting: {
    title: 'Invite somebody',
    lead: 'The server makes a link that works once. Whoever opens it chooses a sign-in name and a password.',
    role: 'Role',
    unit: 'Unit (sees it and all below it)',
    go: 'Make the invitation',
    made: 'The invitation is ready',
    what: (role, unit) =>
      `${role}, ${unit}. Send the link to nobody but the person invited, or let them scan the QR code.`,
    again: 'Invite somebody else',
  },
  link: {
    label: 'One-time link',
    copy: 'Copy',
    copied: 'Copied.',
    qr: 'QR code of the link',
    until: (instant) => `Works once, until ${instant}.`,
    once: 'The link is shown only here and only now. The server does not keep it; if it is lost, make a new one.',
    done: 'Done',
    gone: 'The link is hidden and cannot be seen again; if it is lost, make a new one.',
  },
  person: {
    gone: 'There is no such person in the scope of this account.',
    notYours:
      'This account has a right that yours lacks: only the operator of the server changes it, by command line.',
    edit: 'Change',
    name: 'Name',
    email: 'E-mail address',
    emailHelp: 'Optional. Only used to send alerts of low scores to managers and administrators.',
    selfNote:
      'Nobody changes their own role or unit or closes their own account; please ask another administrator.',
    signsOut:
      'Another role or unit signs the person out at once and ends open password links and the invitations they made; the next sign-in has the new rights.',
    save: 'Save',
    saved: 'Saved.',
    acts: 'Other actions',
    password: {
      open: 'New password',
      what: 'Makes a one-time link that is valid for an hour. The old password works until the person has chosen a new one; all sessions end then.',
      go: 'Make the link',
      made: 'The link for a new password is ready',
      told: (name) => `Send it to ${name} and to nobody else.`,
    },
    factor: {
      open: 'Remove two-step sign-in',
      what: 'For a lost phone. All sessions end at once; where the role asks for it, the next sign-in sets it up again.',
      go: 'Remove it',
      done: 'Two-step sign-in was removed and all sessions were ended.',
    },
    close: {
      open: 'Close the account',
      what: (name) =>
        `${name} can no longer sign in, and open invitations they made end. What the audit log says stays; the account can be opened again.`,
      now: (count) =>
        `${count === '1' ? '1 session is' : `${count} sessions are`} open now and will end at once.`,
      nowhere: 'No session is open now.',
      go: 'Close the account',
      done: 'The account is closed and all its sessions were ended.',
    },
    reopen: {
      open: 'Open again',
      what: 'The person can sign in again, with the password and the two-step sign-in of before.',
      go: 'Open again',
      done: 'The account is open again.',
    },
  },
  faults: {
    'email wrong': 'Please type one address, such as lan.nguyen@lamkhe.gov.vn, or leave it empty.',
    'role not-allowed': 'You cannot give this role.',
    'unit not-allowed': 'Nobody moves their own account.',
  },
};
