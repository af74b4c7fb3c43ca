import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder, project, runNode } from './launched.ts';

/** What a program is told that asks for a folder in memory below `where`. */
async function ask(where: string, env: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const address = JSON.stringify(pathToFileURL(join(project, 'launch/light-disk.mjs')).href);
  const script = `import { lightDisk } from ${address}; console.log(JSON.stringify(lightDisk(${JSON.stringify(where)})));`;
  const { out } = await runNode(['--input-type=module', '-e', script], { env: { TMPDIR: '', ...env } });
  return JSON.parse(out) as Record<string, string>;
}

test('what tests write goes into a folder of its own, which is gone when the program ends', async () => {
  const where = emptyFolder();
  const { TMPDIR = where } = await ask(where);
  // a machine with little room or memory has none
  if (TMPDIR !== where) expect(TMPDIR.startsWith(join(where, 'sipas-test-'))).toBe(true);
  expect(existsSync(TMPDIR)).toBe(TMPDIR === where);
});

test('where there is no such folder, or somebody has named another one, everything stays as it is', async () => {
  expect(await ask('/no/such/folder')).toEqual({});
  expect(await ask(emptyFolder(), { TMPDIR: '/somewhere' })).toEqual({});
});
