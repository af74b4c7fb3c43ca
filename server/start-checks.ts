import { existsSync } from 'node:fs';
import { halfDayAt, localDay } from '../shared/period.ts';
import type { Config } from './config.ts';
import { type Keys, openKeys } from './keys.ts';
import { RELEASE } from './release.ts';
import type { Said } from './said/said.ts';
import { addEntry } from './store/entries.ts';
import { newestHalfDay } from './store/newest-half-day.ts';
import { BESIDE_READING, dangers, postgresFacts, warnings } from './store/postgres-facts.ts';
import { knownServerKeys, putSetting, SERVER_KEYS, settingOnce } from './store/settings.ts';
import { type Reader, type Store, StoreFault, type Tx } from './store/store.ts';

/** What must be true before anybody is let in; each fault names the next step, and changes nothing. */

/** A wrong server clock would teach every tablet a wrong time and put answers into wrong periods. */
export async function checkClock(read: Reader, nowMs: number): Promise<void> {
  if (localDay(nowMs) < RELEASE.day)
    throw new StoreFault(({ start }) => start.clock.beforeRelease(nowMs, RELEASE.day));
  const newest = await newestHalfDay(read);
  if (newest !== undefined && halfDayAt(nowMs) < newest)
    throw new StoreFault(({ start }) => start.clock.behind(nowMs, newest));
}

/**
 * Whether PostgreSQL is set as the promise needs it. Refuses in production what can lose a receipt; returns what is to be
 * said loudly and stops nobody.
 */
export async function checkDatabase(
  { dialect, read }: Store,
  { production, databasePool }: Pick<Config, 'production' | 'databasePool'>,
): Promise<Said[]> {
  if (dialect !== 'postgres') return [];
  const facts = await postgresFacts(read);
  const found = dangers(facts);
  if (production && found.length > 0)
    throw new StoreFault((words) => found.map((danger) => danger(words)).join('\n'));
  return [...found, ...warnings(facts, databasePool + BESIDE_READING)].map(
    (said): Said =>
      (words) =>
        words.postgres.warning(said(words)),
  );
}

/** Opens the key file of this database; makes one only for a database that never had any. */
export async function openOwnKeys(store: Store, file: string): Promise<Keys> {
  const known = await knownServerKeys(store.read);
  if (known.length > 0 && !existsSync(file)) throw new StoreFault(({ start }) => start.keys.missing(file));
  const keys = openKeys(file);
  const mine = known.at(-1) ?? (await firstKey(store, keys));
  if (mine !== keys.signPublic) throw new StoreFault(({ start }) => start.keys.other(file));
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
