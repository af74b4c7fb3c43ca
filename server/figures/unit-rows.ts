import { clearlyBelow } from '../../shared/compare.ts';
import type { Period } from '../../shared/period.ts';
import { isWithheld, type Method } from '../../shared/score.ts';
import { addVector } from '../../shared/tally.ts';
import type { UnitName, UnitRow } from '../../shared/wire/overview.ts';
import type { DatedTree } from '../dated-tree.ts';
import type { Unit } from '../store/organisation.ts';
import { changeOf } from './judge-figure.ts';
import { RunMap } from './periods-around.ts';
import type { PlacePage } from './place-tree.ts';
import type { ReadOut } from './read-out.ts';
import { sumOver } from './served-cells.ts';
import { POLICY, SERVICE, type TrendSlot } from './trend-points.ts';

export function nameOf({ id, name, tree }: Unit): UnitName {
  return { id, name, tree };
}

/** By page, and by method: pages are kept as long as their rows stand (`place-tree.ts`). */
const known = new WeakMap<PlacePage, Map<string, RunMap<ReadonlySet<number>>>>();

/** Which parts, by their position, are clearly below all the other parts together. */
function belowOthers(
  readOut: ReadOut,
  page: PlacePage,
  period: Period,
  { statistic, aggregation }: Method,
): ReadonlySet<number> {
  let byMethod = known.get(page);
  if (!byMethod) known.set(page, (byMethod = new Map()));
  const name = `${statistic} ${aggregation}`;
  let sets = byMethod.get(name);
  if (!sets) byMethod.set(name, (sets = new RunMap()));
  let below = sets.get(period);
  if (!below) sets.set(period, (below = findBelow(readOut, page, period)));
  return below;
}

function findBelow(readOut: ReadOut, { place, parts }: PlacePage, period: Period): ReadonlySet<number> {
  const compared = parts.flatMap(({ place: part }, at) => {
    const own = readOut.figure(part, period, SERVICE);
    const rest = sumOver(place.cut, period).slice();
    addVector(rest, sumOver(part.cut, period), -1);
    const others = readOut.exactOf(rest, SERVICE);
    if ('withheld' in own.served || isWithheld(own.exact) || isWithheld(others)) return [];
    return [{ at, pair: [own.exact, others] as const }];
  });
  const below = clearlyBelow(compared.map(({ pair }) => pair));
  return new Set(compared.filter((_, i) => below[i]).map(({ at }) => at));
}

/** Child units; a unit without children is broken down by its service points. */
export function unitRows(
  about: {
    readonly unit: Unit;
    readonly tree: DatedTree;
    readonly period: Period;
    readonly method: Method;
  },
  page: PlacePage,
  readOut: ReadOut,
  former: Period | undefined,
  slots: readonly TrendSlot[],
): { rows: UnitRow[]; withheldN: number } {
  const { unit, tree, period, method } = about;
  const names = new Map<string, UnitName>([
    ...tree.points.map(({ id, name }) => [id, { id, name, tree: unit.tree }] as const),
    ...tree.units.map((one) => [one.id, nameOf(one)] as const),
  ]);
  const parts = page.parts.map(({ id, place: part }, at) => ({
    name: names.get(id)!,
    policy: readOut.figure(part, period, POLICY),
    service: readOut.figure(part, period, SERVICE),
    former: former && readOut.figure(part, former, SERVICE),
    // the trees of all versions are the same, and so is the order of the parts
    trend: slots.map(({ month, asked }) => ({
      period: month.id,
      service: asked.readOut.figure(asked.page.parts[at]!.place, month, SERVICE).served,
    })),
  }));
  const below = belowOthers(readOut, page, period, method);
  return {
    rows: parts.map(({ name, policy, service, former: before, trend }, i) => ({
      unit: name,
      policy: policy.served,
      service: service.served,
      trend,
      change: before ? changeOf(service, before) : null,
      belowOthers: below.has(i),
    })),
    withheldN: parts.reduce((sum, { service }) => sum + ('withheld' in service.served ? service.n : 0), 0),
  };
}
