import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runTypeScript } from '../launch/node.mjs';
import { inOneWrite } from './log.ts';

test('lines of one turn are written together and in their order', async () => {
  const written: string[] = [];
  const write = inOneWrite((text) => written.push(text));
  write('a\n');
  write('b\n');
  expect(written).toEqual([]);
  await nextTurn();
  write('c\n');
  await nextTurn();
  expect(written).toEqual(['a\nb\n', 'c\n']);
});

test.each(['process.exit(3)', "throw new Error('fault')"])(
  'what waits is written before %s ends all',
  (end) => {
    const log = join(import.meta.dirname, 'log.ts');
    const program = `import { inOneWrite } from ${JSON.stringify(log)};
    inOneWrite((text) => process.stdout.write(text))('last line\\n'); ${end};`;
    const { stdout, status } = spawnSync(
      process.execPath,
      [...runTypeScript, '--input-type=module', '--eval', program],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toBe('last line\n');
    expect(status).not.toBe(0);
  },
);
