/**
 * People at a counter's tablet as taps with pauses: honest ones, and staff who tap for citizens. It imports nothing, so
 * that it shares no number with the code that judges a visit or a day: where they agree, they agree by themselves.
 */

/** Numbers in [0, 1). */
export type Chance = () => number;
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export interface Tap {
  /** From the screen's appearance to the tap. */
  readonly thinkMs: number;
  readonly answer: Level;
}

export interface Visitor {
  /** Local ms of the day at which the person stands before the screen. */
  readonly atMs: number;
  readonly startMs: number;
  readonly taps: readonly Tap[];
  /** Touches that do nothing, as a child makes, upon the first answer. */
  readonly extraTouches: number;
  /** Of the last questions: passed over by "end here". */
  readonly endsEarly: boolean;
  /** The wish to say something about oneself: taps on the endings, else all are skipped. */
  readonly tells: boolean;
  /** No honest visit: of staff, or of children who play. */
  readonly isPlanted: boolean;
}

/** What a place is like: its people, its crowd, its hours (minutes of the day). */
export interface Habits {
  readonly perDay: number;
  readonly phonesPerDay: number;
  /** Share of people who give one level to everything. */
  readonly straight: number;
  readonly kindness: number;
  readonly lunchBreak: boolean;
}

const MINUTE = 60_000;
const QUESTIONS = 8;
export const OPENS = 7.5 * 60;
export const LUNCH = 11.5 * 60;
export const AFTERNOON = 13.5 * 60;
export const CLOSES = 17 * 60;

const between = (chance: Chance, from: number, to: number) => from + chance() * (to - from);
const isSo = (chance: Chance, share: number) => chance() < share;

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
const around = (chance: Chance, median: number, spread: number) => median * Math.exp(spread * normal(chance));

export function poisson(chance: Chance, mean: number): number {
  let count = 0;
  for (let left = Math.exp(-mean), p = chance(); p > left; count++) p *= chance();
  return count;
}

export function habitsOf(chance: Chance): Habits {
  return {
    perDay: around(chance, 16, 0.5),
    phonesPerDay: isSo(chance, 0.7) ? between(chance, 1, 8) : 0,
    straight: between(chance, 0.15, 0.4),
    kindness: between(chance, 3.5, 4.6),
    lunchBreak: isSo(chance, 0.6),
  };
}

/** Seconds per question, by age: reading and deciding. The old read three times as long as the young. */
const READING = [
  { share: 0.14, seconds: 2.3 },
  { share: 0.26, seconds: 2.6 },
  { share: 0.34, seconds: 3.2 },
  { share: 0.16, seconds: 4.4 },
  { share: 0.1, seconds: 6.8 },
];

function readingSeconds(chance: Chance): number {
  let left = chance();
  const age = READING.find(({ share }) => (left -= share) < 0) ?? READING[2]!;
  return around(chance, age.seconds, 0.3);
}

function opinion(chance: Chance, mean: number): Level {
  if (isSo(chance, 0.03)) return 0;
  return Math.min(5, Math.max(1, Math.round(mean + 0.8 * normal(chance)))) as Level;
}

function honestAnswers(chance: Chance, habits: Habits): Level[] {
  if (isSo(chance, habits.straight)) {
    const level = isSo(chance, 0.62) ? 5 : isSo(chance, 0.8) ? 4 : isSo(chance, 0.5) ? 3 : 1;
    return Array.from({ length: QUESTIONS }, () => level);
  }
  const mean = habits.kindness + 0.5 * normal(chance);
  return Array.from({ length: QUESTIONS }, () => opinion(chance, mean));
}

function honest(chance: Chance, habits: Habits, atMs: number, like?: readonly Level[]): Visitor {
  const isChild = isSo(chance, 0.005);
  // some read no question at all, and most of these give one level to everything
  const skims = isSo(chance, 0.03);
  const seconds = isChild ? 0.6 : skims ? around(chance, 0.9, 0.3) : readingSeconds(chance);
  const answers = like ?? honestAnswers(chance, skims ? { ...habits, straight: 0.6 } : habits);
  return {
    atMs,
    startMs: between(chance, 800, 6_000),
    taps: answers.map((answer, i) => ({
      answer: isChild ? (Math.ceil(chance() * 5) as Level) : answer,
      thinkMs: 1_000 * around(chance, i === 0 ? 1.6 * seconds : seconds, 0.4),
    })),
    extraTouches: isChild ? Math.floor(chance() * 12) : isSo(chance, 0.02) ? 3 : 0,
    endsEarly: isSo(chance, 0.06),
    tells: isSo(chance, 0.5),
    isPlanted: false,
  };
}

/** Somebody and who came along: they take their turns at once, and some answer as the one before them did. */
function party(chance: Chance, habits: Habits, atMs: number, size: number): Visitor[] {
  const people: Visitor[] = [];
  for (let i = 0; i < size; i++) {
    const before = people.at(-1)?.taps.map(({ answer }) => answer);
    people.push(honest(chance, habits, atMs + i, before && isSo(chance, 0.25) ? before : undefined));
  }
  return people;
}

export type Weather = 'plain' | 'busy' | 'coach' | 'overtime' | 'duty' | 'shut';

/** What kind of day it is: before school begins the hall is full, a village comes by coach, the queue outlasts closing. */
export function weatherOf(chance: Chance, weekday: number): Weather {
  const luck = chance();
  // now and then an office opens on a day off and nobody enters it in the opening hours
  if (weekday > 5) return luck < 0.01 ? 'duty' : 'shut';
  if (luck < 0.08) return 'busy';
  if (luck < 0.1) return 'coach';
  return luck < 0.12 ? 'overtime' : 'plain';
}

const isOpenAt = (habits: Habits, minute: number) =>
  minute >= OPENS && minute < CLOSES && !(habits.lunchBreak && minute >= LUNCH && minute < AFTERNOON);

function momentOf(chance: Chance, habits: Habits): number {
  for (;;) {
    // two waves: the middle of the morning, and the early afternoon
    const minute = isSo(chance, 0.58) ? 9.4 * 60 + 55 * normal(chance) : 14.6 * 60 + 60 * normal(chance);
    if (isOpenAt(habits, minute)) return minute * MINUTE;
  }
}

/** Everybody who honestly answers on one day, in the order in which they come. */
export function honestDay(chance: Chance, habits: Habits, weather: Weather): Visitor[] {
  const crowd = { plain: 1, busy: 2.2, coach: 1, overtime: 1.3, duty: 0.4, shut: 0 }[weather];
  const parties = poisson(chance, (habits.perDay * crowd * around(chance, 1, 0.25)) / 1.2);
  const day = Array.from({ length: parties }, () => {
    const size = isSo(chance, 0.86) ? 1 : isSo(chance, 0.7) ? 2 : 3;
    return party(chance, habits, momentOf(chance, habits), size);
  });
  if (weather === 'coach')
    day.push(party(chance, habits, momentOf(chance, habits), 6 + Math.floor(9 * chance())));
  if (weather === 'overtime') {
    const late = 1 + Math.floor(3 * chance());
    for (let i = 0; i < late; i++)
      day.push(party(chance, habits, (CLOSES + between(chance, 0, 25)) * MINUTE, 1));
  }
  return day.flat().sort((a, b) => a.atMs - b.atMs);
}

/** Who answers on a phone of their own: never hurried, and somewhat less kind. */
export function phoneDay(chance: Chance, habits: Habits): Visitor[] {
  const own = { ...habits, straight: 0.8 * habits.straight, kindness: habits.kindness - 0.2 };
  return Array.from({ length: poisson(chance, habits.phonesPerDay) }, () =>
    honest(chance, own, between(chance, 8 * 60, 20 * 60) * MINUTE),
  );
}

export const CHEATERS = [
  'after closing',
  'between citizens',
  'over lunch',
  'each Friday',
  'every day from the first',
  'on days off',
  'unhurried',
  'slow and careful',
  'children',
] as const;
export type Cheater = (typeof CHEATERS)[number];

function staff(chance: Chance, atMs: number, seconds: number, answers: readonly Level[]): Visitor {
  return {
    atMs,
    startMs: between(chance, 500, 2_500),
    taps: answers.map((answer) => ({ answer, thinkMs: 1_000 * around(chance, seconds, 0.25) })),
    extraTouches: 0,
    endsEarly: false,
    tells: false,
    isPlanted: true,
  };
}

const best = (): Level[] => Array.from({ length: QUESTIONS }, () => 5);

/** Some forms one after another by somebody who knows where the button is. */
function burst(chance: Chance, atMs: number, size: number): Visitor[] {
  const seconds = between(chance, 0.45, 1.05);
  return Array.from({ length: size }, (_, i) => staff(chance, atMs + i, seconds, best()));
}

/** Children who play while somebody waits: one face again and again, then another, hardly a look at a question. */
function children(chance: Chance, atMs: number, size: number): Visitor[] {
  return Array.from({ length: size }, (_, i) => {
    const face = Math.ceil(5 * chance()) as Level;
    const answers = Array.from(
      { length: QUESTIONS },
      (): Level => (isSo(chance, 0.8) ? face : (Math.ceil(5 * chance()) as Level)),
    );
    return {
      ...staff(chance, atMs + i, between(chance, 0.3, 0.8), answers),
      extraTouches: Math.floor(10 * chance()),
    };
  });
}

/** In twos to fours through the day, when nobody stands there. */
function scattered(chance: Chance, habits: Habits, count: number): Visitor[] {
  const forms: Visitor[] = [];
  while (forms.length < count) {
    const size = Math.min(count - forms.length, 2 + Math.floor(3 * chance()));
    forms.push(...burst(chance, momentOf(chance, habits), size));
  }
  return forms;
}

/** The forms that a cheater adds to a day, in any order; a weekday is 1 (Monday) to 7. */
export function cheatedForms(chance: Chance, kind: Cheater, habits: Habits, weekday: number): Visitor[] {
  const count = 5 + Math.floor(5 * chance());
  const isToday = isSo(chance, 0.25) && weekday <= 5;
  switch (kind) {
    case 'after closing':
      return isToday ? burst(chance, (CLOSES + between(chance, 3, 40)) * MINUTE, count) : [];
    case 'over lunch':
      return isToday ? burst(chance, (LUNCH + between(chance, 20, 80)) * MINUTE, count) : [];
    case 'between citizens':
      return isToday ? scattered(chance, habits, count) : [];
    case 'each Friday':
      return weekday === 5 ? scattered(chance, habits, count + 2) : [];
    case 'every day from the first':
      return weekday <= 5 ? scattered(chance, habits, count) : [];
    case 'on days off':
      return weekday === 6 && isSo(chance, 0.5)
        ? burst(chance, (9 * 60 + 90 * chance()) * MINUTE, count)
        : [];
    case 'children':
      return isToday ? children(chance, momentOf(chance, habits), count) : [];
    case 'unhurried':
      return isToday
        ? Array.from({ length: count }, () =>
            staff(chance, momentOf(chance, habits), between(chance, 1.3, 2.4), best()),
          )
        : [];
    case 'slow and careful':
      return isToday
        ? Array.from({ length: count }, () => {
            const answers = Array.from({ length: QUESTIONS }, (): Level => (isSo(chance, 0.7) ? 5 : 4));
            return staff(chance, momentOf(chance, habits), between(chance, 2, 4), answers);
          })
        : [];
  }
}
