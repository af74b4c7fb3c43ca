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

export function checkSeals({ seals, deviceKeys, serverKeys }: Export, findings: string[]): Sealed {
  const sealed: Sealed = new Map();
  let last = { device: '', n: 0, hash: NOTHING, total: 0 };
  for (const { device, n, hash: said, s, sig, says } of seals) {
    const name = `Device ${device}, seal ${n}`;
    const find = (sentence: string) => findings.push(sentence);
    if (device !== last.device) last = { device, n: 0, hash: NOTHING, total: 0 };
    const bytes = `sipas-seal-1\n${s}`;
    const key = deviceKeys.findLast((each) => each.device === device && each.from_seal <= n)?.public_key;
    const keys = device === SERVER ? serverKeys : key === undefined ? [] : [key];
    if (hash(bytes) !== said || says.dev !== device || says.n !== n) find(`${name} was changed.`);
    if (!keys.some((each) => isSigned(bytes, sig, each))) find(`${name} is not signed by its device.`);
    const total = last.total + says.leaves.length;
    const gap = n > last.n + 2 ? ` to ${n - 1}` : '';
    if (n !== last.n + 1) find(`Device ${device}: seal ${last.n + 1}${gap} was removed.`);
    else if (says.prev !== last.hash)
      find(`${name} does not follow seal ${last.n}, one of them was replaced.`);
    else if (says.total !== total)
      find(`${name} counts ${says.total} submissions where ${total} are sealed.`);
    for (const leaf of says.leaves) {
      const twin = sealed.get(leaf);
      if (twin)
        find(`${name} holds a submission that seal ${twin.n} of device ${twin.device} holds too: ${leaf}.`);
      sealed.set(leaf, { device, n, b: says.b, here: false });
    }
    last = { device, n, hash: said, total: says.total };
  }
  return sealed;
}

/** Each removed leaf must stand in the entry that removed it. Returns how many were removed, per service point. */
export function checkEntries({ entries, removed }: Export, findings: string[]): [string, number][] {
  const perEntry = groupBy(removed, ({ entry }) => entry);
  const points: [string, number][] = [];
  for (const { hash: said, document, says } of entries) {
    if (hash(`sipas-entry-1\n${document}`) !== said) findings.push(`Entry ${said} was changed.`);
    if (says.kind !== 'retention' || says.facts['leaves'] === undefined) continue;
    const leaves = (perEntry.get(said) ?? []).map(({ leaf }) => leaf).sort();
    perEntry.delete(said);
    if (hash(`sipas-removed-1\n${leaves.join('\n')}`) !== says.facts['leaves'])
      findings.push(
        `Entry ${said} says that ${says.facts['count']} submissions were removed, but not these ${leaves.length}.`,
      );
    points.push(...(JSON.parse(String(says.facts['points'])) as [string, number][]));
  }
  for (const [entry, { length }] of perEntry)
    findings.push(`${length} submissions are said to be removed by entry ${entry}, which is not there.`);
  return points;
}

/** Nobody takes a submission in without an entry of the decision: it would be a row that no seal has to hold. */
export function checkReviews(taken: readonly Held[], { entries }: Export, findings: string[]): void {
  const decided = new Map<string, number>();
  for (const { kind, facts } of entries.map(({ says }) => says)) {
    if (kind !== 'quarantine' || facts['decision'] !== 'take') continue;
    const cohort = `${facts['reason']}, ${facts['point']}, ${facts['halfMonth']}`;
    decided.set(cohort, (decided.get(cohort) ?? 0) + Number(facts['count']));
  }
  for (const [cohort, { length }] of groupBy(taken, cohortOf)) {
    const said = decided.get(cohort) ?? 0;
    if (length > said)
      findings.push(
        `Quarantine (${cohort}): ${length} stand as taken in where decisions took ${said}: inserted or changed.`,
      );
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
  findings: string[],
): void {
  let prev = NOTHING;
  for (const [index, { n, document, root, sig, says }] of roots.entries()) {
    const bytes = `sipas-root-1\n${document}`;
    if (hash(bytes) !== root) findings.push(`Root ${n} was changed.`);
    if (!serverKeys.includes(says.key) || !isSigned(bytes, sig, says.key))
      findings.push(`Root ${n} is not signed by the server.`);
    if (n !== index + 1 || says.n !== n || says.prev !== prev)
      findings.push(`Root ${n} does not follow root ${index}: one was removed or replaced.`);
    prev = root;
    for (const each of unlike(says.seals, seals, n)) {
      const seal = seals.find((row) => row.hash === each);
      findings.push(
        seal
          ? `Device ${seal.device}, seal ${seal.n}: root ${n} does not know it, or another root does.`
          : `Root ${n} names a seal that is not there: ${each}.`,
      );
    }
    for (const each of unlike(says.entries, entries, n))
      findings.push(`Entry ${each} and root ${n} do not agree: it was removed, changed or inserted.`);
  }
  const newest = roots.at(-1);
  for (const [point, count] of newest?.says.counts ?? []) {
    const here = perPoint.get(point) ?? 0;
    if (here < count)
      findings.push(`Service point ${point}: ${here} submissions where root ${newest?.n} counted ${count}.`);
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
  findings: string[],
  notes: string[],
): void {
  const known = [...mailed.matchAll(/^sipas-root (\d+) (\S+) ([0-9a-f]{64})\s*$/gm)];
  if (known.length === 0) findings.push('The text of mailed roots holds no line "sipas-root N DAY HASH".');
  for (const [, number, day = '', root] of known) {
    const n = Number(number);
    if (roots.some((row) => row.n === n && row.root === root)) continue;
    // its entry says so and is itself in a root
    const restore = entries.find(
      ({ says }) => says.kind === 'restore' && Number(says.facts['rootN']) < n && day <= says.day,
    );
    if (restore) notes.push(`Root ${n} of ${day} was taken back by the restore of ${restore.says.day}.`);
    else
      findings.push(`Root ${n} of ${day} is not the one that was mailed: what lies before it was replaced.`);
  }
}
