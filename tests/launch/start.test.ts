import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode, smallProject, start } from './launched.ts';

const ends = "console.log('the server ran');";
const npmStart = (cwd: string) => runNode(['launch/start.mjs'], { cwd });
const built = (folder: string) => readFileSync(join(folder, 'built.log'), 'utf8');

test('unchanged sources are not built again, changed ones are', async () => {
  const folder = smallProject({ 'server/main.ts': ends });
  expect((await npmStart(folder)).out).toContain('Building the kiosk pages');
  expect(built(folder)).toBe('kiosk phone dashboard design ');

  const second = await npmStart(folder);
  expect(second.out).toBe(
    'Các gói và các trang đã đầy đủ. · Packages and pages are up to date.\nĐang khởi động máy chủ … · Starting the server …\nthe server ran\n',
  );
  expect(built(folder)).toBe('kiosk phone dashboard design ');

  writeFileSync(join(folder, 'kiosk/screens/attract.ts'), 'two');
  await npmStart(folder);
  expect(built(folder)).toBe('kiosk phone dashboard design kiosk phone dashboard design ');

  writeFileSync(join(folder, 'shared/new-file.ts'), '');
  await npmStart(folder);
  expect(built(folder)).toBe('kiosk phone dashboard design '.repeat(3));
}, 60_000);

test('a build that failed is said, stops the start and is tried again', async () => {
  const vite = 'node_modules/vite/bin/vite.js';
  const folder = smallProject({
    'server/main.ts': ends,
    [vite]: "throw new Error('attract.ts: no such face')",
  });
  for (const time of ['first', 'second']) {
    const { code, out, err } = await npmStart(folder);
    expect(err, time).toContain('attract.ts: no such face');
    expect(err, time).toContain('Next step: mend what is named above.');
    expect(out, time).not.toContain('the server ran');
    expect(code, time).toBe(1);
  }
  expect(existsSync(join(folder, 'dist/.built'))).toBe(false);
}, 60_000);

const server = `process.on('SIGTERM', () => { console.log('stopping well'); process.exit(7); });
  setInterval(() => {}, 1000);
  console.log('the server listens');`;

test('the server hears the signal to stop, and its exit code is the exit code of the start', async () => {
  const { child, end, until } = start(process.execPath, ['launch/start.mjs'], {
    cwd: smallProject({ 'server/main.ts': server }),
  });
  await until('the server listens');
  child.kill('SIGTERM');
  const { code, out } = await end;
  expect(out).toContain('stopping well');
  expect(code).toBe(7);
}, 60_000);

// Windows has no such signals.
test.skipIf(process.platform === 'win32')(
  'the server ends with the shell that npm starts it in',
  async () => {
    const cwd = smallProject({ 'server/main.ts': server });
    // With words after it, the shell does not step aside for the command.
    const line = `"${process.execPath}" launch/start.mjs; echo the shell went on`;
    const { child, end, until } = start('sh', ['-c', line], { cwd, env: { npm_lifecycle_event: 'start' } });
    await until('the server listens');
    child.kill('SIGTERM');
    expect((await end).out).toMatch(/stopping well\n$/);
  },
  60_000,
);

test('the command line hands its words on to the operator commands', async () => {
  const cwd = smallProject({
    'server/cli/sipas.ts': 'console.log(process.argv.slice(2).join("|") as string)',
  });
  const { out } = await runNode(['launch/sipas.mjs', 'password', 'an công'], { cwd });
  expect(out).toBe('password|an công\n');
}, 60_000);
