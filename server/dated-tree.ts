import { dayAfter } from '../shared/period.ts';
import type { ServicePoint, Unit } from './store/organisation.ts';
import { lineage, type UnitHistory, versionOn } from './store/unit-history.ts';

/**
 * The tree of units as of a day, read from versions. Every service point of the history stands in the tree of every day:
 * one that had not opened yet stands where it first stood, one of a unit that is not there on the day stands at what
 * that unit went on as or at what was above it. So the top of a tree holds the same forms on every day, and trees of two
 * days are two groupings of the same places.
 */
export interface DatedTree {
  readonly day: string;
  /** Units that are there on the day. */
  readonly units: readonly Unit[];
  readonly points: readonly ServicePoint[];
}

const livesOn = ({ validFrom, validTo }: Unit, day: string) =>
  validFrom <= day && (validTo === null || day <= validTo);

export function treeOn(history: UnitHistory, day: string): DatedTree {
  const units = history.units
    .filter((unit) => livesOn(unit, day))
    .map((unit): Unit => {
      const { parent, kind, name } = versionOn(history.unitVersions.get(unit.id)!, day);
      return { ...unit, parent, kind, name };
    });
  const alive = new Set(units.map(({ id }) => id));
  const byId = new Map(history.units.map((unit) => [unit.id, unit]));
  /** The unit itself, what it went on as, or the nearest above it that is there on the day. */
  function standing(id: string, seen: ReadonlySet<string> = new Set()): string {
    if (alive.has(id) || seen.has(id)) return id;
    const { validTo } = byId.get(id)!;
    const went = validTo !== null && validTo < day ? history.successors.get(id) : undefined;
    const above = versionOn(history.unitVersions.get(id)!, day).parent;
    const next = went ?? above;
    return next === null ? id : standing(next, new Set([...seen, id]));
  }
  const points = history.points.map((point): ServicePoint => {
    const { unit, name, opening, fields } = versionOn(history.pointVersions.get(point.id)!, day);
    return { ...point, unit: standing(unit), name, opening, fields };
  });
  return { day, units, points };
}

/** Days on which the tree became another one, the oldest first: units came, went or moved, or service points moved. */
export function changeDays(history: UnitHistory): string[] {
  const days = new Set<string>();
  for (const { validFrom, validTo } of history.units) {
    days.add(validFrom);
    if (validTo !== null) days.add(dayAfter(validTo));
  }
  for (const versions of [...history.unitVersions.values(), ...history.pointVersions.values()]) {
    for (const { starts } of versions.slice(1)) days.add(starts);
  }
  return [...days].sort();
}

/** The part of a tree that an account of a unit looks after: what lies under the unit or under what it came from. */
export function underUnit(history: UnitHistory, tree: DatedTree, unit: string): DatedTree {
  const tops = lineage(history, unit);
  const inside = new Set<string>();
  const byId = new Map(tree.units.map((one) => [one.id, one]));
  for (const { id } of tree.units) {
    for (let at: string | null = id; at !== null; at = byId.get(at)?.parent ?? null) {
      if (tops.has(at)) inside.add(id);
    }
  }
  return {
    day: tree.day,
    units: tree.units.filter(({ id }) => inside.has(id)),
    points: tree.points.filter((point) => inside.has(point.unit)),
  };
}
