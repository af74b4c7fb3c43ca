import { expect, test } from 'vitest';
import { badNames, barrels, idleExceptions, tooLong } from './names.ts';
import { allPaths, CODE, filesWith, PRODUCT } from './source-files.ts';

const files = filesWith([...PRODUCT, 'tests'], [...CODE, '.css', '.html']);

test('file names are kebab-case, say something, and no two files share one', () => {
  expect(badNames(allPaths)).toEqual([]);
});

test('no file only passes on what other files export', () => {
  expect(barrels(files.filter(({ path }) => !path.endsWith('.css') && !path.endsWith('.html')))).toEqual([]);
});

test('no file has more than 300 lines, or 500 of tests, without a reason', () => {
  expect(tooLong(files)).toEqual([]);
});

test('every exception from the rules on names and sizes is still needed', () => {
  expect(idleExceptions(files)).toEqual([]);
});

test.each([
  ['kiosk/visit/utils.ts', 'says nothing'],
  ['server/store/date-helpers.ts', 'says nothing'],
  ['server/common.ts', 'says nothing'],
  ['server/queue-manager.ts', 'says nothing'],
  ['server/mail-service.ts', 'says nothing'],
  ['shared/Score.ts', 'kebab-case'],
  ['shared/score_text.ts', 'kebab-case'],
  ['shared/scoreText.ts', 'kebab-case'],
  ['shared/index.ts', 'index'],
  ['kiosk/parts/index.tsx', 'index'],
])('the name %s is refused', (path, why) => {
  expect(badNames([path])).toEqual([expect.stringContaining(why)]);
});

test('two files of one name are refused, except for entries, pages and routes', () => {
  expect(badNames(['kiosk/visit/counts.ts', 'shared/counts.ts'])).toHaveLength(2);
  expect(
    badNames(['kiosk/main.tsx', 'dashboard/main.tsx', 'server/ingest/routes.ts', 'server/pages/routes.ts']),
  ).toEqual([]);
  expect(badNames(['shared/service-point.ts', 'shared/ids.test.ts', 'shared/ids.ts'])).toEqual([]);
});

test('a barrel is found whatever it is called, and a file that does something is none', () => {
  const barrel = "/** All of it. */\nexport * from './a.ts';\nexport { b, type C } from './b.ts';\n";
  expect(barrels([{ path: 'shared/all.ts', text: barrel }])).toHaveLength(1);
  expect(barrels([{ path: 'shared/a.ts', text: `${barrel}export const d = 1;\n` }])).toEqual([]);
});

test('the line after the last allowed is one too many', () => {
  const withLines = (path: string, count: number) => [{ path, text: 'x;\n'.repeat(count) }];
  expect(tooLong(withLines('shared/a.ts', 300))).toEqual([]);
  expect(tooLong(withLines('shared/a.ts', 301))).toHaveLength(1);
  expect(tooLong(withLines('shared/a.test.ts', 500))).toEqual([]);
  expect(tooLong(withLines('shared/a.test.ts', 501))).toHaveLength(1);
});
