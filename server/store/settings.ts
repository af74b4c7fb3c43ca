import type { Reader, Tx } from './store.ts';

/** Small facts about this installation, by name. */
export async function setting(read: Reader, name: string): Promise<string | undefined> {
  const row = await read.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
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
