// What the server says when it cannot start: one sentence with the next step, exit code 1, nothing changed.
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { emptyFolder, notRoot, portOf, runNode } from './launched.ts';

/** Production: an empty folder would otherwise be filled with the demo province first. */
const startServer = (env: NodeJS.ProcessEnv, user = {}) =>
  runNode([...runTypeScript, 'server/main.ts'], {
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env },
    ...user,
  });

test('a port that is taken is named, with the setting that changes it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const port = String(portOf(taken));
  const { code, err } = await startServer({ PORT: port, DATA_DIR: emptyFolder() });
  expect(err).toContain(port);
  expect(err).toContain('PORT=');
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
}, 60_000);

const user = notRoot();
// Root may write everywhere: it takes another user, and a process that may become one.
test.skipIf(!user)(
  'a data folder that may not be written is named, with the setting that changes it',
  async () => {
    const folder = join(emptyFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    const { code, err } = await startServer({ DATA_DIR: folder }, user);
    expect(err).toContain(folder);
    expect(err).toContain('DATA_DIR');
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  },
  60_000,
);

test('a data folder that cannot be made is named, with the setting that changes it', async () => {
  const file = join(emptyFolder(), 'a-file');
  writeFileSync(file, '');
  const { code, err } = await startServer({ DATA_DIR: join(file, 'data') });
  expect(err).toContain(join(file, 'data'));
  expect(err).toContain('DATA_DIR');
  expect(code).toBe(1);
}, 60_000);

test('a damaged database is named and left as it is, with restoring a backup as the next step', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'sipas.db');
  const garbage = Buffer.alloc(16_384, 'this is no database ');
  writeFileSync(file, garbage);
  const { code, err } = await startServer({ DATA_DIR: folder });
  expect(err).toContain('sipas.db');
  expect(err).toMatch(/nothing in it was changed/i);
  expect(err).toMatch(/restore/i);
  expect(err).toMatch(/backup/i);
  expect(err).not.toContain('    at ');
  expect(code).toBe(1);
  expect(readFileSync(file).equals(garbage)).toBe(true);
}, 60_000);
