import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFolder, notRoot, project, runNode } from './launched.ts';

const user = notRoot();
const script = `import { findBrowser } from ${JSON.stringify(pathToFileURL(join(project, 'launch/browser.mjs')).href)};
  import { command } from ${JSON.stringify(pathToFileURL(join(project, 'launch/say.mjs')).href)};
  command(async () => console.log(await findBrowser()));`;

/** Looks for a browser as somebody who is not root, with a home of their own and nothing but `path` on the PATH. */
function look(env: NodeJS.ProcessEnv) {
  const home = emptyFolder();
  if (user?.uid !== undefined) chownSync(home, user.uid, user.gid ?? user.uid);
  const alone = { HOME: home, PATH: home, CHROMIUM_PATH: '', PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9' };
  return runNode(['--input-type=module', '-e', script], { cwd: home, env: { ...alone, ...env }, ...user });
}

/** A program that behaves like a browser, as far as anybody looks. */
function pretend(folder: string, name: string, body: string) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, name), 0o755);
}

// Where even a look into the project's folder needs root, nobody else can start these commands at all.
describe.skipIf(!user)('for somebody who is not root', () => {
  test('no browser and no way to get one ends with a sentence that names the next step', async () => {
    const { code, out, err } = await look({});
    expect(out).toContain('It could not be fetched.');
    expect(err).toContain('Next step: install Chromium or Chrome');
    expect(err).toContain('CHROMIUM_PATH');
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  }, 120_000);

  test('a browser on the PATH is taken only when it really starts', async () => {
    const folder = emptyFolder();
    pretend(folder, 'chromium', 'echo "error while loading shared libraries" >&2; exit 127');
    pretend(folder, 'google-chrome', 'echo "<p>it starts</p>"');
    const { code, out } = await look({ PATH: folder });
    expect(out.trim()).toBe(join(folder, 'google-chrome'));
    expect(code).toBe(0);
  }, 60_000);

  test('a CHROMIUM_PATH that does not start is named, not passed over', async () => {
    const { code, err } = await look({ CHROMIUM_PATH: '/no/such/chromium' });
    expect(err).toContain('CHROMIUM_PATH names /no/such/chromium');
    expect(code).toBe(1);
  }, 60_000);
});
