import type { ProofFinding, ProofWords } from '../said/said-proof-vi.ts';
import { contentOf, type Export, groupBy, halfMonthOf, hash, type Held, isSigned } from './verify-export.ts';

/** The chains: seals of each device, lawful entries, nightly roots, and the roots that lie with a second body. */

/** Seal of each leaf, and whether the submission has been found. */
export type Sealed = Map<
  string,
  { readonly device: string; readonly n: number; readonly b: string; here: boolean }
>;
/** Own phones have no key: the server seals what they sent under this name. */
export const SERVER = 'server';
const NOTHING = '0'.repeat(64);

export function checkSeals({ seals, deviceKeys, serverKeys }: Export, findings: ProofFinding[]): Sealed {
  const sealed: Sealed = new Map();
  let last = { device: '', n: 0, hash: NOTHING, total: 0 };
  for (const { device, n, hash: said, s, sig, says } of seals) {
    const find = (said: (words: ProofWords['seal']) => string) => findings.push(({ seal }) => said(seal));
    if (device !== last.device) last = { device, n: 0, hash: NOTHING, total: 0 };
    const bytes = `sipas-seal-1\n${s}`;
    const key = deviceKeys.findLast((each) => each.device === device && each.from_seal <= n)?.public_key;
    const keys = device === SERVER ? serverKeys : key === undefined ? [] : [key];
    if (hash(bytes) !== said || says.dev !== device || says.n !== n) find((seal) => seal.changed(device, n));
    if (!keys.some((each) => isSigned(bytes, sig, each))) find((seal) => seal.unsigned(device, n));
    const total = last.total + says.leaves.length;
    const before = last.n;
    if (n > before + 2) find((seal) => seal.someRemoved(device, before + 1, n - 1));
    else if (n !== before + 1) find((seal) => seal.removed(device, before + 1));
    else if (says.prev !== last.hash) find((seal) => seal.order(device, n, before));
    else if (says.total !== total) find((seal) => seal.total(device, n, says.total, total));
    for (const leaf of says.leaves) {
      const twin = sealed.get(leaf);
      if (twin) find((seal) => seal.twice(device, n, twin, leaf));
      sealed.set(leaf, { device, n, b: says.b, here: false });
    }
    last = { device, n, hash: said, total: says.total };
  }
  return sealed;
}

/** Each removed leaf must stand in the entry that removed it. Returns how many were removed, per service point. */
export function checkEntries({ entries, removed }: Export, findings: ProofFinding[]): [string, number][] {
  const perEntry = groupBy(removed, ({ entry }) => entry);
  const points: [string, number][] = [];
  for (const { hash: said, document, says } of entries) {
    if (hash(`sipas-entry-1\n${document}`) !== said) findings.push(({ entry }) => entry.changed(said));
    if (says.kind !== 'retention' || says.facts['leaves'] === undefined) continue;
    const leaves = (perEntry.get(said) ?? []).map(({ leaf }) => leaf).sort();
    perEntry.delete(said);
    if (hash(`sipas-removed-1\n${leaves.join('\n')}`) !== says.facts['leaves'])
      findings.push(({ entry }) => entry.count(said, String(says.facts['count']), leaves.length));
    points.push(...(JSON.parse(String(says.facts['points'])) as [string, number][]));
  }
  for (const [entry, { length }] of perEntry)
    findings.push(({ entry: words }) => words.absent(length, entry));
  return points;
}

/** Nobody takes a submission in without an entry of the decision: it would be a row that no seal has to hold. */
export function checkReviews(taken: readonly Held[], { entries }: Export, findings: ProofFinding[]): void {
  const decided = new Map<string, number>();
  for (const { kind, facts } of entries.map(({ says }) => says)) {
    if (kind !== 'quarantine' || facts['decision'] !== 'take') continue;
    const cohort = `${facts['reason']}, ${facts['point']}, ${facts['halfMonth']}`;
    decided.set(cohort, (decided.get(cohort) ?? 0) + Number(facts['count']));
  }
  for (const [cohort, { length }] of groupBy(taken, cohortOf)) {
    const said = decided.get(cohort) ?? 0;
    if (length > said) findings.push(({ review }) => review(cohort, length, said));
  }
}

/** Reason, service point and half-month of what was set aside, as a decision about it names them. */
function cohortOf({ reason, p }: Held): string {
  const content = contentOf(p);
  return content ? `${reason}, ${content.sp}, ${halfMonthOf(content.b)}` : `${reason}, unreadable`;
}

/** `perPoint`: submissions that the export holds or names as removed, per service point. */
export function checkRoots(
  { roots, seals, entries, serverKeys }: Export,
  perPoint: ReadonlyMap<string, number>,
  findings: ProofFinding[],
): void {
  let prev = NOTHING;
  for (const [index, { n, document, root, sig, says }] of roots.entries()) {
    const bytes = `sipas-root-1\n${document}`;
    if (hash(bytes) !== root) findings.push((words) => words.root.changed(n));
    if (!serverKeys.includes(says.key) || !isSigned(bytes, sig, says.key))
      findings.push((words) => words.root.unsigned(n));
    if (n !== index + 1 || says.n !== n || says.prev !== prev)
      findings.push((words) => words.root.order(n, index));
    prev = root;
    for (const each of unlike(says.seals, seals, n)) {
      const seal = seals.find((row) => row.hash === each);
      findings.push((words) =>
        seal ? words.seal.notInRoot(seal.device, seal.n, n) : words.root.noSeal(n, each),
      );
    }
    for (const each of unlike(says.entries, entries, n))
      findings.push(({ entry }) => entry.disagrees(each, n));
  }
  const newest = roots.at(-1);
  if (!newest) return;
  for (const [point, count] of newest.says.counts) {
    const here = perPoint.get(point) ?? 0;
    if (here < count) findings.push(({ root }) => root.counts(point, here, newest.n, count));
  }
}

/** Hashes that only one of both has: the root's document, or the rows that name this root. */
function unlike(
  said: readonly string[],
  rows: readonly { readonly hash: string; readonly root: number | null }[],
  root: number,
): string[] {
  const there = new Set(rows.flatMap((row) => (row.root === root ? row.hash : [])));
  return [...said.filter((each) => !there.delete(each)), ...there];
}

/** `mailed`: the texts of all roots that were mailed. A restore takes back the roots made after its backup. */
export function checkMailed(
  mailed: string,
  { roots, entries }: Export,
  findings: ProofFinding[],
  notes: ProofFinding[],
): void {
  const known = [...mailed.matchAll(/^sipas-root (\d+) (\S+) ([0-9a-f]{64})\s*$/gm)];
  if (known.length === 0) findings.push(({ root }) => root.noLine);
  for (const [, number, day = '', root] of known) {
    const n = Number(number);
    if (roots.some((row) => row.n === n && row.root === root)) continue;
    // its entry says so and is itself in a root
    const restore = entries.find(
      ({ says }) => says.kind === 'restore' && Number(says.facts['rootN']) < n && day <= says.day,
    );
    if (restore) notes.push((words) => words.root.takenBack(n, day, restore.says.day));
    else findings.push((words) => words.root.notMailed(n, day));
  }
}
