import { basename } from 'node:path/posix';
import { CODE, isTest, type SourceFile } from './source-files.ts';

/** Names and sizes of files: the rules, each as a function from files to sentences. */

const isCode = (path: string) => [...CODE, '.css', '.html'].some((ending) => path.endsWith(ending));
/** Several files may bear these names; each for the reason beside it. */
const REPEATED: Readonly<Record<string, string>> = {
  'main.tsx': 'the entry of an app',
  'index.html': 'the page of an app: the address and the builder ask for this name',
  'routes.ts': 'one in each feature of the server: which addresses it answers',
  'problem.ts': 'the wire says what a problem is, the server how it is answered',
  'overview.ts': 'the wire says what an overview is, the server builds it',
};
/** Over 300 lines, and the answer to "two ideas?". */
const LONG: Readonly<Record<string, string>> = {};
/** Tests are lists: they are read one by one. */
const linesMost = (path: string) => (isTest(path) ? 500 : 300);

/** Names that say nothing about what is inside, alone or as the last word. */
const EMPTY_NAME = /(?:^|-)(?:utils?|helpers?|common|misc|manager|services?)$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|e2e|d|config|spec))?\.[a-z]+$/;

export function badNames(paths: readonly string[]): string[] {
  const code = paths.filter(isCode);
  const sentences = code.flatMap((path) => {
    const name = basename(path);
    const stem = name.replace(/\..*$/, '');
    return [
      ...(KEBAB.test(name) ? [] : [`${path} is not kebab-case`]),
      ...(EMPTY_NAME.test(stem) ? [`${path} has a name that says nothing`] : []),
      ...(stem === 'index' && !name.endsWith('.html') ? [`${path}: no barrels, no index files`] : []),
    ];
  });
  const twice = code.filter((path) => {
    const name = basename(path);
    return !Object.hasOwn(REPEATED, name) && code.some((other) => other !== path && basename(other) === name);
  });
  return [...sentences, ...twice.map((path) => `${path} has a name that another file has`)];
}

/** A file whose every statement passes on what others export. */
export function barrels(files: readonly SourceFile[]): string[] {
  const passesOn = /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?$/;
  return files
    .filter(({ text }) => {
      const bare = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').trim();
      const statements = bare.split(/;\s*\n?/).filter((statement) => statement.trim() !== '');
      return statements.length > 0 && statements.every((statement) => passesOn.test(`${statement.trim()};`));
    })
    .map(({ path }) => `${path} only passes on what other files export`);
}

export function tooLong(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    if (lines <= linesMost(path) || Object.hasOwn(LONG, path)) return [];
    return [`${path} has ${lines} lines: two ideas? Else name it in LONG with the reason`];
  });
}

/** Exceptions that nothing needs any more. */
export function idleExceptions(files: readonly SourceFile[]): string[] {
  const names = files.map(({ path }) => basename(path));
  const repeated = Object.keys(REPEATED).filter((name) => names.filter((other) => other === name).length < 2);
  const long = Object.keys(LONG).filter((path) => {
    const file = files.find((candidate) => candidate.path === path);
    return !file || file.text.trimEnd().split('\n').length <= linesMost(path);
  });
  return [...repeated, ...long].map((name) => `${name} no longer needs its exception`);
}
