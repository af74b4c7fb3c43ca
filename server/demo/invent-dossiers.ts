import { addDays, localWeekday, startOfLocalDay } from '../../shared/period.ts';
import { spansBetween } from '../../shared/dossier-spans.ts';
import type { Dossier, MonthCounts } from '../store/dossiers.ts';
import { type Chance, chanceFor } from './chance.ts';
import { LATE_LAND, LATE_LAND_PHU_DIEN, LATE_OTHERS, WEEKDAYS } from './counter-visits.ts';
import { CENTRES, type Centre } from './lam-khe-points.ts';
import type { Plan } from './plan.ts';
import { type Calendar, isHoliday } from './working-days.ts';

/**
 * The dossiers that the invented offices took in and gave back. Of the newest months there is a list, of those before
 * statistics alone, as in an office that has begun to import lists.
 */

/** The month that runs and three before it: they hold the reporting quarter that pages show first. */
const LISTED_MONTHS = 4;

/** What one waits for, in working days; others get theirs on the same day. */
const WORKING_DAYS: Readonly<Record<string, number>> = { ht: 2, dd: 15, bt: 7, kd: 3, xd: 10, nn: 8, nv: 5 };
const EARLY_AMONG_IN_TIME = 0.3;
/** Since its counter closed, An Điền hands back more too late: part of the story. */
const SINCE_CLOSING = { land: 0.16, others: 0.055 } as const;
/** Working days by which late ones are late at most. */
const LATE_AT_MOST = 9;
/** Legal aid is asked for at a place of its own, about twice a day. */
const LEGAL_AID = {
  unit: 'lk-stp-tgpl',
  point: 'lk-tgpl-tt',
  dossiers: 2,
  shares: [['tg', 1]],
} as const satisfies Place;

type Place = Pick<Centre, 'unit' | 'point' | 'dossiers' | 'shares'>;
const PLACES: readonly Place[] = [...CENTRES, LEGAL_AID];

export interface InventedDossiers {
  readonly listed: { readonly from: string; readonly to: string };
  readonly list: readonly Dossier[];
  readonly statistics: readonly MonthCounts[];
}

export function inventDossiers(calendar: Calendar, plan: Plan): InventedDossiers {
  const months = spansBetween(calendar.first, calendar.today, 'month').map(({ id }) => id);
  const from = months.at(-LISTED_MONTHS)!;
  return {
    listed: { from, to: months.at(-1)! },
    list: PLACES.flatMap((place) => listOf(place, calendar, plan, `${from}-01`)),
    // the first month is no whole one
    statistics: months
      .slice(1, -LISTED_MONTHS)
      .flatMap((month) => PLACES.flatMap((place) => statisticsOf(place, month, calendar, plan))),
  };
}

const workOf = ({ shares }: Place) =>
  shares.flatMap(([field, share]): (readonly [string, number])[] => (field === null ? [] : [[field, share]]));

function lateShare({ unit }: Place, field: string, day: string, { closing }: Plan): number {
  const isSince = unit === closing.unit && day > closing.lastDay;
  if (field !== 'dd') return isSince ? SINCE_CLOSING.others : LATE_OTHERS;
  if (isSince) return SINCE_CLOSING.land;
  return unit === 'lk-phu-dien' ? LATE_LAND_PHU_DIEN : LATE_LAND;
}

/** Whatever was returned, or is open, since a day: some of it came in before. */
function listOf(place: Place, calendar: Calendar, plan: Plan, since: string): Dossier[] {
  const days = workingDays(addDays(since, -50), addDays(calendar.today, 60));
  const list: Dossier[] = [];
  const work = workOf(place);
  days.forEach((day, at) => {
    if (day > calendar.today) return;
    const chance = chanceFor('dossiers', place.point, day);
    const count = chance.poisson(place.dossiers * WEEKDAYS[localWeekday(startOfLocalDay(day))]!);
    for (let i = 0; i < count; i++) {
      const field = chance.oneOf(work);
      const wait = WORKING_DAYS[field] ?? 0;
      const isLate = chance.happens(lateShare(place, field, day, plan));
      const took = isLate ? wait + 1 + chance.below(LATE_AT_MOST) : inTime(chance, wait);
      const returned = days[at + took]!;
      if (returned < since) continue;
      list.push({
        point: place.point,
        code: `${place.point}-${day.slice(2).replaceAll('-', '')}-${String(i + 1).padStart(4, '0')}`,
        field,
        procedure: null,
        authority: null,
        counter: null,
        received: day,
        due: days[at + wait]!,
        returned: returned > calendar.today ? null : returned,
      });
    }
  });
  return list;
}

const inTime = (chance: Chance, wait: number) =>
  wait > 0 && chance.happens(EARLY_AMONG_IN_TIME) ? chance.below(wait) : wait;

function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (localWeekday(startOfLocalDay(day)) <= 5 && !isHoliday(day)) days.push(day);
  return days;
}

/** Each field of a place in a month that is over. */
function statisticsOf(place: Place, month: string, { days }: Calendar, plan: Plan): MonthCounts[] {
  const open = days.filter(({ day }) => day.startsWith(month));
  const work = workOf(place);
  const all = work.reduce((sum, [, share]) => sum + share, 0);
  return work.map(([field, share]): MonthCounts => {
    const chance = chanceFor('dossiers of a month', place.point, month, field);
    const usual = (open.length * place.dossiers * share) / all;
    const about = () => Math.max(0, Math.round(usual + Math.sqrt(usual) * chance.normal()));
    const returned = about();
    const wait = WORKING_DAYS[field] ?? 0;
    const lates = returned * lateShare(place, field, `${month}-15`, plan);
    const late = Math.min(returned, chance.poisson(lates));
    const early = wait > 0 ? Math.round((returned - late) * EARLY_AMONG_IN_TIME) : 0;
    const waiting = Math.round((usual * wait) / Math.max(1, open.length));
    return {
      unit: place.unit,
      field,
      month,
      received: about(),
      early,
      onTime: returned - late - early,
      late,
      open: waiting,
      overdue: Math.min(waiting, chance.poisson(lates / 5)),
    };
  });
}
