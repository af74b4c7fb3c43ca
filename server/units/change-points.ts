import { type RandomBytes, typedCode } from '../../shared/ids.ts';
import type { Text } from '../../shared/questionnaire.ts';
import type { Opening } from '../../shared/wire/device.ts';
import { invalid, ProblemError } from '../problem.ts';
import { fieldsOf } from '../store/fields.ts';
import { addServicePoint, hasEndedBy, type ServicePoint, type Unit } from '../store/organisation.ts';
import { lastOfPoint, putPointVersion } from '../store/unit-history.ts';
import type { Ground } from './act-ground.ts';

/** Acts on service points and their counters, as those on units; returned is the unit to show. */

interface Said {
  readonly name: Text;
  readonly opening: readonly Opening[];
  readonly fields: readonly string[];
  readonly from: string;
}

/** Counters of a service point that are there on a day or later. */
const countersOf = ({ history }: Ground, point: string, day: string) =>
  history.points.filter((one) => lastOfPoint(history, one.id).parent === point && !hasEndedBy(one, day));

function openPoint(ground: Ground, id: string): ServicePoint {
  const point = ground.pointIn(id);
  if (point.validTo !== null) throw new ProblemError('not-possible');
  return point;
}

function unitFrom(ground: Ground, id: string, from: string): Unit {
  const unit = ground.unitIn(id, 'unit');
  if (unit.validTo !== null) throw invalid('unit', 'unknown');
  if (from < unit.validFrom) throw invalid('from', 'too-early');
  return unit;
}

/** A service point of the unit at which a counter may stand: itself no counter, there before it and with no end. */
function centreFrom(ground: Ground, id: string | null, unit: string, from: string): void {
  if (id === null) return;
  const centre = ground.scope.points.get(id);
  const last = centre && lastOfPoint(ground.history, id);
  if (!last || last.parent !== null || last.unit !== unit || centre.validTo !== null)
    throw invalid('parent', 'unknown');
  if (from < centre.validFrom) throw invalid('from', 'too-early');
}

async function fieldsAreKnown(ground: Ground, unit: Unit, fields: readonly string[]): Promise<void> {
  const known = new Set((await fieldsOf(ground.tx, unit.tree)).map(({ code }) => code));
  if (fields.some((code) => !known.has(code))) throw invalid('fields', 'unknown');
}

function nameIsFree(ground: Ground, name: Text, unit: string, parent: string | null, except: string | null) {
  const isTaken = ground.history.points.some((one) => {
    const last = lastOfPoint(ground.history, one.id);
    const isBeside = one.id !== except && last.unit === unit && last.parent === parent;
    return isBeside && one.validTo === null && last.name.vi === name.vi;
  });
  if (isTaken) throw invalid('name.vi', 'taken');
}

export async function createPoint(
  ground: Ground,
  asked: Said & { readonly unit: string; readonly parent: string | null },
  random: RandomBytes,
): Promise<string> {
  const { parent, name, opening, fields, from } = asked;
  ground.mayHold(from, { units: [], points: [] });
  const unit = unitFrom(ground, asked.unit, from);
  centreFrom(ground, parent, unit.id, from);
  await fieldsAreKnown(ground, unit, fields);
  nameIsFree(ground, name, unit.id, parent, null);
  const id = `p${typedCode(8, random).toLowerCase()}`;
  await addServicePoint(ground.tx, {
    id,
    unit: unit.id,
    ...(parent !== null && { parent }),
    name,
    opening,
    fields,
    validFrom: from,
    validTo: null,
  });
  await ground.write(unit.id, 'point-added', id, { name: name.vi, starts: from });
  return unit.id;
}

export async function changePoint(ground: Ground, id: string, asked: Said): Promise<string> {
  const { name, opening, fields, from } = asked;
  const point = openPoint(ground, id);
  ground.mayHold(from, { units: [], points: [id] });
  const last = lastOfPoint(ground.history, id);
  await fieldsAreKnown(
    ground,
    ground.unitIn(point.unit),
    fields.filter((code) => !last.fields.includes(code)),
  );
  nameIsFree(ground, name, last.unit, last.parent, id);
  await putPointVersion(ground.tx, { ...last, starts: from, name, opening, fields });
  await ground.write(point.unit, 'point-changed', id, { name: last.name.vi, to: name.vi, starts: from });
  return point.unit;
}

export async function movePoint(
  ground: Ground,
  id: string,
  asked: { readonly unit: string; readonly parent: string | null; readonly from: string },
): Promise<string> {
  const { parent, from } = asked;
  const point = openPoint(ground, id);
  const counters = countersOf(ground, id, from);
  const moved = [point, ...counters].map((one) => one.id);
  await ground.mayRegroup(from, { units: [], points: moved });
  const unit = unitFrom(ground, asked.unit, from);
  if (unit.tree !== ground.unitIn(point.unit).tree) throw invalid('unit', 'wrong');
  centreFrom(ground, parent, unit.id, from);
  if (parent === id || (parent !== null && counters.length > 0)) throw invalid('parent', 'wrong');
  const last = lastOfPoint(ground.history, id);
  nameIsFree(ground, last.name, unit.id, parent, id);
  for (const one of moved) {
    const own = lastOfPoint(ground.history, one);
    const under = one === id ? parent : own.parent;
    await putPointVersion(ground.tx, { ...own, starts: from, unit: unit.id, parent: under });
  }
  await ground.write(point.unit, 'point-moved', id, { name: last.name.vi, to: unit.name.vi, starts: from });
  return unit.id;
}

/** A service point closes with its counters; devices there stand nowhere from that day on. */
export async function closePoint(ground: Ground, id: string, from: string): Promise<string> {
  const point = openPoint(ground, id);
  const closed = [point, ...countersOf(ground, id, from)];
  await ground.mayRegroup(from, { units: [], points: closed.map((one) => one.id) });
  if (from <= point.validFrom) throw invalid('from', 'too-early');
  await ground.endPoints(closed, from);
  await ground.write(point.unit, 'point-closed', id, { name: point.name.vi, starts: from });
  return point.unit;
}
