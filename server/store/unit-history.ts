import type { Text } from '../../shared/questionnaire.ts';
import type { Opening } from '../../shared/wire/device.ts';
import { columnsOf, handled, hasEndedBy, type ServicePoint, type Unit } from './organisation.ts';
import { areSameRows, historyOf, type HistoryRows, historyRows } from './history-rows.ts';
import { keepAwhile } from './kept-awhile.ts';
import type { Reader, Store, Tx } from './store.ts';

/**
 * Units and service points by dates. A version says what holds from its day on; the rows of `units` and `service_points`
 * are the versions of today, made so by `applyDue`. Versions are only added or, on their own day, written anew: what
 * held on a day that has passed can always be read.
 */
export interface UnitVersion {
  readonly unit: string;
  readonly starts: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly name: Text;
}

export interface PointVersion {
  readonly point: string;
  readonly starts: string;
  readonly unit: string;
  readonly parent: string | null;
  readonly name: Text;
  readonly opening: readonly Opening[];
  readonly fields: readonly string[];
}

export interface UnitHistory {
  readonly units: readonly Unit[];
  readonly points: readonly ServicePoint[];
  /** Of each unit and each point, the oldest first; none is empty. */
  readonly unitVersions: ReadonlyMap<string, readonly UnitVersion[]>;
  readonly pointVersions: ReadonlyMap<string, readonly PointVersion[]>;
  /** What a unit that ended went on as. */
  readonly successors: ReadonlyMap<string, string>;
}

/** The same history as before as long as its rows are the same: what was worked out of it stays with it. */
export async function readHistory(read: Reader): Promise<UnitHistory> {
  const rows = await historyRows(read);
  const before = known.get(read);
  if (before && rows.every((some, i) => areSameRows(before.rows[i]!, some))) return before.history;
  const history = historyOf(rows);
  known.set(read, { rows, history });
  return history;
}

/** The history for whoever reads and changes nothing, read once a second: see `keepAwhile`. */
export function historyNow(store: Pick<Store, 'read' | 'changes'>): Promise<UnitHistory> {
  let read = histories.get(store.read);
  if (!read)
    histories.set(store.read, (read = keepAwhile<void, UnitHistory>(store, () => readHistory(store.read))));
  return read();
}

const histories = new WeakMap<Reader, () => Promise<UnitHistory>>();
const known = new WeakMap<Reader, { readonly rows: HistoryRows; readonly history: UnitHistory }>();

/** A unit and all that it came from, however long ago; what is to go on as it on a later day is not its yet. */
export function lineage(
  { units, successors }: Pick<UnitHistory, 'units' | 'successors'>,
  unit: string,
  today: string,
): Set<string> {
  const ended = units.filter((one) => hasEndedBy(one, today));
  const line = new Set([unit]);
  for (const known of line) {
    for (const { id } of ended) if (successors.get(id) === known) line.add(id);
  }
  return line;
}

/** What holds on a day; before the first day what came first. */
export function versionOn<V extends { readonly starts: string }>(versions: readonly V[], day: string): V {
  return versions.findLast(({ starts }) => starts <= day) ?? versions[0]!;
}

/** A unit, a point as last decided: acts go on from there. */
export const lastOfUnit = ({ unitVersions }: UnitHistory, id: string): UnitVersion =>
  unitVersions.get(id)!.at(-1)!;
export const lastOfPoint = ({ pointVersions }: UnitHistory, id: string): PointVersion =>
  pointVersions.get(id)!.at(-1)!;

export async function putUnitVersion(tx: Tx, version: UnitVersion): Promise<void> {
  const { unit, starts, parent, kind, name } = version;
  const said = { parent, kind, ...columnsOf(name) };
  await tx
    .insertInto('unit_versions')
    .values({ unit, starts, ...said })
    .onConflict((on) => on.columns(['unit', 'starts']).doUpdateSet(said))
    .execute();
}

/** A version whose day has not come is as if it had never been decided. */
export async function dropUnitVersion(tx: Tx, { unit, starts }: UnitVersion): Promise<void> {
  await tx.deleteFrom('unit_versions').where('unit', '=', unit).where('starts', '=', starts).execute();
}

export async function dropPointVersion(tx: Tx, { point, starts }: PointVersion): Promise<void> {
  await tx.deleteFrom('point_versions').where('point', '=', point).where('starts', '=', starts).execute();
}

export async function putPointVersion(tx: Tx, version: PointVersion): Promise<void> {
  const { point, starts, unit, parent, name } = version;
  const said = { unit, parent, ...columnsOf(name), ...handled.toRow(version) };
  await tx
    .insertInto('point_versions')
    .values({ point, starts, ...said })
    .onConflict((on) => on.columns(['point', 'starts']).doUpdateSet(said))
    .execute();
}

/** The last day of a unit, and what it goes on as. */
export async function endUnit(
  tx: Tx,
  unit: string,
  lastDay: string,
  successor: string | null,
): Promise<void> {
  await tx.updateTable('units').set({ valid_to: lastDay }).where('id', '=', unit).execute();
  if (successor !== null) await tx.insertInto('unit_successors').values({ unit, successor }).execute();
}

export async function endPoint(tx: Tx, point: string, lastDay: string): Promise<void> {
  await tx.updateTable('service_points').set({ valid_to: lastDay }).where('id', '=', point).execute();
}

/** An end whose day has not come is as if it had never been decided; nothing goes on in the unit's place. */
export async function resumeUnit(tx: Tx, unit: string): Promise<void> {
  await tx.updateTable('units').set({ valid_to: null }).where('id', '=', unit).execute();
  await tx.deleteFrom('unit_successors').where('unit', '=', unit).execute();
}

export async function resumePoint(tx: Tx, point: string): Promise<void> {
  await tx.updateTable('service_points').set({ valid_to: null }).where('id', '=', point).execute();
}

/** What the rows of today do not say yet of a day; null when they are as they should be. */
async function dueOn(read: Reader, day: string) {
  const history = await readHistory(read);
  const units = history.units.filter((unit) => {
    const { parent, kind, name } = versionOn(history.unitVersions.get(unit.id)!, day);
    return parent !== unit.parent || kind !== unit.kind || !sameText(name, unit.name);
  });
  const points = history.points.filter((point) => {
    const version = versionOn(history.pointVersions.get(point.id)!, day);
    return (
      version.unit !== point.unit ||
      version.parent !== (point.parent ?? null) ||
      !sameText(version.name, point.name) ||
      JSON.stringify([version.opening, version.fields]) !== JSON.stringify([point.opening, point.fields])
    );
  });
  const ended = history.units.filter((unit) => history.successors.has(unit.id) && hasEndedBy(unit, day));
  const left = await leftIn(read, ended);
  return { history, units, points, left };
}

/** Units that have ended and still have accounts, open invitations or access codes. */
async function leftIn(read: Reader, ended: readonly Unit[]): Promise<Unit[]> {
  if (ended.length === 0) return [];
  const ids = ended.map(({ id }) => id);
  const accounts = await read.selectFrom('accounts').select('unit').where('unit', 'in', ids).execute();
  const links = await read
    .selectFrom('links')
    .select('subject')
    .where('kind', '=', 'account')
    .where('subject', 'in', ids)
    .execute();
  const tokens = await read.selectFrom('api_tokens').select('unit').where('unit', 'in', ids).execute();
  const left = new Set([
    ...[...accounts, ...tokens].map(({ unit }) => unit),
    ...links.map(({ subject }) => subject),
  ]);
  return ended.filter(({ id }) => left.has(id));
}

const sameText = (a: Text, b: Text) => a.vi === b.vi && a.en === b.en;

/** Whether a day has begun for which something had been decided before. */
export async function isDue(read: Reader, day: string): Promise<boolean> {
  const { units, points, left } = await dueOn(read, day);
  return units.length > 0 || points.length > 0 || left.length > 0;
}

/** A unit that has ended, what its accounts and open invitations have passed to, and how many accounts. */
export interface Passing {
  readonly unit: Unit;
  readonly to: string;
  readonly accounts: number;
}

/**
 * Makes the rows of units and service points those of a day. Accounts and open invitations of a unit that has ended pass
 * to what it went on as; sessions go on, and what they may see is judged at each request.
 */
export async function applyDue(tx: Tx, day: string): Promise<Passing[]> {
  const { history, units, points, left } = await dueOn(tx, day);
  for (const { id } of units) {
    const { parent, kind, name } = versionOn(history.unitVersions.get(id)!, day);
    await tx
      .updateTable('units')
      .set({ parent, kind, ...columnsOf(name) })
      .where('id', '=', id)
      .execute();
  }
  for (const { id } of points) {
    const version = versionOn(history.pointVersions.get(id)!, day);
    const { unit, parent, name } = version;
    await tx
      .updateTable('service_points')
      .set({ unit, parent, ...columnsOf(name), ...handled.toRow(version) })
      .where('id', '=', id)
      .execute();
  }
  const passed: Passing[] = [];
  for (const unit of left) passed.push(await passOn(tx, unit, wentOnAs(history, unit.id, day)));
  return passed;
}

async function passOn(tx: Tx, unit: Unit, to: string): Promise<Passing> {
  const moved = await tx
    .updateTable('accounts')
    .set({ unit: to })
    .where('unit', '=', unit.id)
    .executeTakeFirst();
  await tx
    .updateTable('links')
    .set({ subject: to })
    .where('kind', '=', 'account')
    .where('subject', '=', unit.id)
    .execute();
  await tx.updateTable('api_tokens').set({ unit: to }).where('unit', '=', unit.id).execute();
  return { unit, to, accounts: Number(moved.numUpdatedRows) };
}

/** What a unit is by a day: what it was merged into may have been merged too. */
function wentOnAs(history: UnitHistory, id: string, day: string): string {
  const next = history.successors.get(id);
  const unit = history.units.find((one) => one.id === id)!;
  return next !== undefined && hasEndedBy(unit, day) ? wentOnAs(history, next, day) : id;
}

/** Whether forms of some places have been counted in a half-month or later. */
export async function hasForms(read: Reader, points: readonly string[], halfMonth: string): Promise<boolean> {
  if (points.length === 0) return false;
  const row = await read
    .selectFrom('tallies')
    .select('service_point')
    .where('service_point', 'in', [...points])
    .where('half_month', '>=', halfMonth)
    .executeTakeFirst();
  return row !== undefined;
}
