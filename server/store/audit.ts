import type { Reader, Tx } from './store.ts';

/**
 * The audit log: who did what, when (ASVS 16.4). It is only ever added to, names no submission, and is read by the
 * auditor. Sign-ins, settings, exports, reviews; kept 12 months.
 */
export interface Audited {
  /** Sorts by time; random beside it. */
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

export async function note(tx: Tx, audited: Audited): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ ...audited, details: JSON.stringify(audited.details) })
    .execute();
}

/** Newest first. */
export async function auditLines(
  read: Reader,
  filter: { readonly units: readonly string[]; readonly before: number; readonly most: number },
): Promise<Audited[]> {
  const rows = await read
    .selectFrom('audit')
    .selectAll()
    .where('unit', 'in', [...filter.units])
    .where('at', '<', filter.before)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(filter.most)
    .execute();
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as Audited['details'] }));
}
