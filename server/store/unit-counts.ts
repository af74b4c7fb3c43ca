import type { Reader } from './store.ts';

/** How many accounts each unit has, and how many devices stand at each service point on a day. */
export async function countsOfUnits(
  read: Reader,
  day: string,
): Promise<{
  readonly accounts: ReadonlyMap<string, number>;
  readonly devices: ReadonlyMap<string, number>;
}> {
  const accounts = await read.selectFrom('accounts').select('unit').where('closed', '=', 0).execute();
  const devices = await read
    .selectFrom('assignments')
    .select('service_point')
    .where('starts', '<=', day)
    .where((eb) => eb.or([eb('ends', 'is', null), eb('ends', '>', day)]))
    .execute();
  return {
    accounts: counted(accounts.map(({ unit }) => unit)),
    devices: counted(devices.map(({ service_point: point }) => point)),
  };
}

function counted(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
