import { toHex } from '../../shared/ids.ts';
import { addDays, mondayOf } from '../../shared/period.ts';
import { isFlagged } from '../../shared/submission.ts';
import { remarkHash } from '../ingest/judge.ts';
import { chanceFor } from './chance.ts';
import { REMARKS } from './remarks.ts';
import { withClosing } from './closing-story.ts';
import { rotationOf, type Visit, visitOf, type World } from './visits.ts';
import { closeOf } from './working-days.ts';

/**
 * The planted stories that are visits of their own or mark some of the others. The rest (the counter that
 * closed, the kiosk without a network, the counter with seven answers, late land dossiers, paper forms that
 * are not valid) stand in the plan and happen while the visits are invented.
 */
export function plantStories(world: World, visits: readonly Visit[]): Visit[] {
  return withRemarks(
    world,
    withLanguages(world, [...withClosing(world, visits), ...childrenAtTheTablet(world)]),
  );
}

/** Sessions in a row on a closed day: one face, tapped again and again. */
function childrenAtTheTablet(world: World): Visit[] {
  const { point, device, day, sessions } = world.plan.children;
  const chance = chanceFor('children', day);
  const draw = rotationOf(world, `children ${device}`);
  const levels = [5, 1, 3] as const;
  return Array.from({ length: sessions }, (_, i) => {
    const { submission, ...way } = visitOf(world, chance, {
      from: { kind: 'device', id: device },
      receivedMs: closeOf(world.calendar, day),
      channel: 'kiosk',
      point,
      unit: 'lk-dong-lam',
      b: `${day}AM`,
      day,
      mondayMorning: false,
      field: null,
      late: false,
      ot: null,
      items: draw(),
      whole: true,
    });
    const face = Math.floor((i * levels.length) / sessions);
    const inARow = i - Math.ceil((face * sessions) / levels.length) + 1;
    return {
      ...way,
      submission: {
        ...submission,
        rk: null,
        dm: null,
        a: submission.it.map(() => levels[face]!),
        q: { dur: 1, gap: i === 0 ? 0 : 1, line: 1, run: inARow >= 3 ? 1 : 0, cell: 1, hrs: 1 },
      },
    };
  });
}

/** Visits in English at the two busiest kiosks, and in other languages where many people speak one. */
const LANGUAGES = [
  { lg: 'en', points: ['lk-ttpv-q12', 'lk-dong-lam-tt'], count: 12 },
  { lg: 'other', points: ['lk-dak-lam-tt', 'lk-nam-khe-tt'], count: 60 },
] as const;

function withLanguages({ calendar }: World, visits: readonly Visit[]): Visit[] {
  const marked = [...visits];
  for (const { lg, points, count } of LANGUAGES) {
    const places: readonly string[] = points;
    const chosen = some(
      visits,
      `language ${lg}`,
      count,
      ({ submission }) =>
        submission.ch === 'kiosk' &&
        submission.q.hrs === 0 &&
        submission.b < calendar.today &&
        places.includes(submission.sp),
    );
    for (const i of chosen) marked[i] = { ...visits[i]!, submission: { ...visits[i]!.submission, lg } };
  }
  return marked;
}

/** Most remarks are of the two weeks before this one; the older ones have lain with somebody for more than fifteen days. */
function withRemarks({ calendar }: World, visits: readonly Visit[]): Visit[] {
  const monday = mondayOf(calendar.today);
  const [recent, old] = [
    { from: addDays(monday, -14), to: addDays(monday, -1) },
    { from: addDays(monday, -35), to: addDays(monday, -22) },
  ];
  const marked = [...visits];
  const taken = new Set<number>();
  REMARKS.forEach(({ text, praises, older, unit }, number) => {
    const purpose = `remark ${number}`;
    const fits = ({ submission }: Visit, i: number) => {
      const { a, b, ch, e, lg } = submission;
      // the day first: most are of another one, and every remark looks at all
      const { from, to } = older ? old : recent;
      if (b < from || b.slice(0, 10) > to) return false;
      if (
        taken.has(i) ||
        (ch !== 'kiosk' && ch !== 'qr') ||
        e !== 'done' ||
        lg !== 'vi' ||
        isFlagged(submission)
      )
        return false;
      return praises ? Number(a[0]) >= 4 : a[0] !== 0 && Number(a[0]) <= 3;
    };
    const here = (visit: Visit, i: number) => fits(visit, i) && visit.submission.sp.startsWith(unit ?? '');
    const index = some(visits, purpose, 1, here)[0] ?? some(visits, purpose, 1, fits)[0]!;
    taken.add(index);
    const visit = visits[index]!;
    const remark = {
      salt: toHex(chanceFor('salt', visit.submission.id).bytes(16)),
      text: text.normalize('NFC'),
    };
    marked[index] = {
      ...visit,
      remark,
      submission: { ...visit.submission, rh: remarkHash(remark.salt, remark.text) },
    };
  });
  return marked;
}

/** Indexes of `count` visits that fit, or of all where they are fewer. */
function some(
  visits: readonly Visit[],
  purpose: string,
  count: number,
  fits: (visit: Visit, i: number) => boolean,
): number[] {
  const fitting = visits.flatMap((visit, i) => (fits(visit, i) ? [i] : []));
  const chance = chanceFor(purpose);
  return Array.from(
    { length: Math.min(count, fitting.length) },
    () => fitting.splice(chance.below(fitting.length), 1)[0]!,
  );
}
