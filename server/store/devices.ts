import type { Heartbeat, Settings } from '../../shared/wire/device.ts';
import type { DeviceState } from '../../shared/wire/manage.ts';
import { localDay } from '../../shared/period.ts';
import { setDeviceState } from './device-life.ts';
import { changeByRows, selectMany } from './many.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** Enrolled tablets and staff phones. Nothing here stands beside a submission: only counters go up. */

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly campaign: string;
  readonly state: DeviceState;
  /** Instant of the newest contact (of enrolment at first), ms. */
  readonly lastContact: number;
  /** When it last had nothing left to send (enrolled at first), ms: what comes later was taken later. */
  readonly drained: number;
  /** Oldest first; the newest, if any is open, last. */
  readonly assignments: readonly Assignment[];
  /** Last seal inside a verified off-machine backup. */
  readonly safeSeal: number;
  /** Verifier of the staff page's PIN, as settings carry it; null = none yet. */
  readonly pin: Settings['pin'] | null;
  /** Device that this one took the place of. */
  readonly replaces: string | null;
  /** The account whose telephone it is; null = a tablet at a counter. */
  readonly account: string | null;
}

/** From when to when (local days, both inside) a device stands at a service point. */
export interface Assignment {
  readonly servicePoint: string;
  readonly starts: string;
  readonly ends: string | null;
}

export async function addDevice(
  tx: Tx,
  device: {
    readonly id: string;
    readonly name: string;
    readonly campaign: string;
    readonly at: number;
    readonly assignment: Assignment;
    readonly replaces?: string;
    readonly account?: string | null;
  },
): Promise<void> {
  const { assignment } = device;
  await tx
    .insertInto('devices')
    .values({
      id: device.id,
      name: device.name,
      campaign: device.campaign,
      state: 'new',
      token_sha256: null,
      accepted: 0,
      held: 0,
      last_contact: device.at,
      drained: device.at,
      heartbeat: null,
      replaces: device.replaces ?? null,
      safe_seal: 0,
      pin: null,
      account: device.account ?? null,
    })
    .execute();
  await tx
    .insertInto('assignments')
    .values({
      device: device.id,
      service_point: assignment.servicePoint,
      starts: assignment.starts,
      ends: assignment.ends,
    })
    .execute();
}

/** A device of that name at that service point whose link nobody has opened yet. */
export async function unenrolledDevice(
  read: Reader,
  name: string,
  servicePoint: string,
): Promise<string | undefined> {
  const row = await read
    .selectFrom('devices as d')
    .innerJoin('assignments as a', 'a.device', 'd.id')
    .select('d.id')
    .where('d.state', '=', 'new')
    .where('d.name', '=', name)
    .where('a.service_point', '=', servicePoint)
    .executeTakeFirst();
  return row?.id;
}

/** Enrolled for the first time: from now on the token speaks for the device. */
export async function activateDevice(tx: Tx, id: string, tokenSha256: string, at: number): Promise<void> {
  await setToken(tx, id, tokenSha256, at);
  await tx.updateTable('devices').set({ drained: at }).where('id', '=', id).execute();
  await setDeviceState(tx, id, { day: localDay(at), state: 'active', note: '' });
}

/** The token before stops working. What the device may still hold is older than this contact. */
export async function setToken(tx: Tx, id: string, tokenSha256: string, at: number): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ token_sha256: tokenSha256, last_contact: at })
    .where('id', '=', id)
    .execute();
}

/** The devices to which tokens belong, by the hashes of these; revoked ones are still known. */
export function devicesByToken(
  read: Reader,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, Device>> {
  return devicesWhere(read, 'token_sha256', tokens);
}

export async function deviceById(read: Reader, id: string): Promise<Device | undefined> {
  return (await devicesWhere(read, 'id', [id])).get(id);
}

async function devicesWhere(
  read: Reader,
  column: 'id' | 'token_sha256',
  values: readonly string[],
): Promise<Map<string, Device>> {
  const rows = await (column === 'id' ? rowsById : rowsByToken)(read, values);
  const stands = new Map<string, Assignment[]>(rows.map(({ id }) => [id, []]));
  for (const { device, service_point, starts, ends } of await assignmentsOf(read, [...stands.keys()]))
    stands.get(device)!.push({ servicePoint: service_point, starts, ends });
  return new Map(
    rows.map((row) => [
      row[column]!,
      {
        id: row.id,
        name: row.name,
        campaign: row.campaign,
        state: row.state as DeviceState,
        lastContact: row.last_contact,
        drained: row.drained,
        assignments: stands.get(row.id)!.sort(byDates),
        safeSeal: row.safe_seal,
        pin: row.pin === null ? null : (JSON.parse(row.pin) as Settings['pin']),
        replaces: row.replaces,
        account: row.account,
      },
    ]),
  );
}

const DEVICE_COLUMNS =
  'id name campaign state token_sha256 last_contact drained safe_seal pin replaces account'.split(' ');
const rowsById = selectMany<Tables['devices']>('devices', DEVICE_COLUMNS, 'id');
const rowsByToken = selectMany<Tables['devices']>('devices', DEVICE_COLUMNS, 'token_sha256');
const assignmentsOf = selectMany<Tables['assignments']>(
  'assignments',
  ['device', 'service_point', 'starts', 'ends'],
  'device',
);

const OPEN = '9999';
/** By their ends: whatever stands open is the newest, also after a move away and back. */
export const byDates = (a: Assignment, b: Assignment) =>
  (a.ends ?? OPEN).localeCompare(b.ends ?? OPEN) || a.starts.localeCompare(b.starts);

/** Where a device stands on a day; of two places on the day of a move, the new one. */
export function assignmentOn(device: Pick<Device, 'assignments'>, day: string): Assignment | undefined {
  const { assignments } = device;
  return (
    assignments.findLast(({ starts, ends }) => starts <= day && (ends === null || day <= ends)) ??
    assignments.at(-1)
  );
}

/** What a batch adds to a device's ledger; `at` is undefined when it did not come from the device itself. */
export interface Contact {
  readonly device: string;
  readonly at: number | undefined;
  readonly accepted: number;
  readonly held: number;
}

export async function countContacts(tx: Tx, contacts: readonly Contact[]): Promise<void> {
  const sums = new Map<string, Contact>();
  for (const contact of contacts) {
    const before = sums.get(contact.device);
    sums.set(contact.device, {
      device: contact.device,
      at: contact.at ?? before?.at,
      accepted: contact.accepted + (before?.accepted ?? 0),
      held: contact.held + (before?.held ?? 0),
    });
  }
  await addContacts(
    tx,
    Array.from(sums.values(), ({ device, at, accepted, held }) => [
      String(accepted),
      String(held),
      String(at ?? ''),
      device,
    ]),
  );
}

const addContacts = changeByRows(
  4,
  ([accepted, held, at, id], contacts) =>
    `update devices set accepted = accepted + cast(${accepted} as integer), held = held + cast(${held} as integer), ` +
    `last_contact = coalesce(cast(nullif(${at}, '') as bigint), last_contact) ${contacts('from')} where devices.id = ${id}`,
);

/** Overwrites the heartbeat before; of a day's running totals the highest stay. */
export async function keepHeartbeat(tx: Tx, id: string, heartbeat: Heartbeat, at: number): Promise<void> {
  const { day, ...rest } = heartbeat;
  await tx
    .updateTable('devices')
    .set({ heartbeat: JSON.stringify(rest), last_contact: at, ...(rest.unsent === 0 && { drained: at }) })
    .where('id', '=', id)
    .execute();
  const before = await tx
    .selectFrom('device_days')
    .select('counts')
    .where('device', '=', id)
    .where('day', '=', day.date)
    .executeTakeFirst();
  const old = before ? (JSON.parse(before.counts) as Heartbeat['day']) : undefined;
  const counts = JSON.stringify({
    date: day.date,
    wakes: Math.max(day.wakes, old?.wakes ?? 0),
    starts: Math.max(day.starts, old?.starts ?? 0),
    ...(old?.packs || day.packs ? { packs: highest(day.packs ?? {}, old?.packs ?? {}) } : {}),
    ...(old?.agreed || day.agreed ? { agreed: highest(day.agreed ?? {}, old?.agreed ?? {}) } : {}),
    ...highestOf(['heard', 'refused', 'ownCounter'], day, old),
    abandoned: Array.from({ length: Math.max(day.abandoned.length, old?.abandoned.length ?? 0) }, (_, i) =>
      Math.max(day.abandoned[i] ?? 0, old?.abandoned[i] ?? 0),
    ),
  });
  await tx
    .insertInto('device_days')
    .values({ device: id, day: day.date, counts })
    .onConflict((on) => on.columns(['device', 'day']).doUpdateSet({ counts }))
    .execute();
}

/** Totals that a device may not know yet: of those that it or the day before names, the highest. */
function highestOf(
  names: readonly ('heard' | 'refused' | 'ownCounter')[],
  day: Heartbeat['day'],
  old: Heartbeat['day'] | undefined,
) {
  const named = names.filter((name) => day[name] !== undefined || old?.[name] !== undefined);
  return Object.fromEntries(named.map((name) => [name, Math.max(day[name] ?? 0, old?.[name] ?? 0)]));
}

function highest(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const codes = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(codes.map((code) => [code, Math.max(a[code] ?? 0, b[code] ?? 0)]));
}

export interface DeviceHealth {
  readonly id: string;
  readonly lastContact: number;
  readonly unsent: number;
}

/** Active devices that stand at one of the service points on a day. */
export async function devicesAt(
  read: Reader,
  points: readonly string[],
  day: string,
): Promise<DeviceHealth[]> {
  if (points.length === 0) return [];
  const rows = await read
    .selectFrom('devices as d')
    .innerJoin('assignments as a', 'a.device', 'd.id')
    .select(['d.id', 'd.last_contact', 'd.heartbeat'])
    .where('d.state', '=', 'active')
    .where('a.service_point', 'in', [...points])
    .where('a.starts', '<=', day)
    .where((eb) => eb.or([eb('a.ends', 'is', null), eb('a.ends', '>=', day)]))
    .execute();
  // on the day of a move a device stands at two places
  const once = new Map(rows.map((row) => [row.id, row]));
  return Array.from(once.values(), (row) => ({
    id: row.id,
    lastContact: row.last_contact,
    unsent: row.heartbeat ? (JSON.parse(row.heartbeat) as Heartbeat).unsent : 0,
  }));
}
