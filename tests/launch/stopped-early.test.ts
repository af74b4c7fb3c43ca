// Whoever stops the server while it is still starting gets no fault for it.
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { emptyFolder, start } from './launched.ts';

// Windows has no such signals.
test.skipIf(process.platform === 'win32')(
  'stopped while it fills the demo, the server ends well and says nothing of a fault',
  async () => {
    const env = { NODE_ENV: '', HOST: '127.0.0.1', PORT: '0', DATA_DIR: emptyFolder() };
    const server = start(process.execPath, [...runTypeScript, 'server/main.ts'], { env });
    await server.until('demo');
    server.child.kill('SIGTERM');
    const { code, err } = await server.end;
    expect(err).toBe('');
    expect(code).toBe(0);
  },
  60_000,
);
