import type { Reader, Tx } from './store.ts';

/**
 * What one device can have kept aside before a person looks: a stolen token cannot fill the database. Beyond it
 * nothing is thrown away; the server takes nothing more into its keeping, so the device keeps it and offers it again.
 */

/** Sixty days without a network at sixty visits a day, all of them held for one wrong setting, are 3,600. */
export const HELD_MOST = 4_000;
/** Two half-days of sixty days, and as many again. */
export const REFUSED_SEALS_MOST = 240;

/** How many submissions of a device can be set aside until somebody has looked. */
export async function roomToHold(read: Reader, device: string): Promise<number> {
  const row = await read
    .selectFrom('devices')
    .select(['held', 'held_seen'])
    .where('id', '=', device)
    .executeTakeFirst();
  return row ? Math.max(0, HELD_MOST - (row.held - row.held_seen)) : 0;
}

export async function hasRoomToRefuse(read: Reader, device: string): Promise<boolean> {
  const row = await read
    .selectFrom('refused_seals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('device', '=', device)
    .where('seen', '=', 0)
    .executeTakeFirstOrThrow();
  return row.count < REFUSED_SEALS_MOST;
}

/**
 * A person has looked at what is kept aside of a device: its alarms end, and as much again can come. Returns how many
 * submissions and seals nobody had looked at.
 */
export async function markSeen(
  tx: Tx,
  device: string,
): Promise<{ readonly held: number; readonly seals: number }> {
  const held = await tx
    .selectFrom('devices')
    .select((eb) => eb('held', '-', eb.ref('held_seen')).as('count'))
    .where('id', '=', device)
    .executeTakeFirst();
  await tx
    .updateTable('devices')
    .set((eb) => ({ held_seen: eb.ref('held') }))
    .where('id', '=', device)
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('refused_seals')
    .set({ seen: 1 })
    .where('device', '=', device)
    .where('seen', '=', 0)
    .executeTakeFirst();
  return { held: held?.count ?? 0, seals: Number(numUpdatedRows) };
}
