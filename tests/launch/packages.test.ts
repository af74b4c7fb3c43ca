import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder, portOf, runNode } from './launched.ts';

/** A registry of this machine that knows when its packages came. */
async function registryWith(days: Readonly<Record<string, number>>): Promise<string> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').slice(1));
    const age = days[name];
    response.writeHead(age === undefined ? 404 : 200, { 'content-type': 'application/json' });
    const at = new Date(Date.now() - (age ?? 0) * 86_400_000).toISOString();
    const version = { name, version: '1.0.0', dist: { tarball: '', shasum: '' } };
    response.end(
      JSON.stringify({
        name,
        'dist-tags': { latest: '1.0.0' },
        versions: { '1.0.0': version },
        time: { '1.0.0': at },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${portOf(server)}`;
}

async function packages(days: Readonly<Record<string, number>>, version = '1.0.0') {
  const folder = emptyFolder();
  const lock = {
    packages: {
      '': { name: 'us', version: '0.1.0' },
      'node_modules/direct': { version: '1.0.0' },
      'node_modules/direct/node_modules/@some/brought': { version, dev: true },
    },
  };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(lock));
  const env = {
    npm_config_registry: await registryWith(days),
    npm_config_cache: join(folder, 'cache'),
    npm_config_fetch_retries: '0',
  };
  return runNode(['launch/packages.mjs', join(folder, 'lock.json')], { env });
}

test('packages of the lock file that are a week old pass, direct ones and those they bring', async () => {
  const { code, out, err } = await packages({ direct: 8, '@some/brought': 400 });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('All 2 are at least 7 days old.');
  expect(out.indexOf('direct 1.0.0')).toBeLessThan(out.indexOf('@some/brought 1.0.0'));
}, 120_000);

test('one that is younger is named, and so is one whose day the registry does not know', async () => {
  const { code, err } = await packages({ direct: 5, '@some/brought': 400 }, '1.0.1');
  expect(code).toBe(1);
  expect(err).toContain(
    '2 of 2 are younger than 7 days or without a date: @some/brought 1.0.1, direct 1.0.0.',
  );
}, 120_000);

test('a registry that does not answer for a package is said, with the next step', async () => {
  const { code, err } = await packages({ direct: 400 });
  expect(code).toBe(1);
  expect(err).toContain('did not say when @some/brought was published. Next step:');
}, 120_000);
