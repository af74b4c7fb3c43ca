import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEntries, checkMailed, checkReviews, checkRoots, checkSeals, cohortOf } from './verify-chain.ts';
import {
  all,
  type EntryRow,
  type HeldRow,
  type KeyRow,
  leafOf,
  lines,
  type Place,
  type RootRow,
  type SealRow,
} from './verify-files.ts';
import { checkRows, checkUnsealed, explain, latestDays } from './verify-rows.ts';

/**
 * Proves an audit export: nothing in it was changed, removed, inserted or moved since the devices sealed it and the
 * roots were mailed. It uses nothing of the server, so that a second body can read and run it by itself:
 *   node server/cli/verify.ts FOLDER [MAILED_ROOTS.txt]
 */
export interface Verdict {
  /** Sentences that name device, seal and row; empty = everything is proven. */
  readonly findings: readonly string[];
  /** What a reader should know and nobody did wrong. */
  readonly notes: readonly string[];
  readonly proven: { readonly submissions: number; readonly seals: number; readonly roots: number };
}

/** Looks through an export; `mailed` is the text of all roots that were mailed, one after another. */
export async function verifyExport(folder: string, mailed?: string): Promise<Verdict> {
  const findings: string[] = [];
  const notes: string[] = [];
  const serverKeys = (await all<{ key: string }>(folder, 'server-keys')).map(({ key }) => key);
  const seals = await all<SealRow>(folder, 'seals');
  const entries = await all<EntryRow>(folder, 'entries');
  const roots = await all<RootRow>(folder, 'roots');
  const sealed = checkSeals(seals, await all<KeyRow>(folder, 'device-keys'), serverKeys, findings);
  const removed = await checkEntries(folder, entries, findings);
  const { count, unsealed, perPoint, early } = await checkRows(folder, sealed, entries, findings);
  const aside = new Map<string, string>();
  const taken = new Map<string, number>();
  for await (const row of lines<HeldRow>(folder, 'quarantine')) {
    aside.set(row.leaf, row.decision);
    if (leafOf(row.p) !== row.leaf) findings.push(`Quarantine ${row.leaf}: its bytes were changed.`);
    if (row.decision === 'taken') taken.set(cohortOf(row), (taken.get(cohortOf(row)) ?? 0) + 1);
  }
  checkReviews(taken, entries, findings);
  // what was taken in is a row like any other
  const isAside = (leaf: string) => aside.has(leaf) && aside.get(leaf) !== 'taken';
  const missing = new Map(
    [...sealed].filter(([leaf, place]) => !place.here && !isAside(leaf) && !removed.leaves.has(leaf)),
  );
  const explained = explain(missing, unsealed, [...perPoint.keys()], findings);
  const left = unsealed.filter(({ id, leaf }) => !explained.has(id) && aside.get(leaf) !== 'taken');
  const places = await all<Place>(folder, 'assignments');
  const { day } = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as { day: string };
  checkUnsealed(left, latestDays(seals, roots, day), places, findings);
  for (const [point, number] of removed.points) perPoint.set(point, (perPoint.get(point) ?? 0) + number);
  checkRoots({ roots, seals, entries, serverKeys, perPoint }, findings);
  if (mailed !== undefined) checkMailed(mailed, roots, entries, findings, notes);
  else
    notes.push(
      "No mailed roots were given: whoever holds the server's key could have made all of this anew.",
    );
  // honest only where a tablet's clock ran ahead of the server's, which nothing here can tell
  if (early.length > 0)
    notes.push(
      `${early.length} submissions are counted in a half-month before the one they name, by a clock that ran ahead, or moved: ${early.slice(0, 20).join(', ')}.`,
    );
  if (left.length > 0) notes.push(`${left.length} submissions are not sealed yet.`);
  return { findings, notes, proven: { submissions: count, seals: seals.length, roots: roots.length } };
}

/** The verdict in sentences, for people. */
export function verdictInWords({ findings, notes, proven }: Verdict): string {
  const summary = `${proven.submissions} submissions, ${proven.seals} seals, ${proven.roots} roots looked at.`;
  const verdict =
    findings.length === 0
      ? 'Nothing was changed, removed, inserted or moved.'
      : `${findings.length} findings:\n  ${findings.join('\n  ')}`;
  return [summary, verdict, ...notes.map((note) => `Note: ${note}`)].join('\n');
}

if (import.meta.main) {
  const [folder, rootsFile] = process.argv.slice(2);
  if (!folder || !existsSync(join(folder, 'about.json'))) {
    console.error('Name the folder of an audit export: node server/cli/verify.ts FOLDER [MAILED_ROOTS.txt]');
    process.exitCode = 2;
  } else {
    const verdict = await verifyExport(
      folder,
      rootsFile === undefined ? undefined : readFileSync(rootsFile, 'utf8'),
    );
    console.log(verdictInWords(verdict));
    process.exitCode = verdict.findings.length === 0 ? 0 : 1;
  }
}
