import type { Heartbeat } from '../../shared/wire/device.ts';
import type { DeviceState } from '../../shared/wire/manage.ts';
import { HELD_MOST } from './device-bounds.ts';
import { type Assignment, byDates } from './devices.ts';
import type { Reader } from './store.ts';

/** Everything that is known of devices, for people who look after them. */
export interface ListedDevice {
  readonly id: string;
  readonly name: string;
  readonly state: DeviceState;
  readonly accepted: number;
  readonly held: number;
  /** Nothing more of it is set aside until somebody has looked. */
  readonly isHeldFull: boolean;
  readonly lastContact: number;
  readonly drained: number;
  readonly heartbeat: Omit<Heartbeat, 'day'> | undefined;
  readonly replaces: string | null;
  readonly account: string | null;
  readonly safeSeal: number;
  readonly assignments: readonly Assignment[];
  readonly seal: { readonly n: number; readonly total: number };
  /** Why seals were refused since the key it has now, as far as nobody has looked at them. */
  readonly refusedSeals: ReadonlySet<string>;
}

/** All devices, or one; by name. A few hundred: their tables are read whole. */
export async function listDevices(read: Reader, only?: string): Promise<ListedDevice[]> {
  let devices = read.selectFrom('devices').selectAll();
  if (only !== undefined) devices = devices.where('id', '=', only);
  const rows = await devices.execute();
  const assignments = grouped(await read.selectFrom('assignments').selectAll().execute());
  const ends = new Map((await newestSeals(read)).map((end) => [end.device, end]));
  const keys = await read
    .selectFrom('device_keys')
    .select(['device', (eb) => eb.fn.max('from_seal').as('from_seal')])
    .groupBy('device')
    .execute();
  const keySeal = new Map(keys.map((key) => [key.device, key.from_seal]));
  const refused = grouped(
    await read
      .selectFrom('refused_seals')
      .select(['device', 'n', 'reason'])
      .distinct()
      .where('seen', '=', 0)
      .execute(),
  );
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      state: row.state as DeviceState,
      accepted: row.accepted,
      held: row.held,
      isHeldFull: row.held - row.held_seen >= HELD_MOST,
      lastContact: row.last_contact,
      drained: row.drained,
      heartbeat: row.heartbeat === null ? undefined : (JSON.parse(row.heartbeat) as Heartbeat),
      replaces: row.replaces,
      account: row.account,
      safeSeal: row.safe_seal,
      assignments: (assignments.get(row.id) ?? [])
        .map((a) => ({ servicePoint: a.service_point, starts: a.starts, ends: a.ends }))
        .sort(byDates),
      seal: ends.get(row.id) ?? { n: 0, total: 0 },
      // whoever was enrolled anew has left behind what was refused before
      refusedSeals: new Set(
        (refused.get(row.id) ?? [])
          .filter(({ n }) => n === 0 || n >= (keySeal.get(row.id) ?? 0))
          .map(({ reason }) => reason),
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi') || a.id.localeCompare(b.id));
}

function newestSeals(read: Reader) {
  return read
    .selectFrom('seals as s')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('seals')
          .select(['device', (inner) => inner.fn.max('n').as('n')])
          .groupBy('device')
          .as('newest'),
      (join) => join.onRef('newest.device', '=', 's.device').onRef('newest.n', '=', 's.n'),
    )
    .select(['s.device', 's.n', 's.total'])
    .execute();
}

function grouped<T extends { readonly device: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.device);
    if (group) group.push(row);
    else groups.set(row.device, [row]);
  }
  return groups;
}
