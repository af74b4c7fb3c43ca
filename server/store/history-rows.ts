import { handled, pointRows, pointsOf, textOf, unitRows, unitsOf } from './organisation.ts';
import type { Reader } from './store.ts';
import type { PointVersion, UnitHistory, UnitVersion } from './unit-history.ts';

/** The rows that a history of units is read from. */
export type HistoryRows = Awaited<ReturnType<typeof historyRows>>;
export async function historyRows(read: Reader) {
  return [
    await unitRows(read),
    await pointRows(read),
    await read.selectFrom('unit_versions').selectAll().orderBy('starts').execute(),
    await read.selectFrom('point_versions').selectAll().orderBy('starts').execute(),
    await successorRows(read),
  ] as const;
}

export function historyOf([units, points, ofUnits, ofPoints, successors]: HistoryRows): UnitHistory {
  const unitVersions = ofUnits.map((row): UnitVersion => {
    const { unit, starts, parent, kind } = row;
    return { unit, starts, parent, kind, name: textOf(row) };
  });
  const pointVersions = ofPoints.map((row): PointVersion => {
    const { point, starts, unit, parent } = row;
    return { point, starts, unit, parent, name: textOf(row), ...handled.fromRow(row) };
  });
  return {
    units: unitsOf(units),
    points: pointsOf(points),
    unitVersions: grouped(unitVersions, ({ unit }) => unit),
    pointVersions: grouped(pointVersions, ({ point }) => point),
    successors: asMap(successors),
  };
}

/** Whether they say the same in the same order. */
export function areSameRows(old: readonly object[], now: readonly object[]): boolean {
  if (old.length !== now.length) return false;
  const columns = Object.keys(now[0] ?? {});
  // plain loops: every page comes by here, with the rows of a whole province
  for (let i = 0; i < now.length; i++) {
    const [before, row] = [old[i], now[i]] as Readonly<Record<string, unknown>>[];
    for (const column of columns) if (before![column] !== row![column]) return false;
  }
  return true;
}

/** What units that end go on as, by those that end. */
export const successorsOf = async (read: Reader): Promise<Map<string, string>> =>
  asMap(await successorRows(read));

const successorRows = (read: Reader) => read.selectFrom('unit_successors').selectAll().execute();
const asMap = (rows: Awaited<ReturnType<typeof successorRows>>) =>
  new Map(rows.map(({ unit, successor }) => [unit, successor]));

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
