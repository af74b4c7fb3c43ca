import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  judgeDay,
  judgeHalfMonth,
  type PlaceDay,
  type Usual,
  usualOf,
} from '../../server/jobs/unlike-itself.ts';
import { importsOf } from '../house/directions.ts';
import {
  isCheated,
  isHonest,
  type LivedDay,
  liveAt,
  PAST_HALF_MONTHS,
  withoutClasses,
} from './cheated-days.ts';
import { CHEATERS, type Cheater } from './counter-people.ts';

/**
 * What the signs of a place find, and how often they speak of honest days. The places are invented; their seeds were
 * not used when the thresholds were chosen.
 */

const FIRST_SEED = 50_001;
const HONEST_PLACES = 48;
const PLACES_EACH = 6;
/** Said openly: whoever taps like a citizen is not told from one by counts. */
const NOT_FOUND: readonly Cheater[] = ['unhurried', 'slow and careful'];

interface JudgedMonth {
  readonly cheater: Cheater | 'nobody';
  readonly days: readonly LivedDay[];
  readonly before: readonly LivedDay[];
}

let months: JudgedMonth[];
beforeAll(() => {
  const places: readonly (Cheater | 'nobody')[] = [
    ...Array.from({ length: HONEST_PLACES }, () => 'nobody' as const),
    ...CHEATERS.flatMap((cheater) => Array.from({ length: PLACES_EACH }, () => cheater)),
  ];
  months = places.flatMap((cheater, i) =>
    monthsOf(liveAt(FIRST_SEED + i, cheater === 'nobody' ? undefined : cheater), cheater),
  );
}, 400_000);

function monthsOf(days: readonly LivedDay[], cheater: JudgedMonth['cheater']): JudgedMonth[] {
  const names = [...new Set(days.map(({ halfMonth }) => halfMonth))];
  return names.slice(PAST_HALF_MONTHS).map((name, i) => ({
    cheater,
    days: days.filter(({ halfMonth }) => halfMonth === name),
    before: days.filter(({ halfMonth }) => names.slice(i, i + PAST_HALF_MONTHS).includes(halfMonth)),
  }));
}

type Rule = (day: PlaceDay, usual: Usual) => boolean;
const bySigns: Rule = (day, usual) => judgeDay(day, usual).kind === 'unusual';

interface Found {
  readonly all: number;
  readonly found: number;
}
const shareOf = ({ all, found }: Found) => found / all;
const inWords = (found: Found) => `${found.found} of ${found.all} (${(100 * shareOf(found)).toFixed(1)} %)`;

function foundBy(rule: Rule, wanted: (day: LivedDay, month: JudgedMonth) => boolean): Found {
  const judged = months.flatMap((month) => {
    const usual = usualOf(month.before, month.days);
    return month.days.filter((day) => wanted(day, month)).map((day) => rule(day, usual));
  });
  return { all: judged.length, found: judged.filter(Boolean).length };
}

describe('synthetic cheaters, through the real visit machine and its judging', () => {
  test('of days with five or more forms by staff, a fifth of the day, at least 80 % are found', () => {
    for (const cheater of CHEATERS) {
      const found = foundBy(bySigns, (day, month) => month.cheater === cheater && isCheated(day));
      console.log(`found: ${cheater}: ${inWords(found)}`);
      expect(found.all, cheater).toBeGreaterThan(25);
      if (!NOT_FOUND.includes(cheater)) expect(shareOf(found), cheater).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('planted child taps and staff bursts are found on at least 80 % of their days, and at most 1 % of honest days are flagged', () => {
    const planted: readonly Cheater[] = [
      'children',
      'after closing',
      'over lunch',
      'between citizens',
      'on days off',
    ];
    const found = foundBy(
      bySigns,
      (day, { cheater }) => planted.some((one) => one === cheater) && isCheated(day),
    );
    console.log(`planted bursts found: ${inWords(found)}`);
    expect(shareOf(found)).toBeGreaterThanOrEqual(0.8);
    expect(shareOf(foundBy(bySigns, isHonest))).toBeLessThanOrEqual(0.01);
  });

  test('of honest days, busy ones and coaches among them, at most 1 % are flagged', () => {
    const flagged = foundBy(bySigns, isHonest);
    console.log(`honest days flagged: ${inWords(flagged)}`);
    expect(flagged.all).toBeGreaterThan(5_000);
    expect(shareOf(flagged)).toBeLessThanOrEqual(0.01);
    expect(foundBy(bySigns, (day) => isHonest(day) && day.weather === 'coach').all).toBeGreaterThan(50);
  });

  test('the half-months that managers see: cheated on two days or more, and honest throughout', () => {
    const unusual = ({ days, before }: JudgedMonth) => judgeHalfMonth(days, before).kind === 'unusual';
    const count = (list: readonly JudgedMonth[]): Found => ({
      all: list.length,
      found: list.filter(unusual).length,
    });
    const cheated = count(
      months.filter(
        ({ cheater, days }) =>
          cheater !== 'nobody' && !NOT_FOUND.includes(cheater) && days.filter(isCheated).length >= 2,
      ),
    );
    // a day off on which an office was open is told as what it is; whoever enters its hours is not asked again
    const honest = count(
      months.filter(({ days }) =>
        days.every(({ plantedForms, closed }) => plantedForms === 0 && closed === 0),
      ),
    );
    console.log(`half-months found: ${inWords(cheated)}; honest ones flagged: ${inWords(honest)}`);
    expect(shareOf(cheated)).toBeGreaterThanOrEqual(0.8);
    expect(honest.all).toBeGreaterThan(200);
    expect(shareOf(honest)).toBeLessThanOrEqual(0.01);
  });

  test('who taps slowly, one form at a time, is not found: that is said and not hidden', () => {
    for (const cheater of NOT_FOUND) {
      const found = foundBy(bySigns, (day, month) => month.cheater === cheater && isCheated(day));
      expect(shareOf(found), cheater).toBeLessThan(0.3);
    }
  });
});

describe('the measure can fail', () => {
  test('with cheaters made invisible nothing is found', () => {
    const blind: Rule = (day, usual) => bySigns(withoutClasses(day as LivedDay), usual);
    const found = foundBy(blind, (day, { cheater }) => cheater === 'between citizens' && isCheated(day));
    expect(shareOf(found)).toBeLessThan(0.05);
  });

  test('a rule of thumb, a day of one level throughout, flags far too many honest days', () => {
    const thumb: Rule = ({ tablets }) => tablets.top > 0.3 * tablets.forms;
    expect(shareOf(foundBy(thumb, isHonest))).toBeGreaterThan(0.05);
  });

  test('with nothing excused by the past, places whose people like the best level are flagged', () => {
    const noPast: Rule = ({ tablets }, usual) =>
      judgeDay({ tablets: { ...tablets, tapped: tablets.top }, phones: tablets, closed: 0 }, usual).kind ===
      'unusual';
    expect(shareOf(foundBy(noPast, isHonest))).toBeGreaterThan(0.05);
  });

  test('the people share no number with what judges them: they import nothing', () => {
    const text = readFileSync(new URL('counter-people.ts', import.meta.url), 'utf8');
    expect(importsOf(text)).toEqual([]);
    const detector = readFileSync(new URL('../../server/jobs/unlike-itself.ts', import.meta.url), 'utf8');
    expect(importsOf(detector)).toEqual(['../../shared/class-counts.ts']);
  });
});
