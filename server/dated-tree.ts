import { dayAfter } from '../shared/period.ts';
import { hasEndedBy, type ServicePoint, type Unit } from './store/organisation.ts';
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

/** Whether it is there on a day. */
export const livesOn = (one: Unit | ServicePoint, day: string) =>
  one.validFrom <= day && !hasEndedBy(one, day);

export function treeOn(history: UnitHistory, day: string): DatedTree {
  let trees = known.get(history);
  if (!trees) known.set(history, (trees = new Map()));
  let tree = trees.get(day);
  if (!tree) trees.set(day, (tree = findTree(history, day)));
  return tree;
}

/** A page asks for the tree of one day again and again. */
const known = new WeakMap<UnitHistory, Map<string, DatedTree>>();

function findTree(history: UnitHistory, day: string): DatedTree {
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
    const went = hasEndedBy(byId.get(id)!, day) ? history.successors.get(id) : undefined;
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

/**
 * Whether every unit that is there on a day stands, through units that are there, under a top, and every service point
 * that is open stands in a unit that is there. Nothing may be decided by which a day's tree falls apart.
 */
export function holdsTogether(history: UnitHistory, day: string): boolean {
  const { units } = treeOn(history, day);
  const above = new Map(units.map(({ id, parent }) => [id, parent]));
  const isHeld = (id: string) => pathUp(above, id).at(-1) === null;
  const open = history.points.filter((point) => livesOn(point, day));
  return (
    units.every(({ id }) => isHeld(id)) &&
    open.every(({ id }) => above.has(versionOn(history.pointVersions.get(id)!, day).unit))
  );
}

/** From a unit up to null above a top, or to where no way leads on; in a circle each unit is named once. */
export function pathUp(above: ReadonlyMap<string, string | null>, unit: string): (string | null)[] {
  const path = new Set<string | null>();
  let at: string | null | undefined = unit;
  while (at !== undefined && !path.has(at)) {
    path.add(at);
    at = at === null ? undefined : above.get(at);
  }
  return [...path];
}

/** The day and each later one on which the tree becomes another one. */
export const daysFrom = (history: UnitHistory, day: string): string[] => [
  day,
  ...changeDays(history).filter((each) => each > day),
];

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

/**
 * The part of a tree, of whatever day, that an account of a unit looks after today: what lies under the unit or under
 * what it came from.
 */
export function underUnit(history: UnitHistory, tree: DatedTree, unit: string, today: string): DatedTree {
  const parts = partsOf.get(tree) ?? new Map<string, DatedTree>();
  partsOf.set(tree, parts);
  const name = `${unit} ${today}`;
  let part = parts.get(name);
  if (part) return part;
  // the tree may last as long as the process
  if (parts.size >= PARTS_KEPT) parts.clear();
  parts.set(name, (part = findPart(history, tree, unit, today)));
  return part;
}

/** Of a tree of a history, for accounts of many units. */
const partsOf = new WeakMap<DatedTree, Map<string, DatedTree>>();
const PARTS_KEPT = 50;

function findPart(history: UnitHistory, tree: DatedTree, unit: string, today: string): DatedTree {
  const tops = lineage(history, unit, today);
  const above = new Map(tree.units.map(({ id, parent }) => [id, parent]));
  const isInside = (id: string) => pathUp(above, id).some((one) => one !== null && tops.has(one));
  const inside = new Set(tree.units.map(({ id }) => id).filter(isInside));
  return {
    day: tree.day,
    units: tree.units.filter(({ id }) => inside.has(id)),
    points: tree.points.filter((point) => inside.has(point.unit)),
  };
}
