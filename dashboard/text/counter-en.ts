import type { CounterWords } from './counter-vi.ts';

export const counterEn: CounterWords = {
  title: 'Code for the person at the counter',
  lead: 'Citizens scan the code on this screen. Each code works once and changes as soon as somebody opens it.',
  point: 'Service point',
  choose: 'Choose a service point',
  field: 'What the person came for',
  anyField: 'The person chooses',
  next: 'Next person',
  full: 'Full screen',
  loading: 'Fetching a code…',
  none: 'No service point in the scope of this account has a running survey.',
  used: 'The code before has been used. This is a new one.',
  renewed: 'The code before has run out. This is a new one.',
  fresh: 'Changed for the next person.',
  notAsking: 'No survey is running at this service point, so there is no code.',
  privacy: 'Staff see only that a code was opened, never whether the person answered, or what.',
};
