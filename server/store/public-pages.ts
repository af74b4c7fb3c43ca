import type { Reader, Tx } from './store.ts';

/** A unit whose page anybody may read. A page that is off has no row. */
export interface PublicPage {
  readonly unit: string;
  /** Local day on which it was switched on. */
  readonly since: string;
  /** Account. */
  readonly account: string;
}

export const publicPages = (read: Reader): Promise<PublicPage[]> =>
  read.selectFrom('public_pages').selectAll().execute();

export const publicPage = (read: Reader, unit: string): Promise<PublicPage | undefined> =>
  read.selectFrom('public_pages').selectAll().where('unit', '=', unit).executeTakeFirst();

/** Returned is whether anything changed. */
export async function switchOn(tx: Tx, page: PublicPage): Promise<boolean> {
  if (await publicPage(tx, page.unit)) return false;
  await tx.insertInto('public_pages').values(page).execute();
  return true;
}

/** Returned is whether anything changed. */
export async function switchOff(tx: Tx, unit: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('public_pages')
    .where('unit', '=', unit)
    .returning('unit')
    .executeTakeFirst();
  return row !== undefined;
}
