import { addDays, halfMonthOf } from '../../shared/period.ts';
import type { Answer } from '../../shared/submission.ts';
import { type Chance, chanceFor } from './chance.ts';
import { isLate } from './counter-visits.ts';
import { CENTRES, type Centre } from './lam-khe-points.ts';
import { type Visit, visitOf, type World } from './visits.ts';
import { closeOf, type OpenDay, timeOf } from './working-days.ts';

/** The full forms: a small random sample by telephone each week, and a round on paper each quarter. */

/** Calls of a whole week, and of each day where a week is not whole. */
const CALLS = { week: 20, day: 4 } as const;
/** The story of Phú Điền: 2 of 36 land dossiers in the sample were late, 5.6 %. */
const PHU_DIEN = { unit: 'lk-phu-dien', field: 'dd', calls: 36, late: [11, 26] } as const;
const EARLY_AMONG_IN_TIME = 0.3;
/** Months in whose first half paper forms are handed out: each ends a reporting period. */
const PAPER_MONTHS = ['03', '06', '09', '12'];
/** Of the newest round so many forms are less than half filled in. */
const PAPER_INVALID = 4;
const BLANK = 0.02;

/** The staff phone on which calls are made. */
export const staffPhoneId = (centre: Pick<Centre, 'unit'>) => `${centre.unit}-dt`;

export function callVisits(world: World): Visit[] {
  const days = callDays(world);
  const planted = Array.from({ length: PHU_DIEN.calls }, (_, i) =>
    Math.floor(((i + 0.5) * days.length) / PHU_DIEN.calls),
  );
  const places = CENTRES.flatMap((centre) =>
    centre.shares
      .filter(([field]) => !(centre.unit === PHU_DIEN.unit && field === PHU_DIEN.field))
      .map(([field, share]) => [{ centre, field }, centre.dossiers * share] as const),
  );
  const phuDien = CENTRES.find(({ unit }) => unit === PHU_DIEN.unit)!;
  return days.map(({ day }, i) => {
    const chance = chanceFor('call', day, String(i));
    const story = planted.indexOf(i);
    const { centre, field } = story < 0 ? chance.oneOf(places) : { centre: phuDien, field: PHU_DIEN.field };
    const late =
      story < 0 ? isLate(chance, centre.unit, field) : PHU_DIEN.late.some((which) => which === story);
    return fullVisit(world, chance, centre, {
      receivedMs: closeOf(world.calendar, day),
      channel: 'call',
      b: halfMonthOf(day),
      day,
      field,
      late,
      ot: late ? 'late' : chance.happens(EARLY_AMONG_IN_TIME) ? 'early' : 'on',
    });
  });
}

/** The day of each call, in order. */
function callDays({ calendar }: World): OpenDay[] {
  const weeks = new Map<string, OpenDay[]>();
  for (const open of calendar.days) {
    if (open.halves.length < 2) continue;
    const monday = addDays(open.day, 1 - open.weekday);
    weeks.set(monday, [...(weeks.get(monday) ?? []), open]);
  }
  return [...weeks].flatMap(([monday, days]) => {
    const isWhole = monday >= calendar.first && addDays(monday, 4) < calendar.today;
    const count = isWhole ? CALLS.week : CALLS.day * days.length;
    return Array.from({ length: count }, (_, i) => days[Math.floor((i * days.length) / count)]!);
  });
}

export function paperVisits(world: World): Visit[] {
  const rounds = paperRounds(world);
  return rounds.flatMap(({ month, receivedMs }) => {
    const chance = chanceFor('paper', month);
    const forms = CENTRES.flatMap((centre) =>
      Array.from({ length: centre.paper }, () => {
        const field = chance.oneOf(centre.shares);
        const visit = fullVisit(world, chance, centre, {
          receivedMs,
          channel: 'paper',
          b: `${month}/1`,
          day: `${month}-07`,
          field,
          late: isLate(chance, centre.unit, field),
          ot: null,
        });
        return withAnswers(visit, (answers) =>
          answers.map((answer) => (chance.happens(BLANK) ? 'b' : answer)),
        );
      }),
    );
    if (month !== rounds.at(-1)!.month) return forms;
    const invalid = new Set(
      Array.from({ length: PAPER_INVALID }, (_, i) => Math.floor(((i + 0.5) * forms.length) / PAPER_INVALID)),
    );
    return forms.map((form, i) => (invalid.has(i) ? barelyFilledIn(form, chance) : form));
  });
}

/** The four rounds whose forms were keyed in, two days after their half-month, in the year until yesterday. */
function paperRounds({ calendar }: World): { month: string; receivedMs: number }[] {
  const years = new Set([calendar.first.slice(0, 4), calendar.today.slice(0, 4)]);
  return [...years]
    .flatMap((year) => PAPER_MONTHS.map((month) => `${year}-${month}`))
    .filter((month) => `${month}-16` >= addDays(calendar.first, -1) && `${month}-16` < calendar.today)
    .map((month) => ({ month, receivedMs: timeOf(`${month}-16`, 10) }));
}

/** Eight to seventeen of the forty questions answered: fewer than half. */
function barelyFilledIn(visit: Visit, chance: Chance): Visit {
  const answered = 8 + chance.below(10);
  return withAnswers(visit, (answers) => answers.map((answer, i) => (i < answered ? answer : 'b')));
}

function withAnswers(visit: Visit, change: (answers: readonly Answer[]) => Answer[]): Visit {
  return { ...visit, submission: { ...visit.submission, a: change(visit.submission.a) } };
}

type Survey = Omit<Parameters<typeof visitOf>[2], 'from' | 'point' | 'unit' | 'mondayMorning' | 'items'>;

function fullVisit(world: World, chance: Chance, centre: Centre, survey: Survey): Visit {
  return visitOf(world, chance, {
    ...survey,
    from:
      survey.channel === 'paper'
        ? { kind: 'paper', id: centre.point }
        : { kind: 'device', id: staffPhoneId(centre) },
    point: centre.point,
    unit: centre.unit,
    mondayMorning: false,
    items: world.fullForm,
  });
}
