import {
  contentOf,
  type Entry,
  type EntryRow,
  halfMonthOf,
  hash,
  type HeldRow,
  isSigned,
  type KeyRow,
  lines,
  NOTHING,
  type RootDocument,
  type RootRow,
  type Seal,
  type Sealed,
  type SealRow,
  SERVER,
} from './verify-files.ts';

/** The chains: seals of each device, lawful entries, nightly roots, and the roots that lie with a second body. */

export function checkSeals(
  rows: readonly SealRow[],
  keys: readonly KeyRow[],
  serverKeys: readonly string[],
  findings: string[],
): Sealed {
  const sealed: Sealed = new Map();
  let last = { device: '', n: 0, hash: NOTHING, total: 0 };
  for (const { device, n, hash: said, s, sig } of rows) {
    const name = `Device ${device}, seal ${n}`;
    if (device !== last.device) last = { device, n: 0, hash: NOTHING, total: 0 };
    const seal = JSON.parse(s) as Seal;
    const bytes = `sipas-seal-1\n${s}`;
    const key = keys
      .filter((each) => each.device === device && each.from_seal <= n)
      .toSorted((a, b) => b.from_seal - a.from_seal)[0];
    const fitting = device === SERVER ? serverKeys : key ? [key.public_key] : [];
    if (hash(bytes) !== said || seal.dev !== device || seal.n !== n) findings.push(`${name} was changed.`);
    if (!fitting.some((each) => isSigned(bytes, sig, each)))
      findings.push(`${name} is not signed by its device.`);
    if (n !== last.n + 1)
      findings.push(
        `Device ${device}: seal ${last.n + 1}${n > last.n + 2 ? ` to ${n - 1}` : ''} was removed.`,
      );
    else if (seal.prev !== last.hash)
      findings.push(`${name} does not follow seal ${last.n}, one of them was replaced.`);
    else if (seal.total !== last.total + seal.leaves.length)
      findings.push(
        `${name} counts ${seal.total} submissions where ${last.total + seal.leaves.length} are sealed.`,
      );
    for (const leaf of seal.leaves) {
      const before = sealed.get(leaf);
      if (before)
        findings.push(
          `${name} holds a submission that seal ${before.n} of device ${before.device} holds too: ${leaf}.`,
        );
      sealed.set(leaf, { device, n, b: seal.b, here: false });
    }
    last = { device, n, hash: said, total: seal.total };
  }
  return sealed;
}

export async function checkEntries(folder: string, entries: readonly EntryRow[], findings: string[]) {
  const leaves = new Map<string, string>();
  const perEntry = new Map<string, string[]>();
  for await (const { leaf, entry } of lines<{ leaf: string; entry: string }>(folder, 'removed-leaves')) {
    leaves.set(leaf, entry);
    perEntry.set(entry, [...(perEntry.get(entry) ?? []), leaf]);
  }
  const points: [string, number][] = [];
  for (const { hash: said, document } of entries) {
    if (hash(`sipas-entry-1\n${document}`) !== said) findings.push(`Entry ${said} was changed.`);
    const { kind, facts } = JSON.parse(document) as Entry;
    if (kind !== 'retention' || facts['leaves'] === undefined) continue;
    const list = (perEntry.get(said) ?? []).toSorted();
    perEntry.delete(said);
    if (hash(`sipas-removed-1\n${list.join('\n')}`) !== facts['leaves'])
      findings.push(
        `Entry ${said} says that ${facts['count']} submissions were removed, but not these ${list.length}.`,
      );
    points.push(...(JSON.parse(String(facts['points'])) as [string, number][]));
  }
  for (const [entry, list] of perEntry)
    findings.push(`${list.length} submissions are said to be removed by entry ${entry}, which is not there.`);
  return { leaves, points };
}

/** Reason, service point and half-month of what was set aside, as a decision about it names them. */
export function cohortOf({ reason, p }: HeldRow): string {
  const content = contentOf(p);
  if (!content) return `${reason}, unreadable`;
  return `${reason}, ${content.sp}, ${halfMonthOf(content.b)}`;
}

/** Nobody takes a submission in without an entry of the decision: it would be a row that no seal has to hold. */
export function checkReviews(
  taken: ReadonlyMap<string, number>,
  entries: readonly EntryRow[],
  findings: string[],
): void {
  const decided = new Map<string, number>();
  for (const { document } of entries) {
    const { kind, facts } = JSON.parse(document) as Entry;
    if (kind !== 'quarantine' || facts['decision'] !== 'take') continue;
    const cohort = `${facts['reason']}, ${facts['point']}, ${facts['halfMonth']}`;
    decided.set(cohort, (decided.get(cohort) ?? 0) + Number(facts['count']));
  }
  for (const [cohort, count] of taken) {
    const said = decided.get(cohort) ?? 0;
    if (count > said)
      findings.push(
        `Quarantine (${cohort}): ${count} stand as taken in where decisions took ${said}: inserted or changed.`,
      );
  }
}

export function checkRoots(
  given: {
    roots: readonly RootRow[];
    seals: readonly SealRow[];
    entries: readonly EntryRow[];
    serverKeys: readonly string[];
    perPoint: ReadonlyMap<string, number>;
  },
  findings: string[],
): void {
  let prev = NOTHING;
  given.roots.forEach(({ n, document, root, sig }, index) => {
    const said = JSON.parse(document) as RootDocument;
    if (hash(`sipas-root-1\n${document}`) !== root) findings.push(`Root ${n} was changed.`);
    if (!given.serverKeys.includes(said.key) || !isSigned(`sipas-root-1\n${document}`, sig, said.key))
      findings.push(`Root ${n} is not signed by the server.`);
    if (n !== index + 1 || said.n !== n || said.prev !== prev)
      findings.push(`Root ${n} does not follow root ${index}: one was removed or replaced.`);
    prev = root;
    compare(
      said.seals,
      given.seals.filter((seal) => seal.root === n),
      (hashText) => {
        const seal = given.seals.find((each) => each.hash === hashText);
        return seal
          ? `Device ${seal.device}, seal ${seal.n}: root ${n} does not know it, or another root does.`
          : `Root ${n} names a seal that is not there: ${hashText}.`;
      },
      findings,
    );
    compare(
      said.entries,
      given.entries.filter((entry) => entry.root === n),
      (hashText) => `Entry ${hashText} and root ${n} do not agree: it was removed, changed or inserted.`,
      findings,
    );
  });
  const newest = given.roots.at(-1);
  for (const [point, count] of newest ? (JSON.parse(newest.document) as RootDocument).counts : []) {
    const here = given.perPoint.get(point) ?? 0;
    if (here < count)
      findings.push(`Service point ${point}: ${here} submissions where root ${newest!.n} counted ${count}.`);
  }
}

function compare(
  said: readonly string[],
  found: readonly { readonly hash: string }[],
  sentence: (hash: string) => string,
  findings: string[],
): void {
  const there = new Set(found.map((row) => row.hash));
  for (const each of said) if (!there.delete(each)) findings.push(sentence(each));
  for (const each of there) findings.push(sentence(each));
}

// A restore takes back the roots made after its backup; its entry says so and is itself in a root.
export function checkMailed(
  mailed: string,
  roots: readonly RootRow[],
  entries: readonly EntryRow[],
  findings: string[],
  notes: string[],
): void {
  const restores = entries
    .map(({ document }) => JSON.parse(document) as Entry)
    .filter(({ kind }) => kind === 'restore');
  const known = [...mailed.matchAll(/^sipas-root (\d+) (\S+) ([0-9a-f]{64})\s*$/gm)];
  if (known.length === 0) findings.push('The text of mailed roots holds no line "sipas-root N DAY HASH".');
  for (const [, number, day = '', root] of known) {
    const n = Number(number);
    if (roots.some((row) => row.n === n && row.root === root)) continue;
    const restore = restores.find(({ day: on, facts }) => Number(facts['rootN']) < n && day <= on);
    if (restore) notes.push(`Root ${n} of ${day} was taken back by the restore of ${restore.day}.`);
    else
      findings.push(`Root ${n} of ${day} is not the one that was mailed: what lies before it was replaced.`);
  }
}
