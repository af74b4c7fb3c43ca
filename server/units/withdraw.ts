import { dayBefore } from '../../shared/period.ts';
import { ProblemError } from '../problem.ts';
import { resumeAssignmentsAt } from '../store/device-moves.ts';
import { isNamedNowhere, removeUnit } from '../store/planned-units.ts';
import {
  dropPointVersion,
  dropUnitVersion,
  lastOfPoint,
  lastOfUnit,
  putPointVersion,
  putUnitVersion,
  resumePoint,
  resumeUnit,
  type UnitHistory,
} from '../store/unit-history.ts';
import type { Ground } from './act-ground.ts';
import { nameIsFree } from './change-units.ts';
import { withdrawable } from './withdrawable.ts';

/**
 * Takes back what was decided of a unit last, while its day has not come: its end, a merger, a new name or place, the
 * unit itself. Whether the trees of all later days hold together without it is looked at by whoever calls. Returned is
 * the unit to show.
 */
export async function withdrawFrom(ground: Ground, id: string, from: string): Promise<string> {
  ground.unitIn(id);
  const asked = withdrawable(ground.history, id, ground.today);
  if (asked?.from !== from) throw new ProblemError('not-possible');
  if (asked.what === 'version') return withdrawVersion(ground, id, from);
  ground.belowOwn(id);
  if (asked.what === 'unit') return withdrawUnit(ground, id, from);
  if (asked.what === 'end') return withdrawEnd(ground, id, from);
  const { successors, units } = ground.history;
  await withdrawMerger(ground, successors.get(id) ?? id, from);
  return units.find((one) => one.id === id)!.validTo === null ? lastOfUnit(ground.history, id).parent! : id;
}

/** A new name, kind or place; who could not decide a move does not withdraw it. */
async function withdrawVersion(ground: Ground, id: string, from: string): Promise<string> {
  const versions = ground.history.unitVersions.get(id)!;
  const [before, last] = [versions.at(-2)!, versions.at(-1)!];
  if (before.parent !== last.parent) {
    ground.belowOwn(id);
    const ends = [before, last].map(({ parent }) => ground.scope.units.find((one) => one.id === parent));
    if (ends.some((one) => !one || one.validTo !== null)) throw new ProblemError('not-possible');
  }
  nameIsFree(ground, before.name, before.parent, [id]);
  await dropUnitVersion(ground.tx, last);
  await ground.write(id, 'unit-withdrawn', id, { name: before.name.vi, starts: from });
  return id;
}

async function withdrawUnit(ground: Ground, id: string, from: string): Promise<string> {
  const { parent, name } = lastOfUnit(ground.history, id);
  await dropPlanned(ground, id);
  await ground.write(parent!, 'unit-withdrawn', parent!, { name: name.vi, starts: from });
  return parent!;
}

/** A unit that is only planned goes as if it had never been decided, where nothing names it yet. */
async function dropPlanned({ tx }: Ground, id: string): Promise<void> {
  if (!(await isNamedNowhere(tx, id))) throw new ProblemError('not-possible');
  await removeUnit(tx, id);
}

/** The unit goes on, with the service points that were to close on that day and the devices that still stand there. */
async function withdrawEnd(ground: Ground, id: string, from: string): Promise<string> {
  const { tx, history } = ground;
  const lastDay = dayBefore(from);
  await resumeEnded(ground, [id], [id], from);
  const closed = history.points.filter(
    (point) => point.validTo === lastDay && lastOfPoint(history, point.id).unit === id,
  );
  const ids = closed.map((point) => point.id);
  for (const point of ids) await resumePoint(tx, point);
  await resumeAssignmentsAt(tx, ids, lastDay);
  return id;
}

async function resumeEnded(
  ground: Ground,
  units: readonly string[],
  except: readonly string[],
  from: string,
): Promise<void> {
  for (const id of units) {
    ground.belowOwn(id);
    const { name, parent } = lastOfUnit(ground.history, id);
    nameIsFree(ground, name, parent, except);
    await resumeUnit(ground.tx, id);
    await ground.write(id, 'unit-withdrawn', id, { name: name.vi, starts: from });
  }
}

/** What goes on as one unit from the same day on is one merger; what was decided later of that unit goes first. */
async function withdrawMerger(ground: Ground, target: string, from: string): Promise<void> {
  const { tx, history, scope } = ground;
  const into = scope.units.find(({ id }) => id === target);
  if (!into || into.validTo !== null) throw new ProblemError('not-possible');
  const merged = history.units
    .filter(({ id, validTo }) => history.successors.get(id) === target && validTo === dayBefore(from))
    .map(({ id }) => id);
  // a unit that begins with the merger was made by it
  const isNew = into.validFrom === from;
  await resumeEnded(ground, merged, isNew ? [...merged, target] : merged, from);
  const back = { history, merged, target, from };
  for (const versions of history.pointVersions.values())
    for (const { said, isKnown } of takenBack(versions, 'unit', back))
      await (isKnown ? dropPointVersion : putPointVersion)(tx, said);
  for (const versions of history.unitVersions.values())
    for (const { said, isKnown } of takenBack(versions, 'parent', back))
      await (isKnown ? dropUnitVersion : putUnitVersion)(tx, said);
  if (isNew) await dropPlanned(ground, target);
}

/**
 * Versions that put a service point or a unit into the merged one, as they read without the merger: for as long as it
 * was to stand there it stands where it stood. `isKnown` = that is what the version before says already.
 */
function takenBack<
  K extends 'unit' | 'parent',
  V extends { readonly starts: string } & Readonly<Record<K, string | null>>,
>(
  versions: readonly V[],
  place: K,
  merger: {
    readonly history: UnitHistory;
    readonly merged: readonly string[];
    readonly target: string;
    readonly from: string;
  },
): { readonly said: V; readonly isKnown: boolean }[] {
  const { history, merged, target, from } = merger;
  const first = versions.findIndex(({ starts }) => starts === from);
  const before = versions[first - 1];
  const stood = before && goesOnAs(history, before[place]).find((id) => merged.includes(id));
  if (!before || stood === undefined) return [];
  const behind = versions.slice(first);
  const left = behind.findIndex((version) => version[place] !== target);
  return behind.slice(0, left < 0 ? undefined : left).map((version) => {
    const said = { ...version, [place]: stood };
    return { said, isKnown: version.starts === from && saysSame(before, said) };
  });
}

/** A unit and what it goes on as, one after another: on one day a merged unit may be merged again. */
function goesOnAs({ successors }: UnitHistory, unit: string | null): string[] {
  const line: string[] = [];
  for (let id = unit ?? undefined; id !== undefined && !line.includes(id); id = successors.get(id))
    line.push(id);
  return line;
}

const saysSame = (a: { readonly starts: string }, b: { readonly starts: string }) =>
  JSON.stringify({ ...a, starts: '' }) === JSON.stringify({ ...b, starts: '' });
