import type { RandomBytes } from '../../shared/ids.ts';
import { toHex } from '../../shared/ids.ts';
import { addDays, daysOfHalfMonth, halfMonthOf, nextHalfMonth } from '../../shared/period.ts';
import { FACE_DAYS, FACE_DRAWN } from '../../shared/recheck.ts';
import { MIN_N } from '../../shared/score.ts';
import type { Heartbeat } from '../../shared/wire/device.ts';
import { type Assignment, assignmentOn, byDates } from './devices.ts';
import { servicePoints } from './organisation.ts';
import { openRecheck } from './rechecks.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Interviews face to face are looked at from the side of the dossiers: of those that a place returned in a half-month some
 * are drawn, and people are asked whether they were interviewed. Nothing says of anybody that they were.
 */

/** What telephones of staff counted at a place in a half-month. */
export interface FaceInterviews {
  /** The service point, counters with their centre. */
  readonly place: string;
  readonly halfMonth: string;
  /** People who agreed to be asked. */
  readonly agreed: number;
  /** Accounts that asked. */
  readonly interviewers: ReadonlySet<string>;
}

/** Of each service point the one that it is a counter of, or itself. */
export async function placesOf(read: Reader): Promise<ReadonlyMap<string, string>> {
  return new Map((await servicePoints(read)).map(({ id, parent }) => [id, parent ?? id]));
}

/** Between two local days, both inside. */
export async function faceInterviews(
  read: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FaceInterviews[]> {
  const [places, assignments] = [await placesOf(read), await assignmentsOf(read)];
  const rows = await read
    .selectFrom('device_days as d')
    .innerJoin('devices as v', 'v.id', 'd.device')
    .select(['d.device', 'd.day', 'd.counts', 'v.account'])
    .where('v.account', 'is not', null)
    .where('d.day', '>=', from)
    .where('d.day', '<=', to)
    .execute();
  const sums = new Map<
    string,
    { place: string; halfMonth: string; agreed: number; interviewers: Set<string> }
  >();
  for (const { device, day, counts, account } of rows) {
    const { agreed = {} } = JSON.parse(counts) as Heartbeat['day'];
    const count = Object.values(agreed).reduce((sum, one) => sum + one, 0);
    const point = assignmentOn({ assignments: assignments.get(device) ?? [] }, day)?.servicePoint;
    const place = point === undefined ? undefined : places.get(point);
    if (count === 0 || place === undefined) continue;
    const halfMonth = halfMonthOf(day);
    const key = `${place} ${halfMonth}`;
    const sum = sums.get(key) ?? { place, halfMonth, agreed: 0, interviewers: new Set() };
    sum.agreed += count;
    sum.interviewers.add(account!);
    sums.set(key, sum);
  }
  return [...sums.values()];
}

async function assignmentsOf(read: Reader): Promise<ReadonlyMap<string, Assignment[]>> {
  const found = new Map<string, Assignment[]>();
  for (const { device, service_point: servicePoint, starts, ends } of await read
    .selectFrom('assignments')
    .selectAll()
    .execute())
    found.set(device, [...(found.get(device) ?? []), { servicePoint, starts, ends }].sort(byDates));
  return found;
}

/** Dossiers that places returned, by half-month. */
export async function returnedAt(
  read: Reader,
  places: ReadonlyMap<string, string>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<(place: string, halfMonth: string) => number> {
  const rows = await read
    .selectFrom('dossiers')
    .select(['service_point', 'returned', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('returned', '>=', from)
    .where('returned', '<=', to)
    .groupBy(['service_point', 'returned'])
    .execute();
  const sums = new Map<string, number>();
  for (const { service_point, returned, count } of rows) {
    const key = `${places.get(service_point)} ${halfMonthOf(returned!)}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(count));
  }
  return (place, halfMonth) => sums.get(`${place} ${halfMonth}`) ?? 0;
}

/** Draws for half-months that are over, once for each place; how many people. Until a list is in there is nobody to draw. */
export async function drawFaceRechecks(tx: Tx, today: string, random: RandomBytes): Promise<number> {
  let drawn = 0;
  const places = await placesOf(tx);
  const first = halfMonthOf(addDays(today, -FACE_DAYS.to));
  for (let half = first; daysOfHalfMonth(half).to < today; half = nextHalfMonth(half)) {
    const days = daysOfHalfMonth(half);
    if (today < addDays(days.to, FACE_DAYS.from) || today > addDays(days.to, FACE_DAYS.to)) continue;
    for (const { place, agreed } of await faceInterviews(tx, days)) {
      if (agreed < MIN_N) continue;
      const points = [...places].flatMap(([point, at]) => (at === place ? [point] : []));
      const before = await tx
        .selectFrom('rechecks')
        .select('id')
        .where('kind', '=', 'face')
        .where('half_month', '=', half)
        .where('service_point', 'in', points)
        .executeTakeFirst();
      if (before) continue;
      drawn += await drawAt(tx, { points, half, days, today }, random);
    }
  }
  return drawn;
}

async function drawAt(
  tx: Tx,
  at: {
    readonly points: readonly string[];
    readonly half: string;
    readonly days: { readonly from: string; readonly to: string };
    readonly today: string;
  },
  random: RandomBytes,
): Promise<number> {
  // nobody is called twice: whoever was drawn to be interviewed by telephone is left in peace
  const frame = await tx
    .selectFrom('dossiers')
    .select(['service_point as point', 'code'])
    .where('service_point', 'in', [...at.points])
    .where('returned', '>=', at.days.from)
    .where('returned', '<=', at.days.to)
    .where('phone', 'is not', null)
    .where('suppressed', '=', 0)
    .where('drawn', 'is', null)
    .execute();
  if (frame.length < MIN_N) return 0;
  const shuffled = frame
    .map((one) => ({ ...one, chance: toHex(random(8)) }))
    .sort((a, b) => a.chance.localeCompare(b.chance));
  for (const { point, code } of shuffled.slice(0, FACE_DRAWN)) {
    const one = {
      kind: 'face',
      point,
      halfMonth: at.half,
      interviewer: '',
      dossier: code,
      day: at.today,
    } as const;
    await openRecheck(tx, one, random);
  }
  return Math.min(FACE_DRAWN, frame.length);
}
