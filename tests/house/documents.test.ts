import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { allPaths, readText } from './source-files.ts';

/** README, docs and guides: a page or a file that they name must be there. */
const documents = allPaths.filter((path) => path.endsWith('.md'));
const paths = new Set(allPaths);
const names = new Set(allPaths.map((path) => posix.basename(path)));

/** As GitHub makes them: small letters, no signs, hyphens for spaces. */
const anchorsOf = (path: string): string[] =>
  [...readText(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every link of a document leads to a file of the project, and to a heading where it names one', () => {
  const broken = documents.flatMap((from) =>
    [...readText(from).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .map(([, to = '', anchor]) => ({ to: to && posix.join(posix.dirname(from), to), anchor }))
      .filter(({ to, anchor }) => {
        if (to && !paths.has(to)) return !allPaths.some((path) => path.startsWith(posix.join(to, '/')));
        return anchor !== undefined && !anchorsOf(to || from).includes(anchor);
      })
      .map(({ to, anchor }) => `${from} → ${to}#${anchor ?? ''}`),
  );
  expect(documents.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});

test('every source file that README, architecture and the like name exists', () => {
  // decisions tell of their day: what they name may have moved since
  const missing = documents
    .filter((path) => !path.startsWith('docs/decisions/'))
    .flatMap((path) =>
      [...readText(path).matchAll(/`([\w./-]+\.(?:tsx?|mjs))`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !names.has(posix.basename(name)))
        .map((name) => `${path}: ${name}`),
    );
  expect(missing).toEqual([]);
});
