import type { Reader, Tx } from './store.ts';

/** Units that are only planned: until something names one, it can go as if it had never been decided. */

/** Whether no place, no person and no plan names the unit. */
export async function isNamedNowhere(read: Reader, unit: string): Promise<boolean> {
  const named = await Promise.all([
    ...(['units', 'unit_versions'] as const).map((table) =>
      read.selectFrom(table).select('parent').where('parent', '=', unit).executeTakeFirst(),
    ),
    ...(
      [
        'service_points',
        'point_versions',
        'campaigns',
        'targets',
        'days_off',
        'consent_scripts',
        'public_pages',
        'imported_results',
        'accounts',
        'api_tokens',
      ] as const
    ).map((table) => read.selectFrom(table).select('unit').where('unit', '=', unit).executeTakeFirst()),
    read.selectFrom('unit_successors').select('unit').where('successor', '=', unit).executeTakeFirst(),
    read.selectFrom('procedures').select('code').where('authority', '=', unit).executeTakeFirst(),
    read.selectFrom('links').select('subject').where('subject', '=', unit).executeTakeFirst(),
  ]);
  if (named.some((row) => row !== undefined)) return false;
  const campaigns = await read
    .selectFrom('campaigns')
    .select('covers')
    .where('covers', 'is not', null)
    .execute();
  return !campaigns.some(({ covers }) => (JSON.parse(covers!) as string[]).includes(unit));
}

export async function removeUnit(tx: Tx, unit: string): Promise<void> {
  await tx.deleteFrom('unit_versions').where('unit', '=', unit).execute();
  await tx.deleteFrom('units').where('id', '=', unit).execute();
}
