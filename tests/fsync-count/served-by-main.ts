import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runTypeScript } from '../../launch/node.mjs';
import { openSqlite } from '../../server/store/store.ts';
import { type Office, openOffice } from '../fakes/office.ts';

/** The server as it is started in production, with an office and one tablet. */
export interface Enrolled {
  readonly office: Office;
  readonly device: { readonly id: string; readonly token: string };
}

/** Sets up an office in the folder; its own store is closed again, so that the server is alone with it. */
export async function setUp(dataDir: string): Promise<Enrolled> {
  const store = await openSqlite(join(dataDir, 'sipas.db'));
  const office = await openOffice({ store });
  office.now = Date.now();
  const device = await office.enrol();
  await store.close();
  return { office, device };
}

export interface RealServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts `server/main.ts` of a tree; `before` are programs that it runs under. */
export async function startServer(
  tree: string,
  dataDir: string,
  before: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<RealServer> {
  const port = await freePort();
  const program = [...before, process.execPath, ...runTypeScript, join(tree, 'server/main.ts')];
  const child = spawn(program[0]!, program.slice(1), {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let words = '';
  child.stderr.on('data', (text) => (words += text));
  const gone = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (let tried = 0; ; tried++) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (tried === 600 || child.exitCode !== null) throw new Error(`the server did not start: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    process: child,
    async kill() {
      // the group: a program that the server runs under goes with it
      if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}
