import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../said/language-of.ts';
import { saidProofEn } from '../said/said-proof-en.ts';
import { type ProofFinding, type ProofWords, saidProofVi } from '../said/said-proof-vi.ts';
import { checkEntries, checkMailed, checkReviews, checkRoots, checkSeals } from './verify-chain.ts';
import { checkCertified } from './verify-certified.ts';
import { type Held, leafOf, lines, readExport } from './verify-export.ts';
import { checkRows, checkUnsealed, explainMissing } from './verify-rows.ts';

/**
 * Proves an audit export: nothing in it was changed, removed, inserted or moved since the devices sealed it and the
 * roots were mailed. It uses nothing of the server but its words, so that a second body can read and run it by itself:
 *   node server/cli/verify.ts FOLDER [MAILED_ROOTS.txt] [--lang vi|en]
 */
export interface Verdict {
  /** Each names device, seal and row; empty = everything is proven. */
  readonly findings: readonly ProofFinding[];
  /** What a reader should know and nobody did wrong. */
  readonly notes: readonly ProofFinding[];
  readonly proven: {
    readonly submissions: number;
    readonly seals: number;
    readonly roots: number;
    readonly certified: number;
  };
}

/** Looks through an export; `mailed` is the text of all roots that were mailed, one after another. */
export async function verifyExport(folder: string, mailed?: string): Promise<Verdict> {
  const findings: ProofFinding[] = [];
  const notes: ProofFinding[] = [];
  const given = await readExport(folder);
  const sealed = checkSeals(given, findings);
  const removedPerPoint = checkEntries(given, findings);
  const { count, unsealed, perPoint, early } = await checkRows(sealed, given, findings);

  const taken: Held[] = [];
  const away = new Set(given.removed.map(({ leaf }) => leaf));
  for await (const held of lines<Held>(folder, 'quarantine')) {
    if (leafOf(held.p) !== held.leaf) findings.push((words) => words.held(held.leaf));
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
  else notes.push((words) => words.noRoots);

  // honest only where a tablet's clock ran ahead of the server's, which nothing here can tell
  if (early.length > 0) notes.push((words) => words.early(early.length, early.slice(0, 20)));
  if (left.length > 0) notes.push((words) => words.unsealed(left.length));
  const proven = {
    submissions: count,
    seals: given.seals.length,
    roots: given.roots.length,
    certified: given.certified.length,
  };
  return { findings, notes, proven };
}

/** The verdict in sentences, for people. */
export function verdictInWords({ findings, notes, proven }: Verdict, words: ProofWords): string {
  return [
    words.summary(proven.submissions, proven.seals, proven.roots, proven.certified),
    findings.length === 0 ? words.proven : words.findings(findings.map((said) => said(words))),
    ...notes.map((said) => words.note(said(words))),
  ].join('\n');
}

/** As a program of its own. Returns the exit code: 2 where there is nothing to look at. */
async function runAlone(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { lang: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const [folder, rootsFile] = positionals;
  const asked = typeof values.lang === 'string' ? values.lang : undefined;
  const words = languageOf(asked, process.env) === 'en' ? saidProofEn : saidProofVi;
  const lacking = !folder || !existsSync(join(folder, 'about.json'));
  if (lacking || (rootsFile !== undefined && !existsSync(rootsFile))) {
    console.error(words.alone);
    return 2;
  }
  try {
    const mailed = rootsFile === undefined ? undefined : readFileSync(rootsFile, 'utf8');
    const verdict = await verifyExport(folder, mailed);
    console.log(verdictInWords(verdict, words));
    return verdict.findings.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(words.unreadable(folder, (error as { code?: string }).code ?? String(error)));
    return 2;
  }
}

// `import.meta.main` is not there before Node 22.18, and a proof that says nothing would pass for one
if (existsSync(process.argv[1] ?? '') && realpathSync(process.argv[1]!) === import.meta.filename)
  process.exitCode = await runAlone(process.argv.slice(2));
