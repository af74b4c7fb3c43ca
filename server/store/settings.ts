import { insertMany, selectMany } from './many.ts';
import type { Reader, Tx } from './store.ts';

/** Small facts about this installation, by name. */
export async function setting(read: Reader, name: string): Promise<string | undefined> {
  const row = await read.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

const valuesOf = selectMany<{ name: string; value: string }>('settings', ['name', 'value'], 'name');

/** Those of the facts that are there. */
export async function settings(read: Reader, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await valuesOf(read, names)).map(({ name, value }) => [name, value]));
}

/** Sets a fact that is not there yet and returns the one that holds. */
export async function settingOnce(tx: Tx, name: string, value: string): Promise<string> {
  await tx
    .insertInto('settings')
    .values({ name, value })
    .onConflict((on) => on.column('name').doNothing())
    .execute();
  return (await setting(tx, name))!;
}

/** Sets a fact, whether it is there or not. */
export async function putSetting(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ name, value })
    .onConflict((on) => on.column('name').doUpdateSet({ value }))
    .execute();
}

export async function dropSetting(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('settings').where('name', '=', name).execute();
}

/** Sets a fact that only ever grows, in the order of its text; a smaller value changes nothing. */
export async function raiseSetting(tx: Tx, name: string, value: string): Promise<void> {
  await raise(tx, [{ name, value }]);
}

const raise = insertMany(
  'settings',
  { name: 'text', value: 'text' },
  'on conflict (name) do update set value = excluded.value where settings.value < excluded.value',
);

/** The newest half-month whose submissions retention has removed, so that only tallies are left; '' = none yet. */
export const TALLIED_ONLY = 'tallied-only-until';

/** The newest age day of dossiers that retention has reduced to counts; '' = none yet. */
export const REDUCED_UNTIL = 'dossiers-reduced-until';

export async function talliedOnlyUntil(read: Reader): Promise<string> {
  return (await setting(read, TALLIED_ONLY)) ?? '';
}

export const SERVER_KEYS = 'server-keys';

/** Public keys (SPKI, base64) of the server that this database was ever used with, the present one last. */
export async function knownServerKeys(read: Reader): Promise<string[]> {
  return JSON.parse((await setting(read, SERVER_KEYS)) ?? '[]') as string[];
}

/** What opens the set-up of a real office, as `server/set-up-link.ts` keeps it. */
export const SET_UP_LINK = 'set-up-link';
export const SET_UP_SESSION = 'set-up-session';
