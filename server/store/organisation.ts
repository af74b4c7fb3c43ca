import * as v from 'valibot';
import { type Text, TextSchema } from '../../shared/questionnaire.ts';
import type { Opening, Tree } from '../../shared/wire/device.ts';
import type { Reader, Tx } from './store.ts';

/** The organisation: units with validity dates, service points, walk-up codes. */

export interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly tree: Tree;
  /** Picks the words for the place in official sentences: `xa`, `phuong`, `dac_khu`, `tinh`, `thanh_pho`, `so`. */
  readonly kind: string;
  readonly name: Text;
  readonly validFrom: string;
  /** The last day on which it is there; null = no end is known. */
  readonly validTo: string | null;
  /** Digits of the telephone number that it shows to citizens; left out = that of the unit above it. */
  readonly contact?: string;
}

export interface ServicePoint {
  readonly id: string;
  readonly unit: string;
  /** The service point at which this one is a counter; left out = it stands for itself. */
  readonly parent?: string;
  readonly name: Text;
  readonly opening: readonly Opening[];
  readonly fields: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  /** As of a unit; left out = that of its centre, or of its unit. */
  readonly contact?: string;
}

/** Hours of a service point; a counter without hours of its own keeps those of its centre. */
export function openingOf(point: ServicePoint, points: readonly ServicePoint[]): readonly Opening[] {
  if (point.opening.length > 0) return point.opening;
  return points.find(({ id }) => id === point.parent)?.opening ?? [];
}

/** What a walk-up code or a ticket opens. */
export interface WayIn {
  readonly servicePoint: string;
  readonly field: string | null;
  readonly campaign: string;
  /** Asks for its own campaign as long as that runs; else for whichever runs at its place. */
  readonly isPinned?: boolean;
}

export interface WalkUpCode extends WayIn {
  readonly code: string;
}

export const textOf = (row: { name_vi: string; name_en: string }): Text => ({
  vi: row.name_vi,
  en: row.name_en,
});

/** Names and hours are judged here, where they are written: devices and pages take them as they come. */
export const columnsOf = (name: Text) => {
  const { vi, en } = v.parse(TextSchema, name);
  return { name_vi: vi, name_en: en };
};
const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const OpeningsSchema = v.array(
  v.object({
    /** 1 = Monday … 7 = Sunday. */
    days: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    from: timeOfDay,
    to: timeOfDay,
  }),
);
const FieldCodesSchema = v.array(v.string());

/** Hours and fields of a service point as they stand in a row, and back. */
export const handled = {
  toRow: ({ opening, fields }: Pick<ServicePoint, 'opening' | 'fields'>) => ({
    opening: JSON.stringify(v.parse(OpeningsSchema, opening)),
    fields: JSON.stringify(v.parse(FieldCodesSchema, fields)),
  }),
  fromRow: (row: { readonly opening: string; readonly fields: string }) => ({
    opening: v.parse(OpeningsSchema, JSON.parse(row.opening)),
    fields: v.parse(FieldCodesSchema, JSON.parse(row.fields)),
  }),
};

/** All units that there are or were, as of today, in the order of their Vietnamese names. */
export const allUnits = async (read: Reader): Promise<Unit[]> => unitsOf(await unitRows(read));

export const unitRows = (read: Reader) => read.selectFrom('units').selectAll().execute();

export function unitsOf(rows: Awaited<ReturnType<typeof unitRows>>): Unit[] {
  return rows
    .map((row) => ({
      id: row.id,
      parent: row.parent,
      tree: row.tree as Tree,
      kind: row.kind,
      name: textOf(row),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      ...(row.contact !== null && { contact: row.contact }),
    }))
    .sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'));
}

/** Whether its last day lies before a day; what has no end goes on. */
export const hasEndedBy = ({ validTo }: { readonly validTo: string | null }, day: string): boolean =>
  validTo !== null && validTo < day;

/** A unit and all below it. */
export function subtreeOf(units: readonly Unit[], top: string): Unit[] {
  const childrenOf = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.parent === null) continue;
    const children = childrenOf.get(unit.parent);
    if (children) children.push(unit);
    else childrenOf.set(unit.parent, [unit]);
  }
  const below = (id: string): Unit[] =>
    (childrenOf.get(id) ?? []).flatMap((unit) => [unit, ...below(unit.id)]);
  return [...units.filter((unit) => unit.id === top), ...below(top)];
}

/** A unit and those above it, nearest first. */
export function upwards(units: readonly Unit[], id: string | null): Unit[] {
  const unit = units.find((candidate) => candidate.id === id);
  return unit ? [unit, ...upwards(units, unit.parent)] : [];
}

export async function addUnit(tx: Tx, unit: Unit): Promise<void> {
  await tx
    .insertInto('units')
    .values({
      id: unit.id,
      parent: unit.parent,
      tree: unit.tree,
      kind: unit.kind,
      ...columnsOf(unit.name),
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
      contact: unit.contact ?? null,
    })
    .execute();
  const { id, parent, kind } = unit;
  const version = { unit: id, starts: unit.validFrom, parent, kind, ...columnsOf(unit.name) };
  await tx.insertInto('unit_versions').values(version).execute();
}

/** All service points and counters that there are or were, as of today. */
export const servicePoints = async (read: Reader): Promise<ServicePoint[]> => pointsOf(await pointRows(read));

export const pointRows = (read: Reader) =>
  read.selectFrom('service_points').selectAll().orderBy('id').execute();

export function pointsOf(rows: Awaited<ReturnType<typeof pointRows>>): ServicePoint[] {
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit,
    ...(row.parent !== null && { parent: row.parent }),
    name: textOf(row),
    ...handled.fromRow(row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ...(row.contact !== null && { contact: row.contact }),
  }));
}

export async function addServicePoint(tx: Tx, point: ServicePoint): Promise<void> {
  const { id, unit, parent = null, validFrom, validTo, contact = null } = point;
  const said = { unit, parent, ...columnsOf(point.name), ...handled.toRow(point) };
  await tx
    .insertInto('service_points')
    .values({ id, ...said, valid_from: validFrom, valid_to: validTo, contact })
    .execute();
  await tx
    .insertInto('point_versions')
    .values({ point: id, starts: validFrom, ...said })
    .execute();
}

/** The tree (real, demo, training) of each service point. */
export async function treesOfPoints(read: Reader): Promise<Map<string, Tree>> {
  const rows = await read
    .selectFrom('service_points as p')
    .innerJoin('units as u', 'u.id', 'p.unit')
    .select(['p.id', 'u.tree'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.tree as Tree]));
}

/** A walk-up code that is in use on a local day; else whether it is one that has ended, or none at all. */
export async function walkUpCode(
  read: Reader,
  code: string,
  day: string,
): Promise<WalkUpCode | 'ended' | undefined> {
  const row = await read.selectFrom('codes').selectAll().where('code', '=', code).executeTakeFirst();
  if (!row) return undefined;
  if (row.revoked !== 0 || (row.ends !== null && row.ends < day)) return 'ended';
  return {
    code: row.code,
    servicePoint: row.service_point,
    field: row.field,
    campaign: row.campaign,
    isPinned: row.pinned !== 0,
  };
}

/** Some walk-up code of a tree, to show the way in. */
export async function anyWalkUpCode(read: Reader, tree: Tree): Promise<string | undefined> {
  const row = await read
    .selectFrom('codes as c')
    .innerJoin('service_points as p', 'p.id', 'c.service_point')
    .innerJoin('units as u', 'u.id', 'p.unit')
    .select('c.code')
    .where('u.tree', '=', tree)
    .where('c.revoked', '=', 0)
    // one that is being renewed is not worth learning any more
    .where('c.ends', 'is', null)
    .orderBy('c.service_point')
    .executeTakeFirst();
  return row?.code;
}

/** A walk-up code in use of each service point that has one. */
export async function codesOfPoints(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom('codes')
    .select(['code', 'service_point'])
    .where('revoked', '=', 0)
    .where('ends', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.service_point, row.code]));
}

/** The service point of that code, where a trial tablet may stand. */
export async function servicePointWithCode(read: Reader, tree: Tree): Promise<string | undefined> {
  const code = await anyWalkUpCode(read, tree);
  const row =
    code &&
    (await read.selectFrom('codes').select('service_point').where('code', '=', code).executeTakeFirst());
  return row ? row.service_point : undefined;
}

export async function addWalkUpCode(
  tx: Tx,
  code: WalkUpCode & { readonly counter?: string | null; readonly made?: string },
): Promise<void> {
  await tx
    .insertInto('codes')
    .values({
      code: code.code,
      service_point: code.servicePoint,
      field: code.field,
      campaign: code.campaign,
      revoked: 0,
      counter: code.counter ?? null,
      pinned: Number(code.isPinned ?? false),
      made: code.made ?? null,
      ends: null,
      successor: null,
    })
    .execute();
}
