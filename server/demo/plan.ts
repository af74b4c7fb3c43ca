import { addDays, daysOfHalfMonth, halfMonthOf, localWeekday, startOfLocalDay } from '../../shared/period.ts';
import { chanceFor } from './chance.ts';
import { type Calendar, isHoliday, type OpenDay, timeOf } from './working-days.ts';

/** When and where the planted stories happen. All of it follows from the day on which the demo is filled. */
export interface Plan {
  /** A counter closes for good; its work moves to another and satisfaction falls. */
  readonly closing: {
    readonly unit: string;
    readonly point: string;
    readonly takenOverBy: string;
    readonly lastDay: string;
  };
  /** A kiosk without a network: visits by half-day, and when all of them arrive. */
  readonly offline: {
    readonly point: string;
    readonly counts: ReadonlyMap<string, number>;
    readonly from: string;
    readonly to: string;
    readonly backMs: number;
  };
  /** Children at a tablet on a day on which the office is closed. */
  readonly children: {
    readonly point: string;
    readonly device: string;
    readonly day: string;
    readonly sessions: number;
  };
  /** A counter with too few answers to show: one visit on each of these days. */
  readonly few: { readonly point: string; readonly days: readonly string[] };
  /** A kiosk that was last heard of on this day at noon, with submissions that wait on it. */
  readonly silent: {
    readonly point: string;
    readonly device: string;
    readonly day: string;
    readonly unsent: number;
  };
}

/** Points of "satisfied" that the closing costs. */
export const CLOSING_COSTS = 6;
const OFFLINE = { days: 9, visits: 143 } as const;
const CHILDREN = 31;
const FEW = 7;

export function planFor(calendar: Calendar): Plan {
  return {
    closing: {
      unit: 'lk-an-dien',
      point: 'lk-an-dien-q3',
      takenOverBy: 'lk-an-dien-q1',
      lastDay: closingDay(calendar),
    },
    offline: { point: 'lk-nam-khe-tt', ...offlineTime(calendar) },
    children: {
      point: 'lk-dong-lam-tt',
      device: 'lk-dong-lam-k1',
      day: saturday(calendar),
      sessions: CHILDREN,
    },
    few: { point: 'lk-son-khe-q3', days: fewDays(calendar) },
    silent: { point: 'lk-nam-khe-tt', device: 'lk-nam-khe-k1', day: silentDay(calendar), unsent: 4 },
  };
}

/** The end of a month with four to five months after it. */
function closingDay({ today }: Calendar): string {
  let day = `${today.slice(0, 7)}-01`;
  for (let month = 0; month < 4; month++) day = `${addDays(day, -1).slice(0, 7)}-01`;
  return addDays(day, -1);
}

/** The newest half-month, three weeks back at least, with a day more than the network was away. */
function offlineTime({ today, days }: Calendar): Omit<Plan['offline'], 'point'> {
  const byHalfMonth = new Map<string, OpenDay[]>();
  for (const open of days) {
    const halfMonth = halfMonthOf(open.day);
    byHalfMonth.set(halfMonth, [...(byHalfMonth.get(halfMonth) ?? []), open]);
  }
  const long = [...byHalfMonth].filter(
    ([halfMonth, open]) => open.length > OFFLINE.days && daysOfHalfMonth(halfMonth).to <= addDays(today, -21),
  );
  const open = long.at(-1)![1];
  const away = open.slice(0, OFFLINE.days);
  const halves = away.flatMap(({ day }) => [`${day}AM`, `${day}PM`]);
  const counts = new Map(halves.map((half) => [half, 0]));
  const chance = chanceFor('offline', away[0]!.day);
  for (let i = 0; i < OFFLINE.visits; i++) {
    const half = halves[chance.below(halves.length)]!;
    counts.set(half, counts.get(half)! + 1);
  }
  return { counts, from: away[0]!.day, to: away.at(-1)!.day, backMs: timeOf(open[OFFLINE.days]!.day, 8) };
}

/** A Saturday five to six weeks ago. */
function saturday({ today }: Calendar): string {
  let day = addDays(today, -35);
  while (localWeekday(startOfLocalDay(day)) !== 6 || isHoliday(day)) day = addDays(day, -1);
  return day;
}

function fewDays({ today, days }: Calendar): string[] {
  const past = days.filter(({ day }) => day < today);
  return Array.from({ length: FEW }, (_, i) => past.at(-3 - 6 * i)!.day);
}

/** The working day before the newest one. */
function silentDay({ today, days }: Calendar): string {
  return days.filter(({ day }) => day < today).at(-2)!.day;
}
