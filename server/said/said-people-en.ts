import type { SaidPeopleWords } from './said-people-vi.ts';

export const saidPeopleEn: SaidPeopleWords = {
  roles: {
    administrator: 'administrator',
    manager: 'manager',
    staff: 'staff',
    auditor: 'auditor',
    reader: 'reader',
  },
  noOffice: 'No office is set up yet: npm run sipas -- set-up-link',
  account: (login, name, role, unit) => `  ${login}  ${name}  ${role}  ${unit}`,
  secondFactor: 'second factor',
  neverSignedIn: 'never signed in',
  signedIn: (day) => `last signed in ${day}`,
  isClosed: 'CLOSED',
  noAccounts: 'There are no accounts yet: npm run sipas -- administrator',
  setUpClosed:
    'An office is set up already, so its set-up is closed. A new administrator: npm run sipas -- administrator',
  setUpLink: (link) =>
    `Open this within a day (it works once, and takes the place of an earlier link):\n${link}`,
  oneOf: (units) => `Name one of these units:\n${units.join('\n')}`,
  unit: (id, name) => `  ${id}  ${name}`,
  sayRole: (roles) => `Say --role with one of: ${roles.join(', ')}.`,
  invited: (role, unit, link) =>
    `For a new ${role} of ${unit}, to be opened within the hour (it works once):\n${link}`,
  passwordLink: (name, link) =>
    `${name} opens this within the hour and chooses a new password (it works once):\n${link}`,
  factorReset: (name) =>
    `${name} is signed out everywhere and sets up a new second factor at the next sign-in.`,
  closed: (login, name) => `The account ${login} is closed. ${name} is signed out everywhere.`,
  wasLast: (login, name) =>
    `The account ${login} is closed. ${name} is signed out everywhere. It was the last administrator: npm run sipas -- administrator`,
  notClosed: (login) => `The account ${login} is not closed.`,
  reopened: (name) => `${name} may sign in again, with the password of before.`,
  nameAccount: 'Name an account. "npm run sipas -- accounts" lists them.',
  noAccount:
    'There is no account of that name. "npm run sipas -- accounts" lists them; "npm run sipas -- invite" makes a link for a new one.',
  device: {
    point: (id, name) => `${id}  ${name}`,
    openMinutes: 'Open this on the tablet within ten minutes (it works once):',
    openDay: 'Open this on the tablet within a day (it works once):',
    code: (code) => `Or type the code there: ${code}`,
    pin: (pin) => `PIN of its staff page, shown this once: ${pin}`,
  },
  rescue: {
    name: 'Name the rescue file: npm run sipas -- rescue FILE',
    damaged: 'This file is damaged, or was made for another server. Nothing was imported.',
    noDevice: (id) => `There is no device ${id} here. Nothing was imported.`,
    unreadable: (file) => `${file} cannot be read as a rescue file. Nothing was imported.`,
    taken: (device, { items, stored, dup, held, conflict, seals }) =>
      `${items} submissions of ${device}: ${stored} new, ${dup} known, ${held} held, ${conflict} in conflict. ${seals} seals are here.`,
  },
  reattribute: {
    say: 'Say: reattribute FROM TO --from 2026-11-01 --to 2026-11-14 --reason "at least ten characters".',
    trees: 'Real, demo and training places never meet.',
    done: (id, moved, from, to) =>
      `${id}: ${moved} submissions of ${from} count at ${to} from now on, and so will late ones.`,
  },
  rows: {
    name: 'Name a unit ("npm run sipas -- invite" lists them), a period such as report-2026-q1 or "all", and a new file that ends in .zip or .xlsx.',
    noPeriod: (period) =>
      `${period} is no period. Examples: report-2026-q1, report-2026-year, quarter-2026-1, month-2026-11, half-2026-11-1, all.`,
    written: (file, rows) =>
      `Written to ${file}: ${rows} forms. They are raw answers: keep the file in custody.`,
  },
};
