import { type ClassCounts, classesOf, NO_FORMS, sumOfCounts } from '../../shared/class-counts.ts';
import { DAY_MS, halfMonthOf, localDay, localWeekday, startOfLocalDay } from '../../shared/period.ts';
import type { Opening } from '../../shared/wire/device.ts';
import type { PlaceDay } from '../../server/jobs/unlike-itself.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import {
  AFTERNOON,
  type Cheater,
  cheatedForms,
  CLOSES,
  habitsOf,
  honestDay,
  LUNCH,
  OPENS,
  phoneDay,
  weatherOf,
} from './counter-people.ts';
import { phonesDay, tabletDay } from './tablet-day.ts';

/** Months of invented places: who came each day, what the tablets made of it, and who of them was staff. */

export interface LivedDay extends PlaceDay {
  readonly day: string;
  readonly halfMonth: string;
  readonly weather: string;
  readonly plantedForms: number;
}

const FIRST_DAY = '2026-01-01';
/** Four half-months of past, then the six that are judged. */
const DAYS = 151;
const HONEST_UNTIL = 59;
export const PAST_HALF_MONTHS = 4;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function openingOf(lunchBreak: boolean): Opening[] {
  const days = [1, 2, 3, 4, 5];
  if (!lunchBreak) return [{ days, from: clock(OPENS), to: clock(CLOSES) }];
  return [
    { days, from: clock(OPENS), to: clock(LUNCH) },
    { days, from: clock(AFTERNOON), to: clock(CLOSES) },
  ];
}

/** Five months of one place; a cheater begins in March, but one who always did so with the first day. */
export function liveAt(seed: number, cheater?: Cheater): LivedDay[] {
  const chance = seededNumbers(seed);
  const habits = habitsOf(chance);
  const opening = openingOf(habits.lunchBreak);
  const days: LivedDay[] = [];
  for (let i = 0; i < DAYS; i++) {
    const startMs = startOfLocalDay(FIRST_DAY) + i * DAY_MS;
    const weekday = localWeekday(startMs);
    const weather = weatherOf(chance, weekday);
    const isCheated = cheater && (i >= HONEST_UNTIL || cheater === 'every day from the first');
    const staff = isCheated ? cheatedForms(chance, cheater, habits, weekday) : [];
    const people = [...honestDay(chance, habits, weather), ...staff].sort((a, b) => a.atMs - b.atMs);
    const kept = tabletDay(people, { startMs, opening, seed: seed * 1_000 + i });
    const phones = phonesDay(phoneDay(chance, habits), { startMs, opening, seed: seed * 1_000 + 500 + i });
    const tablets = sumOfCounts(kept.map(({ submission }) => classesOf(submission)));
    const day = localDay(startMs);
    days.push({
      day,
      halfMonth: halfMonthOf(day),
      weather,
      tablets,
      phones: sumOfCounts(phones.map(classesOf)),
      closed: weekday > 5 ? tablets.forms : 0,
      plantedForms: kept.filter(({ isPlanted }) => isPlanted).length,
    });
  }
  return days;
}

/** At least five forms by staff, and at least a fifth of the day's. */
export const isCheated = ({ plantedForms, tablets }: LivedDay) =>
  plantedForms >= 5 && 5 * plantedForms >= tablets.forms;
export const isHonest = ({ plantedForms, tablets }: LivedDay) => plantedForms === 0 && tablets.forms > 0;

export const withoutClasses = (day: LivedDay): LivedDay => ({
  ...day,
  tablets: { ...NO_FORMS, forms: day.tablets.forms } satisfies ClassCounts,
  closed: 0,
});
