import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { checkEntries, checkMailed, checkReviews, checkRoots, checkSeals } from './verify-chain.ts';
import { checkCertified } from './verify-certified.ts';
import { type Held, leafOf, lines, readExport } from './verify-export.ts';
import { checkRows, checkUnsealed, explainMissing } from './verify-rows.ts';

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
  readonly proven: {
    readonly submissions: number;
    readonly seals: number;
    readonly roots: number;
    readonly certified: number;
  };
}

/** Looks through an export; `mailed` is the text of all roots that were mailed, one after another. */
export async function verifyExport(folder: string, mailed?: string): Promise<Verdict> {
  const findings: string[] = [];
  const notes: string[] = [];
  const given = await readExport(folder);
  const sealed = checkSeals(given, findings);
  const removedPerPoint = checkEntries(given, findings);
  const { count, unsealed, perPoint, early } = await checkRows(sealed, given, findings);

  const taken: Held[] = [];
  const away = new Set(given.removed.map(({ leaf }) => leaf));
  for await (const held of lines<Held>(folder, 'quarantine')) {
    if (leafOf(held.p) !== held.leaf) findings.push(`Quarantine ${held.leaf}: its bytes were changed.`);
    // what was taken in is a row like any other
    if (held.decision === 'taken') taken.push(held);
    else away.add(held.leaf);
  }
  checkReviews(taken, given, findings);
  checkCertified(given, findings);

  const missing = new Map([...sealed].filter(([leaf, { here }]) => !here && !away.has(leaf)));
  const explained = explainMissing(missing, unsealed, [...perPoint.keys()], findings);
  const reviewed = new Set(taken.map(({ leaf }) => leaf));
  const left = unsealed.filter(({ id, leaf }) => !explained.has(id) && !reviewed.has(leaf));
  checkUnsealed(left, given, findings);

  for (const [point, removed] of removedPerPoint) perPoint.set(point, (perPoint.get(point) ?? 0) + removed);
  checkRoots(given, perPoint, findings);
  if (mailed !== undefined) checkMailed(mailed, given, findings, notes);
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
  const proven = {
    submissions: count,
    seals: given.seals.length,
    roots: given.roots.length,
    certified: given.certified.length,
  };
  return { findings, notes, proven };
}

/** The verdict in sentences, for people. */
export function verdictInWords({ findings, notes, proven }: Verdict): string {
  const summary = `${proven.submissions} submissions, ${proven.seals} seals, ${proven.roots} roots, ${proven.certified} certified reports looked at.`;
  const verdict =
    findings.length === 0
      ? 'Nothing was changed, removed, inserted or moved.'
      : `${findings.length} findings:\n  ${findings.join('\n  ')}`;
  return [summary, verdict, ...notes.map((note) => `Note: ${note}`)].join('\n');
}

// `import.meta.main` is not there before Node 22.18, and a proof that says nothing would pass for one
if (existsSync(process.argv[1] ?? '') && realpathSync(process.argv[1]!) === import.meta.filename) {
  const [folder, rootsFile] = process.argv.slice(2);
  if (!folder || !existsSync(join(folder, 'about.json'))) {
    console.error('Name the folder of an audit export: node server/cli/verify.ts FOLDER [MAILED_ROOTS.txt]');
    process.exitCode = 2;
  } else {
    const mailed = rootsFile === undefined ? undefined : readFileSync(rootsFile, 'utf8');
    const verdict = await verifyExport(folder, mailed);
    console.log(verdictInWords(verdict));
    process.exitCode = verdict.findings.length === 0 ? 0 : 1;
  }
}
