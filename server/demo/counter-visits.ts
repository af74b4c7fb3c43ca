import { type Chance, chanceFor } from './chance.ts';
import { CENTRES, type Centre, type DemoPoint, POINTS, TAKE_UP } from './lam-khe-points.ts';
import type { Plan } from './plan.ts';
import { rotationOf, type Visit, visitOf, type World } from './visits.ts';
import { closeOf, type OpenDay, timeOf } from './working-days.ts';

/** The express visits at kiosks and by walk-up codes, day by day. */

/** Mornings see more people, and Mondays. */
const HALVES = { AM: 0.56, PM: 0.44 } as const;
export const WEEKDAYS = [0, 1.2, 1.05, 0.95, 0.95, 0.85] as const;
/** Dossiers handed back late, 0-1, by field. */
export const LATE_LAND = 0.045;
export const LATE_LAND_PHU_DIEN = 0.056;
export const LATE_OTHERS = 0.012;

export function isLate(chance: Chance, unit: string, field: string | null): boolean {
  if (field !== 'dd') return chance.happens(LATE_OTHERS);
  return chance.happens(unit === 'lk-phu-dien' ? LATE_LAND_PHU_DIEN : LATE_LAND);
}

export const kioskId = (centre: Pick<Centre, 'unit'>, number: number) => `${centre.unit}-k${number}`;

export function kioskVisits(world: World): Visit[] {
  return CENTRES.flatMap((centre) => {
    const ids = Array.from({ length: centre.kiosks }, (_, i) => kioskId(centre, i + 1));
    const rotations = ids.map((id) => rotationOf(world, id));
    return world.calendar.days.flatMap((open) =>
      open.halves.flatMap((half) => {
        const chance = chanceFor('kiosk', centre.point, open.day, half);
        const usual = chance.poisson(
          centre.dossiers * TAKE_UP.kiosk * HALVES[half] * WEEKDAYS[open.weekday]!,
        );
        const count = comeTo(world, centre.point, `${open.day}${half}`) ?? usual;
        return Array.from({ length: count }, () => {
          const kiosk = chance.below(ids.length);
          const { backMs, from, to, point } = world.plan.offline;
          const wasOffline = point === centre.point && open.day >= from && open.day <= to;
          return visitAt(world, chance, open, half, {
            from: { kind: 'device', id: ids[kiosk]! },
            receivedMs: wasOffline ? backMs : closeOf(world.calendar, open.day),
            channel: 'kiosk',
            point: centre.point,
            unit: centre.unit,
            field: chance.oneOf(centre.shares),
            items: rotations[kiosk]!(),
          });
        });
      }),
    );
  });
}

/** How many come where a story says so: while the network was away, and since the kiosk fell silent none arrive. */
function comeTo({ plan }: World, point: string, halfDay: string): number | undefined {
  if (point === plan.silent.point && halfDay > `${plan.silent.day}AM`) return 0;
  return point === plan.offline.point ? plan.offline.counts.get(halfDay) : undefined;
}

export function codeVisits(world: World): Visit[] {
  return POINTS.flatMap((point) => {
    const draw = rotationOf(world, `code ${point.id}`);
    return world.calendar.days.flatMap((open) =>
      open.halves.flatMap((half) => {
        const chance = chanceFor('code', point.id, open.day, half);
        const { codeADay, shares } = workOf(world.plan, point, open.day);
        const mean = codeADay * HALVES[half] * WEEKDAYS[open.weekday]!;
        const planted = world.plan.few.point === point.id;
        const count = planted
          ? Number(half === 'AM' && world.plan.few.days.includes(open.day))
          : chance.poisson(mean);
        return Array.from({ length: count }, () =>
          visitAt(world, chance, open, half, {
            from: { kind: 'code', id: point.id },
            // an own phone sends at once
            receivedMs: Math.min(world.calendar.nowMs, timeOf(open.day, half === 'AM' ? 11.5 : 17)),
            channel: 'qr',
            point: point.id,
            unit: point.unit,
            field: shares.length > 0 ? chance.oneOf(shares) : null,
            items: draw(),
            whole: planted,
          }),
        );
      }),
    );
  });
}

/** What a point does on a day: a counter that has closed nothing, the one that took over the work of both. */
export function workOf(
  { closing }: Plan,
  point: DemoPoint,
  day: string,
): Pick<DemoPoint, 'codeADay' | 'shares'> {
  const closed = POINTS.find(({ id }) => id === closing.point)!;
  if (day <= closing.lastDay || point.unit !== closing.unit) return point;
  if (point.id === closing.point) return { ...point, codeADay: 0 };
  if (point.id !== closing.takenOverBy) return point;
  return { codeADay: point.codeADay + closed.codeADay, shares: [...point.shares, ...closed.shares] };
}

type Somewhere = Omit<Parameters<typeof visitOf>[2], 'b' | 'day' | 'mondayMorning' | 'late' | 'ot'>;

function visitAt(world: World, chance: Chance, open: OpenDay, half: 'AM' | 'PM', where: Somewhere): Visit {
  return visitOf(world, chance, {
    ...where,
    b: `${open.day}${half}`,
    day: open.day,
    mondayMorning: open.weekday === 1 && half === 'AM',
    late: isLate(chance, where.unit, where.field),
    ot: null,
  });
}
