import { allPaths, isTest, readText } from './source-files.ts';

/** Reads docs/scorecard.md and the titles of all tests: what is claimed must exist. */

export interface ScorecardRow {
  /** `12`, or the empty string in the list of regressions. */
  readonly number: string;
  /** Titles of tests, exactly as they stand. */
  readonly titles: readonly string[];
  /** Commands of package.json. */
  readonly commands: readonly string[];
  /** The last cell: where the promise ends. */
  readonly limit: string;
}

/** Rows `| 12 | fault | promise | "a title" · "another" · npm run drills | limit |`; a title is in straight quotes. */
export function rowsOf(document: string): ScorecardRow[] {
  return document.split('\n').flatMap((line) => {
    const cells = line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|\s*$/g, '').trim());
    if (!line.startsWith('|') || cells.length !== 5 || !/^\d+$/.test(cells[0]!)) return [];
    return [readRow(cells)];
  });
}

function readRow(cells: readonly string[]): ScorecardRow {
  const shown = cells[3]!;
  return {
    number: cells[0]!,
    titles: titlesIn(shown),
    commands: [...shown.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, name]) => name!),
    limit: cells[4]!,
  };
}

export const titlesIn = (text: string): string[] =>
  [...text.matchAll(/"([^"]+)"/g)].map(([, title]) => title!);

/** Every title given to a test, a template's placeholders written as `…`. */
export function titlesOf(text: string): string[] {
  const call =
    /\b(?:test|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
  return [...text.matchAll(call)].map(([, single, double, template]) =>
    (single ?? double ?? template ?? '').replace(/\\(['"`])/g, '$1').replace(/\$\{[^}]*\}/g, '…'),
  );
}

export function allTitles(): Set<string> {
  const tests = allPaths.filter((path) => isTest(path) && /\.(?:test|e2e)\.tsx?$/.test(path));
  return new Set(tests.flatMap((path) => titlesOf(readText(path))));
}

/** From a heading to the next one. */
export function sectionOf(document: string, heading: string): string {
  return document.split(`${heading}\n`)[1]?.split(/^#/m)[0] ?? '';
}
