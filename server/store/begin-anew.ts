import { addEntry } from './entries.ts';
import { dropSetting, putSetting, SET_UP_LINK, SET_UP_SESSION } from './settings.ts';
import type { Tx } from './store.ts';

/**
 * After a restore the database is younger than what devices remember. A new epoch tells them so: they offer again
 * what the restored state does not call safe. Sessions, links and codes end, because some were used since; access codes of programs too, because some may
 * have been revoked since.
 */
export async function beginAnew(
  tx: Tx,
  restore: {
    readonly epoch: string;
    readonly day: string;
    readonly backupSha256: string;
    readonly submissions: number;
    readonly root: { readonly n: number; readonly root: string } | null;
  },
): Promise<void> {
  await putSetting(tx, 'epoch', restore.epoch);
  await tx.deleteFrom('sessions').execute();
  await tx.deleteFrom('links').execute();
  await tx.deleteFrom('api_tokens').execute();
  await tx.deleteFrom('enrolment_codes').execute();
  for (const name of [SET_UP_LINK, SET_UP_SESSION]) await dropSetting(tx, name);
  await addEntry(tx, {
    kind: 'restore',
    day: restore.day,
    by: 'operator',
    facts: {
      epoch: restore.epoch,
      backup: restore.backupSha256,
      submissions: restore.submissions,
      rootN: restore.root?.n ?? 0,
      root: restore.root?.root ?? null,
    },
  });
}

/** Nothing but what the program itself puts into a new database. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  for (const table of ['units', 'devices', 'submissions', 'accounts', 'seals', 'entries'] as const) {
    if (
      await tx
        .selectFrom(table)
        .select((eb) => eb.lit(1).as('one'))
        .limit(1)
        .executeTakeFirst()
    )
      return false;
  }
  return true;
}

/** Makes room for a restore in a database that `isEmpty`. */
export async function clearNew(tx: Tx): Promise<void> {
  await tx.deleteFrom('settings').execute();
  await tx.deleteFrom('questionnaires').execute();
}
