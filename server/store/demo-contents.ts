import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import type { DemoContents } from '../../shared/wire/first-run.ts';
import type { Reader } from './store.ts';

/** Forms of real places, counted or held for a decision; nothing of the demo is among them. */
export async function realForms(read: Reader): Promise<number> {
  const real = read.selectFrom('units').select('id').where('tree', '=', 'real');
  const tallies = await read
    .selectFrom('tallies')
    .select('vector')
    .where('facet', '=', '')
    .where('service_point', 'in', read.selectFrom('service_points').select('id').where('unit', 'in', real))
    .execute();
  const { held } = await read
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  return formsOf(tallies) + held;
}

const formsOf = (tallies: readonly { readonly vector: Uint8Array }[]): number =>
  tallies.reduce((sum, { vector }) => sum + headOf(decodeVector(vector)).submissions, 0);

/** What removing the demo tree would remove; null when there is none. */
export async function demoContents(read: Reader): Promise<DemoContents | null> {
  const units = read.selectFrom('units').select('id').where('tree', '=', 'demo');
  const points = read.selectFrom('service_points').select('id').where('unit', 'in', units);
  const unitIds = await units.execute();
  if (unitIds.length === 0) return null;
  const devices = await read
    .selectFrom('assignments')
    .select('device')
    .distinct()
    .where('service_point', 'in', points)
    .execute();
  const accounts = await read.selectFrom('accounts').select('id').where('unit', 'in', units).execute();
  const tallies = await read
    .selectFrom('tallies')
    .select('vector')
    .where('facet', '=', '')
    .where('service_point', 'in', points)
    .execute();
  return {
    units: unitIds.length,
    points: (await points.execute()).length,
    devices: devices.length,
    accounts: accounts.length,
    submissions: formsOf(tallies),
  };
}
