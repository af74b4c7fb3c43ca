import { createHash } from 'node:crypto';
import type { ExpressionBuilder } from 'kysely';
import { DAY_MS, daysOfHalfMonth, halfMonthOf, startOfLocalDay } from '../../shared/period.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import { addEntry } from './entries.ts';
import { leafOf } from './leaves.ts';
import { bytesOfStored } from './packed-submission.ts';
import { putSetting, raiseSetting, setting, TALLIED_ONLY } from './settings.ts';
import type { Reader, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * What goes by age. Promised: no figure changes when submissions go (their tallies stay, exact), each removal is an
 * entry of the nightly root with boundary and count, and the leaves of what went stay, so that every seal can still
 * be explained.
 */
export interface RetentionRules {
  /** Months that submissions stay after the last period of their report year has closed. */
  readonly submissionMonths: number;
  /** Days that the originals of remarks stay after their half-month. */
  readonly remarkDays: number;
  /** Months that the audit log stays. */
  readonly auditMonths: number;
  /** Days that the telephone number of a dossier stays after the dossier was returned. */
  readonly dossierPhoneDays: number;
  /** Months that a dossier stays before it is only counted. */
  readonly dossierMonths: number;
  /** Months that a case stays, with its words, after it has ended. */
  readonly caseMonths: number;
}

/** The names of the settings, each with its default (reliability of the promise: docs/privacy.md) and its bounds. */
export const RETENTION_SETTINGS = {
  'retention.submission-months': { field: 'submissionMonths', usual: 24, least: 1, most: 240 },
  'retention.remark-days': { field: 'remarkDays', usual: 90, least: 1, most: 365 },
  'retention.audit-months': { field: 'auditMonths', usual: 12, least: 1, most: 120 },
  'retention.dossier-phone-days': { field: 'dossierPhoneDays', usual: 30, least: 1, most: 180 },
  'retention.dossier-months': { field: 'dossierMonths', usual: 13, least: 1, most: 60 },
  'retention.case-months': { field: 'caseMonths', usual: 24, least: 1, most: 120 },
} as const;
export type RetentionSetting = keyof typeof RETENTION_SETTINGS;

export async function retentionRules(read: Reader): Promise<RetentionRules> {
  const of = async (name: RetentionSetting) =>
    Number((await setting(read, name)) ?? RETENTION_SETTINGS[name].usual);
  return {
    submissionMonths: await of('retention.submission-months'),
    remarkDays: await of('retention.remark-days'),
    auditMonths: await of('retention.audit-months'),
    dossierPhoneDays: await of('retention.dossier-phone-days'),
    dossierMonths: await of('retention.dossier-months'),
    caseMonths: await of('retention.case-months'),
  };
}

/** Sets a rule; the value must lie inside the bounds. */
export function setRetention(tx: Tx, name: RetentionSetting, value: number): Promise<void> {
  return putSetting(tx, name, String(value));
}

/**
 * The newest half-month whose submissions may go on a day: the last of a report year (1-14 December) that closed so
 * many months ago; '' when there is none.
 */
export function boundaryOn(day: string, months: number): string {
  for (let year = Number(day.slice(0, 4)); year >= 2020; year--) {
    // the year's last period closes with 14 December
    if (addMonths(`${year}-12-15`, months) <= day) return `${year}-12/1`;
  }
  return '';
}

/** The same day so many months later, for days up to the 28th. */
export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

/** So many go in one transaction: others wait for it. */
const REMOVED_AT_ONCE = 2_000;

/**
 * Removes up to `REMOVED_AT_ONCE` submissions of half-months up to the boundary, with their remarks. Returns how
 * many went; call it until none does.
 */
export async function removeSubmissions(tx: Tx, boundary: string, day: string): Promise<number> {
  const rows = await tx
    .selectFrom('submissions')
    .select(['id', 'p'])
    .where((eb) => upTo(eb, boundary))
    .orderBy('id')
    .limit(REMOVED_AT_ONCE)
    .execute();
  if (rows.length === 0) return 0;
  const bytes = rows.map(bytesOfStored);
  await recordRemoval(tx, bytes, { what: 'submissions', boundary, day });
  await raiseSetting(tx, TALLIED_ONLY, boundary);
  const remarks = bytes.flatMap((p) => decodeSubmission(p)?.rh ?? []);
  for (let i = 0; i < rows.length; i += 500) {
    const ids = rows.slice(i, i + 500).map(({ id }) => id);
    await tx.deleteFrom('submissions').where('id', 'in', ids).execute();
    const hashes = remarks.slice(i, i + 500);
    if (hashes.length > 0) await tx.deleteFrom('remarks').where('hash', 'in', hashes).execute();
  }
  return rows.length;
}

/**
 * The entry of a lawful removal, in the transaction that removes: how many went, up to where, which leaves, and how
 * many per service point. The leaves stay, so that the seals that name them are still explained.
 */
export async function recordRemoval(
  tx: Tx,
  bytes: readonly string[],
  removal: { readonly what: string; readonly boundary: string; readonly day: string },
): Promise<void> {
  if (bytes.length === 0) return;
  const leaves = bytes.map(leafOf).sort();
  const points = new Map<string, number>();
  for (const p of bytes) {
    const point = decodeSubmission(p)?.sp ?? '';
    points.set(point, (points.get(point) ?? 0) + 1);
  }
  const { what, boundary, day } = removal;
  const facts = {
    what,
    boundary,
    count: bytes.length,
    leaves: leavesHash(leaves),
    points: JSON.stringify([...points].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const entry = await addEntry(tx, { kind: 'retention', day, by: 'retention', facts });
  for (let i = 0; i < leaves.length; i += 500) {
    await tx
      .insertInto('removed_leaves')
      .values(leaves.slice(i, i + 500).map((leaf) => ({ leaf: Buffer.from(leaf, 'hex'), entry })))
      .onConflict((on) => on.column('leaf').doNothing())
      .execute();
  }
}

/** What an entry says about the leaves that went: SHA-256 over them, sorted, one a line. */
export function leavesHash(sorted: readonly string[]): string {
  return createHash('sha256')
    .update(`sipas-removed-1\n${sorted.join('\n')}`)
    .digest('hex');
}

/** True when there is something to remove: asked outside of a transaction, because it may read every row. */
export async function isAnyUpTo(read: Reader, boundary: string): Promise<boolean> {
  const row = await read
    .selectFrom('submissions')
    .select('id')
    .where((eb) => upTo(eb, boundary))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

// One column holds half-days and half-months; as text every half-day of a month sorts before its half-months.
function upTo(eb: ExpressionBuilder<Tables, 'submissions'>, boundary: string) {
  return eb.or([eb('half_day', '<=', `${daysOfHalfMonth(boundary).to}PM`), eb('half_day', '=', boundary)]);
}

/** Originals of remarks whose half-month ended so many days ago, kept and quarantined; masked texts stay. */
export async function removeOriginals(tx: Tx, day: string, days: number): Promise<number> {
  const oldest = halfMonthBefore(day, days);
  if (oldest === undefined) return 0;
  const current = halfMonthOf(day);
  await tx.updateTable('quarantine').set({ half_month: current }).where('half_month', 'is', null).execute();
  await tx.updateTable('remarks').set({ half_month: current }).where('half_month', 'is', null).execute();
  const kept = await tx
    .updateTable('remarks')
    .set({ body: '', salt: '' })
    .where('half_month', '<=', oldest)
    .where('body', '!=', '')
    .returning('hash')
    .execute();
  const held = await tx
    .updateTable('quarantine')
    .set({ remark: null })
    .where('half_month', '<=', oldest)
    .where('remark', 'is not', null)
    .returning('leaf')
    .execute();
  const count = kept.length + held.length;
  if (count > 0)
    await addEntry(tx, {
      kind: 'retention',
      day,
      by: 'retention',
      facts: { what: 'remarks', boundary: oldest, count },
    });
  return count;
}

/** The newest half-month that ended at least so many days before a day. */
function halfMonthBefore(day: string, days: number): string | undefined {
  const limit = startOfLocalDay(day) - days * DAY_MS;
  const halfMonth = halfMonthOf(new Date(limit + 7 * 3_600_000).toISOString().slice(0, 10));
  const { to } = daysOfHalfMonth(halfMonth);
  if (startOfLocalDay(to) + DAY_MS <= limit) return halfMonth;
  const [year, month] = [Number(halfMonth.slice(0, 4)), Number(halfMonth.slice(5, 7))];
  if (halfMonth.endsWith('/2')) return `${halfMonth.slice(0, 7)}/1`;
  return month === 1 ? `${year - 1}-12/2` : `${year}-${String(month - 1).padStart(2, '0')}/2`;
}

/** Lines of the audit log older than an instant. */
export async function removeAudit(tx: Tx, before: number, day: string): Promise<number> {
  const rows = await tx.deleteFrom('audit').where('at', '<', before).returning('id').execute();
  if (rows.length > 0)
    await addEntry(tx, {
      kind: 'retention',
      day,
      by: 'retention',
      facts: { what: 'audit', boundary: new Date(before).toISOString().slice(0, 10), count: rows.length },
    });
  return rows.length;
}

/** Links and enrolment codes that nobody can use any more. */
export async function removeUsedUp(tx: Tx, nowMs: number): Promise<number> {
  const links = await tx
    .deleteFrom('links')
    .where('expires', '<=', nowMs)
    .returning('secret_sha256')
    .execute();
  // a day longer: a tablet that used its code may ask again for its token
  const codes = await tx
    .deleteFrom('enrolment_codes')
    .where('expires', '<=', nowMs - DAY_MS)
    .returning('selector')
    .execute();
  return links.length + codes.length;
}
