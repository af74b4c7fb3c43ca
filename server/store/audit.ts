import type { Reader, Tx } from './store.ts';

/**
 * The audit log: who did what, when (ASVS 16.4). It is only ever added to, names no submission, and is read by the
 * auditor. Sign-ins, settings, exports, reviews; kept 12 months.
 */
export interface Audited {
  /** Of `auditId`: sorts by time. */
  readonly id: string;
  readonly at: number;
  /** Account that acted; null = nobody is signed in, or the server itself. */
  readonly account: string | null;
  /** Unit in whose scope it is read. */
  readonly unit: string | null;
  /** Kebab-case word: `sign-in`, `device-retired` … */
  readonly what: string;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Ids sort by time, so that a page of the log goes on where the one before ended. `chance`: 12 random hex digits. */
export const auditId = (at: number, chance: string) => `${at.toString(16).padStart(12, '0')}-${chance}`;

export async function note(tx: Tx, audited: Audited): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ ...audited, details: JSON.stringify(audited.details) })
    .execute();
}

/** Newest first: lines of these units, and those of no unit where `ofServer`. `before` is the id of a line. */
export async function auditLines(
  read: Reader,
  filter: {
    readonly units: readonly string[];
    readonly ofServer: boolean;
    readonly before: string | undefined;
    readonly most: number;
  },
): Promise<Audited[]> {
  const { units, ofServer, before, most } = filter;
  const rows = await read
    .selectFrom('audit')
    .selectAll()
    .where((eb) => eb.or([eb('unit', 'in', [...units]), ...(ofServer ? [eb('unit', 'is', null)] : [])]))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Audited['details'] }));
}
