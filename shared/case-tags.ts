/** What remarks are about, in a fixed order; the pages have a word for each. */
export const CASE_TAGS = [
  'manner',
  'waiting',
  'guidance',
  'papers',
  'fees',
  'place',
  'online',
  'results',
  'praise',
  'other',
] as const;
export type CaseTag = (typeof CASE_TAGS)[number];

/** Open cases are older than this from the sixteenth day on: they are named first. */
export const CASE_DAYS = 15;

/** Longest texts, in characters. What stands on an idle tablet must be read at a glance. */
export const NOTE_MOST = 1_000;
export const SAID_MOST = 160;
export const DID_MOST = 200;
