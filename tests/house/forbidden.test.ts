import { expect, test } from 'vitest';
import { forbiddenLines, unexplainedTests } from './forbidden.ts';
import { allPaths, CODE, filesWith, isTest, PRODUCT, readText } from './source-files.ts';

const product = filesWith(PRODUCT, [...CODE, '.css', '.html', '.svg', '.webmanifest']).filter(
  ({ path }) => !isTest(path),
);
const tests = filesWith([...PRODUCT, 'tests'], CODE).filter(({ path }) => isTest(path));

test('no line of the product holds what is forbidden where it stands', () => {
  expect(product.length).toBeGreaterThan(100);
  expect(forbiddenLines(product)).toEqual([]);
});

test('no test stands alone, and a test that is not run says why', () => {
  const own = 'tests/house/forbidden.test.ts'; // holds made-up lines
  expect(unexplainedTests(tests.filter(({ path }) => path !== own))).toEqual([]);
});

test.each([
  ['kiosk/visit/visit.ts', 'const at = Date.now();'],
  ['kiosk/outbox/sync.ts', 'const wait = 5000 * Math.random();'],
  ['kiosk/screens/a-screen.tsx', 'const key = Math.random();'],
  ['shared/ids.ts', 'return crypto.randomUUID();'],
  ['shared/period.ts', 'const today = new Date();'],
  ['server/figures/routes.ts', 'const now = Date.now();'],
  ['server/secrets.ts', 'const secret = randomBytes(16);'],
  ['server/managers/routes.ts', "c.header('Clear-Site-Data', '\"storage\"');"],
  ['server/store/audit.ts', "await tx.updateTable('audit').set({ what: '' }).execute();"],
  ['server/store/remove-tree.ts', "await tx.deleteFrom('audit').execute();"],
  ['kiosk/device/server-api.ts', "fetch(url, { mode: 'no-cors' });"],
  ['launch/run.mjs', "spawn('npm', ['ci'], { shell: true });"],
  ['server/jobs/night.ts', "import { exec } from 'node:child_process';"],
  ['server/cli/verify.ts', 'if (import.meta.main) {'],
  ['dashboard/main.tsx', "loadFont('https://fonts.googleapis.com/css2');"],
  ['kiosk/index.html', '<script src="http://cdn.jsdelivr.net/npm/preact"></script>'],
  ['public/icon.svg', '<image xmlns="http://www.w3.org/2000/svg" href="https://elsewhere.vn/a.png"/>'],
])('a forbidden line in %s is found: %s', (path, text) => {
  expect(forbiddenLines([{ path, text: `// fine\n${text}` }])[0]).toContain(`${path}:2`);
});

test.each([
  ['server/main.ts', 'const clock = Date.now;'],
  ['server/store/retention.ts', "await tx.deleteFrom('audit').where('at', '<', before).execute();"],
  ['server/cli/sipas.ts', 'const at = Date.now();'],
  ['shared/period.ts', 'const local = new Date(ms);'],
  ['shared/ids.ts', ' * `crypto.randomUUID` is absent on plain HTTP'],
  ['kiosk/offline/worker.ts', '// the bug: https://issues.chromium.org/issues/40458412'],
  ['public/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'],
  ['launch/light-disk.mjs', "import { execFileSync } from 'node:child_process';"],
  ['server/welcome.ts', 'say(`http://localhost:8080`, `http://${address}`);'],
])('an allowed line in %s passes: %s', (path, text) => {
  expect(forbiddenLines([{ path, text }])).toEqual([]);
});

test.each([
  "test.only('a', () => {});",
  "describe.only('a', () => {});",
  "test.skip('a', () => {});",
  "test.todo('a thing');",
  "test.skipIf(noServer)('a', () => {});",
  'it.each([1]).skip;\nit.concurrent.skip(`a`, f);',
])('an unexplained test is found: %s', (text) => {
  expect(unexplainedTests([{ path: 'shared/a.test.ts', text }])).toHaveLength(1);
});

test.each([
  "// the registry has no such binary for this platform\ntest.skip('a', () => {});",
  "test.skipIf(noServer)('a', f); // no PostgreSQL on this machine",
  "test.skip(isWebkit, 'WebKit cannot grant durable storage');",
  "test('a skipped entry is kept', () => {});",
])('an explained test passes: %s', (text) => {
  expect(unexplainedTests([{ path: 'shared/a.test.ts', text }])).toEqual([]);
});

test('every text of the repository is in Unicode form NFC, the Vietnamese dictionaries among them', () => {
  const texts = allPaths.filter((path) => /\.(?:tsx?|mjs|json|html|css|md|svg|webmanifest)$/.test(path));
  expect(texts).toContain('shared/text/vi.ts');
  expect(texts).toContain('dashboard/text/managers-vi.ts');
  const others = texts.filter((path) => {
    const text = readText(path);
    return text !== text.normalize('NFC');
  });
  expect(others).toEqual([]);
});
