import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runNode } from './launched.ts';

test('the list of parts names every dependency of the product by version and hash, and no tool of its tests', async () => {
  const file = join(emptyFolder(), 'sbom.json');
  const { code, out, err } = await runNode(['launch/sbom.mjs', file]);
  expect([code, err]).toEqual([0, '']);
  const list = JSON.parse(readFileSync(file, 'utf8')) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: { content: string }[] }[];
  };
  expect(list.bomFormat).toBe('CycloneDX');
  expect(out).toContain(`${list.components.length} packages`);
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const versions = new Map(list.components.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect([name, versions.get(name)]).toEqual([name, version]);
  }
  for (const name of ['vitest', 'typescript', '@playwright/test']) expect(versions.has(name)).toBe(false);
  expect(list.components.every(({ hashes }) => (hashes?.length ?? 0) > 0)).toBe(true);
}, 60_000);
