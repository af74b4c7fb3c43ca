import { expect, test } from 'vitest';
import { allTitles, rowsOf, sectionOf, titlesIn, titlesOf } from './scorecard.ts';
import { readText } from './source-files.ts';

const document = readText('docs/scorecard.md');
const rows = rowsOf(document);
const titles = allTitles();
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

test('the scorecard has its sixty rows, each once and in order', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
});

test('each row names a test or a command, or says where the promise ends', () => {
  const empty = rows.filter(
    (row) => row.titles.length + row.commands.length === 0 && row.limit.split(' ').length < 4,
  );
  expect(empty.map(({ number }) => number)).toEqual([]);
});

test('every test that the scorecard names exists, under exactly that title', () => {
  expect(rows.length).toBeGreaterThan(0);
  const missing = titlesIn(document).filter((title) => !titles.has(title));
  expect(missing).toEqual([]);
});

test('every test that the README names as a proof exists', () => {
  const named = titlesIn(sectionOf(readText('README.md'), '### The promise, point by point'));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});

test('every test that the security dossier names as a proof exists', () => {
  const named = titlesIn(sectionOf(readText('docs/security.md'), '## Threats'));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});

test('every command that the scorecard names is in package.json', () => {
  const missing = rows.flatMap(({ commands }) => commands).filter((name) => !Object.hasOwn(scripts, name));
  expect(missing).toEqual([]);
});

test('titles are read as they are written: quotes, tables of cases, templates', () => {
  const text = [
    `test('one is kept', () => {});`,
    `test.each([['a', 1]])("two's kept", () => {});`,
    'it(`three of ${n} are kept`, () => {});',
    `testing('not a test');`,
  ].join('\n');
  expect(titlesOf(text)).toEqual(['one is kept', "two's kept", 'three of … are kept']);
});
