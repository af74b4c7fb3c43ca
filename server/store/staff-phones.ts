import { localDay } from '../../shared/period.ts';
import { setDeviceState } from './device-life.ts';
import { endAssignments } from './device-moves.ts';
import { dropCodes } from './enrolment-codes.ts';
import type { Reader, Tx } from './store.ts';

/**
 * The telephones of staff: devices that belong to an account and end with its right to ask. Nothing is lost with them:
 * what they still hold is held when it comes, and a person decides.
 */
export async function retirePhonesOf(tx: Tx, account: string, at: number): Promise<number> {
  const phones = await phonesOf(tx, account);
  const day = localDay(at);
  for (const id of phones) {
    await endAssignments(tx, id, day);
    await dropCodes(tx, id, at);
    await setDeviceState(tx, id, { day, state: 'retired', note: 'account-ended' });
  }
  return phones.length;
}

async function phonesOf(read: Reader, account: string): Promise<string[]> {
  const rows = await read
    .selectFrom('devices')
    .select('id')
    .where('account', '=', account)
    .where('state', '<>', 'retired')
    .execute();
  return rows.map(({ id }) => id);
}
