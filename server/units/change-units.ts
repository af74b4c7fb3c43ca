import { dayBefore } from '../../shared/period.ts';
import { type RandomBytes, typedCode } from '../../shared/ids.ts';
import type { Text } from '../../shared/questionnaire.ts';
import type { MergeInto, UnitKind } from '../../shared/wire/units.ts';
import { invalid, ProblemError } from '../problem.ts';
import { addUnit, hasEndedBy, type Unit } from '../store/organisation.ts';
import {
  endUnit,
  lastOfPoint,
  lastOfUnit,
  putPointVersion,
  putUnitVersion,
  type UnitHistory,
} from '../store/unit-history.ts';
import type { Ground } from './act-ground.ts';

/** Acts on units. Each holds from a day on and leaves everything before it as it was; returned is the unit to show. */

const newId = (random: RandomBytes) => `u${typedCode(8, random).toLowerCase()}`;
const hasEnd = ({ validTo }: Unit) => validTo !== null;

/** Units that stand directly below one, as last decided. */
const below = (history: UnitHistory, unit: string) =>
  history.units.filter((one) => !hasEnd(one) && lastOfUnit(history, one.id).parent === unit);

/** Ids of the units above one, nearest first, as last decided. */
function above(history: UnitHistory, id: string): string[] {
  const { parent } = lastOfUnit(history, id);
  return parent === null ? [] : [parent, ...above(history, parent)];
}

/** Two units of one name side by side would be mistaken for each other. */
export function nameIsFree(
  ground: Ground,
  name: Text,
  parent: string | null,
  except: readonly string[],
  at = 'name',
): void {
  const { history } = ground;
  const isTaken = history.units.some((one) => {
    const last = lastOfUnit(history, one.id);
    const isBeside = last.parent === parent && !except.includes(one.id);
    return isBeside && !hasEnd(one) && last.name.vi === name.vi;
  });
  if (isTaken) throw invalid(`${at}.vi`, 'taken');
}

/** A unit under which another may stand from a day on. */
function parentFrom(ground: Ground, id: string, from: string, at: string): Unit {
  const parent = ground.unitIn(id, at);
  if (hasEnd(parent)) throw invalid(at, 'unknown');
  if (from < parent.validFrom) throw invalid('from', 'too-early');
  return parent;
}

export async function createUnit(
  ground: Ground,
  asked: {
    readonly parent: string;
    readonly kind: UnitKind;
    readonly name: Text;
    readonly from: string;
  },
  random: RandomBytes,
): Promise<string> {
  const { name, kind, from } = asked;
  ground.mayHold(from, { units: [], points: [] });
  const parent = parentFrom(ground, asked.parent, from, 'parent');
  nameIsFree(ground, name, parent.id, []);
  const id = newId(random);
  const unit = { id, parent: parent.id, tree: parent.tree, kind, name, validFrom: from, validTo: null };
  await addUnit(ground.tx, unit);
  await ground.write(parent.id, 'unit-added', id, { name: name.vi, starts: from });
  return id;
}

export async function renameUnit(
  ground: Ground,
  id: string,
  asked: { readonly kind: UnitKind; readonly name: Text; readonly from: string },
): Promise<string> {
  const { name, kind, from } = asked;
  ground.unitIn(id);
  ground.mayHold(from, { units: [id], points: [] });
  const last = lastOfUnit(ground.history, id);
  nameIsFree(ground, name, last.parent, [id]);
  await putUnitVersion(ground.tx, { ...last, starts: from, kind, name });
  await ground.write(id, 'unit-renamed', id, { name: last.name.vi, to: name.vi, starts: from });
  return id;
}

export async function moveUnit(
  ground: Ground,
  id: string,
  asked: { readonly parent: string; readonly from: string },
): Promise<string> {
  const unit = ground.belowOwn(id);
  const { from } = asked;
  await ground.mayRegroup(from, { units: [id], points: ground.pointsUnder(id).map((point) => point.id) });
  const parent = parentFrom(ground, asked.parent, from, 'parent');
  const last = lastOfUnit(ground.history, id);
  if (parent.id === id || above(ground.history, parent.id).includes(id)) throw invalid('parent', 'wrong');
  if (parent.tree !== unit.tree || parent.id === last.parent) throw invalid('parent', 'wrong');
  nameIsFree(ground, last.name, parent.id, [id]);
  await putUnitVersion(ground.tx, { ...last, starts: from, parent: parent.id });
  await ground.write(id, 'unit-moved', id, { name: last.name.vi, to: parent.name.vi, starts: from });
  return id;
}

/** Units end and go on as one of them or as a new one; what stood in them stands in that from the day on. */
export async function mergeUnits(
  ground: Ground,
  asked: { readonly units: readonly string[]; readonly into: MergeInto; readonly from: string },
  random: RandomBytes,
): Promise<string> {
  const { from, into } = asked;
  const units = [...new Set(asked.units)].map((id) => ground.belowOwn(id, 'units'));
  if (units.length < 2) throw invalid('units', 'needed');
  if (units.some(({ tree }) => tree !== units[0]!.tree)) throw invalid('units', 'wrong');
  const ids = units.map(({ id }) => id);
  if ('id' in into && !ids.includes(into.id)) throw invalid('into', 'unknown');
  for (const id of ids) {
    const line = above(ground.history, id);
    // what stands below one of the others would be merged into what it stands below
    if (line.some((one) => ids.includes(one))) throw invalid('units', 'wrong');
  }
  const points = ids.flatMap((id) => ground.pointsUnder(id).map((point) => point.id));
  const children = ids.flatMap((id) => below(ground.history, id).map((unit) => unit.id));
  await ground.mayRegroup(from, { units: ids, points });
  ground.mayHold(from, { units: children, points: [] });
  const target = 'id' in into ? into.id : await mergedUnit(ground, into, ids, from, random);
  for (const unit of units) {
    if (unit.id === target) continue;
    await handOver(ground, unit.id, target, from);
    await endUnit(ground.tx, unit.id, dayBefore(from), target);
    const details = { name: unit.name.vi, to: target, starts: from };
    await ground.write(unit.id, 'unit-merged', unit.id, details);
  }
  return target;
}

async function mergedUnit(
  ground: Ground,
  into: Exclude<MergeInto, { id: string }>,
  merged: readonly string[],
  from: string,
  random: RandomBytes,
): Promise<string> {
  const parent = parentFrom(ground, into.parent, from, 'into.parent');
  if (merged.some((id) => id === parent.id || above(ground.history, parent.id).includes(id)))
    throw invalid('into.parent', 'wrong');
  nameIsFree(ground, into.name, parent.id, merged, 'into.name');
  const id = newId(random);
  const { kind, name } = into;
  const unit = { id, parent: parent.id, tree: parent.tree, kind, name, validFrom: from, validTo: null };
  await addUnit(ground.tx, unit);
  await ground.write(parent.id, 'unit-added', id, { name: name.vi, starts: from });
  return id;
}

/** Service points and units directly below stand in another unit from a day on. */
async function handOver({ tx, history }: Ground, from: string, to: string, day: string): Promise<void> {
  for (const point of history.points) {
    const last = lastOfPoint(history, point.id);
    if (last.unit === from && !hasEndedBy(point, day))
      await putPointVersion(tx, { ...last, starts: day, unit: to });
  }
  for (const { id } of below(history, from)) {
    await putUnitVersion(tx, { ...lastOfUnit(history, id), starts: day, parent: to });
  }
}

/** A unit ends and nothing goes on in its place: its service points close with it, units below must have gone before. */
export async function closeUnit(ground: Ground, id: string, from: string): Promise<string> {
  const unit = ground.belowOwn(id);
  const points = ground.pointsUnder(id);
  await ground.mayRegroup(from, { units: [id], points: points.map((point) => point.id) });
  if (below(ground.history, id).length > 0) throw new ProblemError('not-possible');
  if (from <= unit.validFrom) throw invalid('from', 'too-early');
  await ground.endPoints(points, from);
  await endUnit(ground.tx, id, dayBefore(from), null);
  await ground.write(id, 'unit-closed', id, { name: unit.name.vi, starts: from });
  return id;
}
