import type { UnlikePlacesWords } from './unlike-places-vi.ts';

export const unlikePlacesEn = {
  title: 'Service points that look unlike themselves',
  lead: 'Every night the server compares the forms from the tablets of each service point in a half-month that has ended with the four half-months before at the same point, and with forms from citizens’ own phones. A sign over the line is no proof. No form is left out. Days, numbers and shares are not shown, so that nobody’s answers can be seen.',
  loading: 'Loading…',
  none: 'No service point has looked unlike itself so far.',
  over: 'Over the line:',
  signs: {
    tapped: 'forms tapped very fast with “Very satisfied” throughout',
    fast: 'forms tapped very fast',
    top: 'forms with “Very satisfied” throughout',
    soon: 'forms begun right after the one before',
    repeated: 'identical forms in a row',
    late: 'forms outside opening hours',
    closed: 'forms in half-days without opening hours',
  },
  act: 'What to do: check the opening hours on record; see whether the screen faces citizens and whether they tap themselves; ask at the service point (a busy day, a coach) before you conclude anything.',
} satisfies UnlikePlacesWords;
