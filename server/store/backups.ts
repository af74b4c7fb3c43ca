import type { Reader, Tx } from './store.ts';

/** Backups that were taken, and what of them is verified and lies on another machine. */
export interface Backup {
  readonly sha256: string;
  /** When it was taken, ms. */
  readonly at: number;
  /** Its name inside the folder of backups. */
  readonly file: string;
  readonly sizeBytes: number;
  readonly submissions: number;
  /** Newest nightly root inside it. */
  readonly root: string | null;
  /** Last whole seal of each device inside it. */
  readonly seals: Readonly<Record<string, number>>;
  readonly offMachine: boolean;
}

/** Records a backup that was verified. */
export async function addBackup(tx: Tx, backup: Backup): Promise<void> {
  const { sha256, at, file, sizeBytes, submissions, root, seals, offMachine } = backup;
  await tx
    .insertInto('backups')
    .values({
      sha256,
      at,
      file,
      size_bytes: sizeBytes,
      submissions,
      root,
      seals: JSON.stringify(seals),
      verified: 1,
      off_machine: 0,
    })
    .onConflict((on) => on.column('sha256').doNothing())
    .execute();
  if (offMachine) await confirmOffMachine(tx, sha256);
}

/** Newest first. */
export async function allBackups(read: Reader): Promise<Backup[]> {
  const rows = await read.selectFrom('backups').selectAll().orderBy('at', 'desc').execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    at: row.at,
    file: row.file,
    sizeBytes: row.size_bytes,
    submissions: row.submissions,
    root: row.root,
    seals: JSON.parse(row.seals) as Record<string, number>,
    offMachine: row.off_machine === 1,
  }));
}

/**
 * A verified backup lies on another machine: from now on devices may rely on what it holds. This alone moves the
 * last safe seal of a device, and never back. False when there is no such backup.
 */
export async function confirmOffMachine(tx: Tx, sha256: string): Promise<boolean> {
  const row = await tx
    .updateTable('backups')
    .set({ off_machine: 1 })
    .where('sha256', '=', sha256)
    .where('verified', '=', 1)
    .returning('seals')
    .executeTakeFirst();
  if (!row) return false;
  for (const [device, seal] of Object.entries(JSON.parse(row.seals) as Record<string, number>)) {
    await tx
      .updateTable('devices')
      .set({ safe_seal: seal })
      .where('id', '=', device)
      .where('safe_seal', '<', seal)
      .execute();
  }
  return true;
}
