import { existsSync } from 'node:fs';
import { halfDayAt, localDay } from '../shared/period.ts';
import type { Config } from './config.ts';
import { type Keys, openKeys } from './keys.ts';
import { RELEASE } from './release.ts';
import { addEntry } from './store/entries.ts';
import { newestHalfDay } from './store/newest-half-day.ts';
import { BESIDE_READING, dangers, postgresFacts, warnings } from './store/postgres-facts.ts';
import { knownServerKeys, putSetting, SERVER_KEYS, settingOnce } from './store/settings.ts';
import { type Reader, type Store, StoreFault, type Tx } from './store/store.ts';

/** What must be true before anybody is let in; each fault is a sentence with the next step, and changes nothing. */

/** A wrong server clock would teach every tablet a wrong time and put answers into wrong periods. */
export async function checkClock(read: Reader, nowMs: number): Promise<void> {
  const clock = new Date(nowMs).toISOString();
  if (localDay(nowMs) < RELEASE.day)
    throw new StoreFault(
      `This machine's clock says ${clock}. That is before this program was released (${RELEASE.day}). ` +
        'Set the clock (timedatectl set-ntp true), then start again.',
    );
  const newest = await newestHalfDay(read);
  if (newest !== undefined && halfDayAt(nowMs) < newest)
    throw new StoreFault(
      `This machine's clock says ${clock}, but the database already holds answers of ${newest}. ` +
        'Set the clock (timedatectl set-ntp true), then start again. If the clock is right now and once ran ahead, ' +
        'say so: npm run sipas -- clock accept',
    );
}

/**
 * Whether PostgreSQL is set as the promise needs it. Refuses in production what can lose a receipt; returns what is to be
 * said loudly and stops nobody.
 */
export async function checkDatabase(
  { dialect, read }: Store,
  { production, databasePool }: Pick<Config, 'production' | 'databasePool'>,
): Promise<string[]> {
  if (dialect !== 'postgres') return [];
  const facts = await postgresFacts(read);
  const found = dangers(facts);
  if (production && found.length > 0) throw new StoreFault(found.join('\n'));
  return [...found.map((danger) => `WARNING: ${danger}`), ...warnings(facts, databasePool + BESIDE_READING)];
}

/** Opens the key file of this database; makes one only for a database that never had any. */
export async function openOwnKeys(store: Store, file: string): Promise<Keys> {
  const known = await knownServerKeys(store.read);
  const next =
    'Put the saved copy of it back (several servers have the same one) and start again. Only if it is lost for good: npm run sipas -- keys renew';
  if (known.length > 0 && !existsSync(file))
    throw new StoreFault(`The key file ${file} is missing, and this database was used with one. ${next}`);
  const keys = openKeys(file);
  const mine = known.at(-1) ?? (await firstKey(store, keys));
  if (mine !== keys.signPublic)
    throw new StoreFault(`The key file ${file} is not the one that this database was used with. ${next}`);
  return keys;
}

/** The key of a database that never had any: of two servers that start at once one is the first. */
const firstKey = (store: Store, { signPublic }: Keys): Promise<string | undefined> =>
  store.write(async (tx) => {
    const text = await settingOnce(tx, SERVER_KEYS, JSON.stringify([signPublic]));
    return (JSON.parse(text) as string[]).at(-1);
  });

/** The operator gives up the old key file: what it locked cannot be read any more. An entry of the next root says so. */
export async function takeNewKeys(tx: Tx, keys: Keys, day: string): Promise<void> {
  const known = await knownServerKeys(tx);
  await putSetting(
    tx,
    SERVER_KEYS,
    JSON.stringify([...known.filter((key) => key !== keys.signPublic), keys.signPublic]),
  );
  await addEntry(tx, { kind: 'keys', day, by: 'operator', facts: { key: keys.signPublic } });
}
