import { createHash } from 'node:crypto';
import { invariant } from '../../shared/assert.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { SurveyReport } from '../../shared/wire/survey-report.ts';
import { addEntry } from './entries.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Certified reports: what a unit stands by, word for word. Promised: a version is written once and never changed, by the
 * types, by the database and by the hash that is an entry of the nightly root; a correction is the next version, which
 * names the hash of the one before.
 */
export interface CertifiedName {
  readonly unit: string;
  readonly period: string;
  readonly form: FormKind;
}

/** What is hashed. Of people it says nothing: who certified stands beside it. */
export interface CertifiedDocument extends CertifiedName {
  readonly v: 1;
  readonly tree: Tree;
  readonly version: number;
  readonly day: string;
  readonly reason: string | null;
  /** Hash of the version before; null for the first. */
  readonly prev: string | null;
  readonly report: SurveyReport;
}

export interface StoredCertified {
  readonly hash: string;
  readonly account: string;
  readonly document: CertifiedDocument;
}

export const certifiedHash = (text: string): string =>
  createHash('sha256').update(`sipas-certified-1\n${text}`).digest('hex');

/** All versions, the newest first. */
export async function certifiedVersions(
  read: Reader,
  { unit, period, form }: CertifiedName,
): Promise<StoredCertified[]> {
  const rows = await read
    .selectFrom('certified_reports')
    .select(['hash', 'account', 'document'])
    .where('unit', '=', unit)
    .where('period', '=', period)
    .where('form', '=', form)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, document: JSON.parse(row.document) as CertifiedDocument }));
}

/** Number and day of the newest version; null while there is none. */
export async function newestCertified(
  read: Reader,
  { unit, period, form }: CertifiedName,
): Promise<{ readonly version: number; readonly day: string } | null> {
  const row = await read
    .selectFrom('certified_reports')
    .select(['version', 'day'])
    .where('unit', '=', unit)
    .where('period', '=', period)
    .where('form', '=', form)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What is certified of any unit, without what it says; the newest version of each. */
export async function certifiedMarks(
  read: Reader,
): Promise<(CertifiedName & { readonly version: number; readonly day: string; readonly hash: string })[]> {
  const rows = await read
    .selectFrom('certified_reports')
    .select(['unit', 'period', 'form', 'version', 'day', 'hash'])
    .orderBy('unit')
    .orderBy('period')
    .orderBy('form')
    .orderBy('version')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.unit} ${row.period} ${row.form}`, row]));
  return [...newest.values()].map((row) => ({ ...row, form: row.form as FormKind }));
}

/** Writes the next version with its entry of the nightly root. */
export async function addCertified(
  tx: Tx,
  made: Omit<CertifiedDocument, 'v' | 'version' | 'prev'> & { readonly account: string },
): Promise<StoredCertified> {
  const { account, report, ...said } = made;
  const [last] = await certifiedVersions(tx, said);
  const version = (last?.document.version ?? 0) + 1;
  invariant((said.reason === null) === (version === 1), 'a correction has its reason, and nothing else has');
  const document: CertifiedDocument = { v: 1, ...said, version, prev: last?.hash ?? null, report };
  const text = canonicalJson(document);
  const hash = certifiedHash(text);
  const { unit, period, form, day } = said;
  await tx
    .insertInto('certified_reports')
    .values({ unit, period, form, version, day, account, hash, document: text })
    .execute();
  // what is invented is nobody's to prove, and goes with its tree
  if (said.tree === 'real') {
    const facts = { unit, period, form, version, report: hash };
    await addEntry(tx, { kind: 'certified', day, by: account, facts });
  }
  return { hash, account, document };
}

/** The one text of a value: keys in order, nothing between them. `leftOut`: keys that do not count, however deep. */
export function canonicalJson(value: unknown, leftOut: (key: string) => boolean = () => false): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one;
    const kept = Object.entries(one).filter(([key]) => !leftOut(key));
    return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
