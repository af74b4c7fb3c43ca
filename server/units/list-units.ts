import type { PointLine, UnitDetail, UnitKind, UnitLine } from '../../shared/wire/units.ts';
import { pathUp, treeOn, underUnit } from '../dated-tree.ts';
import { hasEndedBy, type Unit } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';
import { countsOfUnits } from '../store/unit-counts.ts';
import { lineage, readHistory, type UnitHistory } from '../store/unit-history.ts';

/** Units and service points as the page of the settings shows them. */

type Counts = Awaited<ReturnType<typeof countsOfUnits>>;

/** Units of the account's scope as of a day; numbers of service points, devices and accounts are of today. */
export async function unitLines(
  read: Reader,
  account: string,
  { day, today }: { readonly day: string; readonly today: string },
): Promise<UnitLine[]> {
  const history = await readHistory(read);
  const { units } = underUnit(history, treeOn(history, day), account, today);
  const counts = await countsOfUnits(read, today);
  const seen = new Set(units.map(({ id }) => id));
  const own = lineage(history, account, today);
  return units.map((unit) => lineOf(unit, { history, counts, seen, own, today }));
}

function lineOf(
  unit: Unit,
  about: {
    readonly history: UnitHistory;
    readonly counts: Counts;
    readonly seen: ReadonlySet<string>;
    readonly own: ReadonlySet<string>;
    readonly today: string;
  },
): UnitLine {
  const { history, counts, seen, own, today } = about;
  const { id, parent, name, validFrom, validTo } = unit;
  const points = history.points.filter((point) => point.unit === id && !hasEndedBy(point, today));
  return {
    id,
    parent: parent !== null && seen.has(parent) && !own.has(id) ? parent : null,
    kind: unit.kind as UnitKind,
    name,
    validFrom,
    validTo,
    points: points.length,
    devices: points.reduce((sum, point) => sum + (counts.devices.get(point.id) ?? 0), 0),
    accounts: counts.accounts.get(id) ?? 0,
    mayEnd: validTo === null && !own.has(id),
  };
}

/** One unit of the scope, of today or of any day; undefined outside of it. */
export async function unitDetail(
  read: Reader,
  account: string,
  id: string,
  today: string,
): Promise<UnitDetail | undefined> {
  const history = await readHistory(read);
  const unit = history.units.find((one) => one.id === id);
  const isUnder = underToday(history, account, today);
  if (!unit || !isUnder(id)) return undefined;
  const counts = await countsOfUnits(read, today);
  const nameOf = (other: string) => history.units.find((one) => one.id === other)!.name;
  const inScope = (other: string | null) => other !== null && isUnder(other);
  const seen = new Set(history.units.map((one) => one.id).filter(inScope));
  const own = lineage(history, account, today);
  const successor = history.successors.get(id);
  return {
    ...lineOf(unit, { history, counts, seen, own, today }),
    versions: history.unitVersions.get(id)!.map(({ starts, name, kind, parent }) => ({
      starts,
      name,
      kind: kind as UnitKind,
      parent: inScope(parent) ? nameOf(parent!) : null,
    })),
    below: history.units.filter((one) => one.parent === id && one.validTo === null).length,
    pointList: history.points
      .filter((point) => point.unit === id)
      .map((point): PointLine => {
        const { name, opening, fields, validFrom, validTo } = point;
        const devices = counts.devices.get(point.id) ?? 0;
        const parent = point.parent ?? null;
        return { id: point.id, parent, name, opening, fields, validFrom, validTo, devices };
      }),
    predecessors: [...history.successors]
      .filter(([, after]) => after === id)
      .map(([before]) => {
        const { name, validTo } = history.units.find((one) => one.id === before)!;
        return { id: before, name, validTo: validTo! };
      }),
    successor:
      successor !== undefined && inScope(successor) ? { id: successor, name: nameOf(successor) } : null,
  };
}

/** Whether units stand under the account's, or under what that came from, as of today. */
function underToday(history: UnitHistory, account: string, today: string): (unit: string) => boolean {
  const tops = lineage(history, account, today);
  const above = new Map(history.units.map(({ id, parent }) => [id, parent]));
  return (unit) => pathUp(above, unit).some((id) => id !== null && tops.has(id));
}
