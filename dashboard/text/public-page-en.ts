import type { PublicPageTexts } from './public-page-vi.ts';

/** Words of the page that switches a unit's public page on and off. */
export const publicPageEn: PublicPageTexts = {
  title: 'Public page',
  lead: 'Each unit may have a page on which everybody reads its survey results without sign-in. The page exists only while the unit has it switched on; switching it on and off is written to the audit log.',
  loading: 'Loading…',
  unit: 'Public page of',
  unitHelp: 'Switching on the page of a unit does not switch on those of the units below it.',
  isOff: 'The page is off. Whoever opens the address reads “There is no such page”.',
  isOn: (day, by) =>
    by === '' ? `The page is on, since ${day}.` : `The page is on, since ${day}, switched on by ${by}.`,
  shows: 'What everybody sees',
  would: 'What everybody will see once it is on',
  quarters: (list) =>
    `The two percentages with interval, number of forms and method, of quarters that have ended. At present: ${list}.`,
  noQuarters:
    'The two percentages of quarters that have ended. No quarter holds enough data yet; a new one appears by itself once it has ended.',
  replies: (count) =>
    `What the unit did about remarks: ${count} published so far, and what it publishes later.`,
  data: 'These numbers as open data (CSV, JSON), which everybody may use under CC BY 4.0; what has been downloaded cannot be recalled.',
  contact: 'The telephone number that the unit shows to citizens.',
  never: 'What is not on it',
  nevers: [
    'Periods that are still open; results by factor, service point, field or group of people.',
    'Units below, unless their own page is on.',
    'Figures from fewer than 10 forms, or figures that could be subtracted across pages to give away fewer than 10. So a quarter may be shown in the dashboard and not on the public page.',
    'Citizens’ remarks in their own words.',
  ],
  on: 'Switch the public page on',
  onWhat: (unit) => `The results of ${unit} will be open to everybody, search engines included.`,
  onGo: 'Open it to everybody',
  onDone: 'The public page is on.',
  off: 'Switch the public page off',
  offWhat: 'The page and its open data can no longer be read, after five minutes at the latest.',
  offDone: 'The public page is off.',
  address: 'Address of the page',
  open: 'See the public page',
  qr: 'QR code of the public page',
  qrHelp: 'Print or project this code so that citizens open the page on their telephones.',
  others: 'Units whose page is on',
};
