import {
  type ClassCounts,
  CLASSES,
  type CountedClass,
  NO_FORMS,
  type Sign,
  sumOfCounts,
} from '../../shared/class-counts.ts';

/**
 * Does a service point look unlike itself? A day (and a half-month) of its tablets is compared with its own past and
 * with the phones of its own citizens, from counts of coarse classes alone. An answer "unusual" accuses nobody: it
 * asks a manager to look. A patient cheater who taps slowly and varies the levels looks like a citizen and is not found
 * (decision 0030 has the measured shares).
 */

export interface PlaceDay {
  /** From the tablets; what is judged. */
  readonly tablets: ClassCounts;
  /** From citizens' own phones; only compared with. */
  readonly phones: ClassCounts;
  /** Of the tablets' forms those in half-days in which the place is never open. */
  readonly closed: number;
}

export type Judgement =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'unusual'; readonly signs: readonly Sign[] };

interface Watch {
  /** How much people of one day resemble each other: correlation inside a day. Those who come together raise it. */
  readonly alike: number;
  /** However often the class came up in the past, no more of it is excused: who always cheated has no honest past. */
  readonly excused: number;
  /** Whether a citizen on a phone of their own shows the class as often as one at the tablet. */
  readonly asOnPhones: boolean;
}

const WATCHED: Readonly<Record<CountedClass, Watch>> = {
  tapped: { alike: 0.01, excused: 0.03, asOnPhones: true },
  fast: { alike: 0.01, excused: 0.06, asOnPhones: true },
  // honest people choose one level throughout most often at the end of the scale: only the past can tell how often
  top: { alike: 0.03, excused: 1, asOnPhones: false },
  // families and coaches
  soon: { alike: 0.1, excused: 1, asOnPhones: false },
  repeated: { alike: 0.05, excused: 0.05, asOnPhones: false },
  late: { alike: 0.05, excused: 0.05, asOnPhones: false },
};

/** Two signs that an honest place shows on one day in fifty each, or one that it shows on one in five hundred. */
const TWO_TOGETHER = 1 / 50;
const ONE_ALONE = 1 / 500;
/** Fewer forms than this say nothing about a day, and so many in a closed half-day are no slip of somebody's hand. */
const FORMS_LEAST = 3;
/** So many forms of the past tell what is usual; with fewer only what is excused nowhere can speak. */
const PAST_LEAST = 100;
/** So many forms from phones may be compared with. */
const PHONES_LEAST = 30;
/** Where little is known a class is taken to come up once in twenty: worth this many forms. */
const SUPPOSED = 20;

/**
 * Chance that `k` or more of `n` bear a class that comes up with this share, when people of one day resemble each other:
 * the upper tail of the beta-binomial distribution (Skellam 1948, J. R. Statist. Soc. B 10, 257-261).
 */
export function upperTail(k: number, n: number, share: number, alike: number): number {
  const weight = 1 / alike - 1;
  const a = share * weight;
  const b = weight - a;
  let exactly = 1;
  for (let i = 0; i < n; i++) exactly *= (b + i) / (weight + i);
  let below = 0;
  for (let x = 0; x < k; x++) {
    below += exactly;
    exactly *= ((n - x) * (a + x)) / ((x + 1) * (b + n - x - 1));
  }
  return Math.max(0, 1 - below);
}

const shareOf = (name: CountedClass, counts: ClassCounts) => (counts[name] + 1) / (counts.forms + SUPPOSED);

/** The share in which the place may show a class; undefined when nobody can know. */
function usualShare(name: CountedClass, past: ClassCounts, phones: ClassCounts): number | undefined {
  const { excused, asOnPhones } = WATCHED[name];
  if (excused === 1 && past.forms < PAST_LEAST) return undefined;
  const own = Math.min(excused, shareOf(name, past));
  return asOnPhones && phones.forms >= PHONES_LEAST ? Math.min(own, shareOf(name, phones)) : own;
}

/** How a place usually is: the four half-months before, and its phones up to and with the half-month that is judged. */
export interface Usual {
  readonly past: ClassCounts;
  readonly phones: ClassCounts;
}

export function usualOf(before: readonly PlaceDay[], now: readonly PlaceDay[]): Usual {
  const past = sumOfCounts(before.map(({ tablets }) => tablets));
  return { past, phones: sumOfCounts([...before, ...now].map(({ phones }) => phones)) };
}

/** Judges one day, or days taken together. */
export function judgeDay({ tablets, closed }: PlaceDay, { past, phones }: Usual): Judgement {
  if (tablets.forms < FORMS_LEAST) return { kind: 'too-few' };
  const rare = CLASSES.flatMap((name) => {
    const share = usualShare(name, past, phones);
    if (share === undefined) return [];
    const chance = upperTail(tablets[name], tablets.forms, share, WATCHED[name].alike);
    return chance <= TWO_TOGETHER ? [{ name, isAlone: chance <= ONE_ALONE }] : [];
  });
  const isUnusual = rare.length >= 2 || rare.some(({ isAlone }) => isAlone);
  const signs: Sign[] = isUnusual ? rare.map(({ name }) => name) : [];
  if (closed >= FORMS_LEAST) signs.push('closed');
  return signs.length > 0 ? { kind: 'unusual', signs } : { kind: 'ordinary' };
}

/**
 * Judges a half-month by its days: unusual as a whole, or on two days. A single day is left alone, because of ten honest
 * days one may well be odd.
 */
export function judgeHalfMonth(days: readonly PlaceDay[], before: readonly PlaceDay[]): Judgement {
  const usual = usualOf(before, days);
  const whole: PlaceDay = {
    tablets: sumOfCounts(days.map(({ tablets }) => tablets)),
    phones: NO_FORMS,
    closed: days.reduce((sum, { closed }) => sum + closed, 0),
  };
  const judged = judgeDay(whole, usual);
  const odd = days.map((day) => judgeDay(day, usual)).filter((day) => day.kind === 'unusual');
  const found = [...(judged.kind === 'unusual' ? [judged] : []), ...(odd.length >= 2 ? odd : [])];
  const signs = new Set(found.flatMap((judgement) => judgement.signs));
  if (signs.size === 0) return judged;
  return { kind: 'unusual', signs: [...CLASSES, 'closed' as const].filter((sign) => signs.has(sign)) };
}
