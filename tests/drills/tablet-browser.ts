import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Drill } from './page/drill-page.ts';
import { root } from './sources.ts';
import { signalAll } from './stand-still.ts';

/** A real Chromium over the tablet's own stores, with a profile that a drill can cut off, copy and damage. */
export const BACK_ENDS = ['leveldb', 'sqlite'] as const;
export type BackEnd = (typeof BACK_ENDS)[number];

/** Chromium moves IndexedDB from LevelDB to SQLite; both are chosen by name. */
const FEATURES = 'IdbSqliteBackingStore,IdbSqliteOnDiskRollout';
const flagsOf = (backEnd: BackEnd) => [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--${backEnd === 'sqlite' ? 'enable' : 'disable'}-features=${FEATURES}`,
];

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** The page of the drill, built from the sources in a folder (the project's, or a copy with a fault). */
export async function servePage(sources = root): Promise<{ readonly base: string; stop(): void }> {
  const outDir = mkdtempSync(join(tmpdir(), 'sipas-drill-page-'));
  await build({
    root: join(sources, 'tests/drills/page'),
    configFile: false,
    logLevel: 'error',
    base: './',
    worker: { format: 'es' },
    define: { __APP_VERSION__: '"drill"' },
    build: { outDir, emptyOutDir: true, target: 'chrome108' },
  });
  const server: Server = createServer((asked, reply) => {
    const path = join(outDir, asked.url === '/' ? 'index.html' : (asked.url ?? '').split('?')[0]!);
    if (!existsSync(path)) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    reply.end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address() as { port: number };
  return {
    base: `http://localhost:${address.port}/`,
    stop() {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

export interface Tablet {
  readonly page: Page;
  /** Ids that were thanked for. */
  readonly kept: Set<string>;
  call<Name extends keyof Drill>(
    name: Name,
    ...given: Parameters<Drill[Name]>
  ): Promise<Awaited<ReturnType<Drill[Name]>>>;
  pids(): number[];
  close(): Promise<void>;
  kill(): Promise<void>;
}

export async function openTablet(profile: string, base: string, backEnd: BackEnd): Promise<Tablet> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: flagsOf(backEnd),
  });
  const page = await context.newPage();
  const kept = new Set<string>();
  page.on('console', (line) => {
    const [word, id] = line.text().split(' ');
    if (word === 'kept' && id) kept.add(id);
  });
  await page.goto(base);
  await page.waitForFunction(() => 'drill' in globalThis);
  const pids = () => {
    try {
      const found = execFileSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' });
      return found.trim().split('\n').map(Number);
    } catch {
      return [];
    }
  };
  return {
    page,
    kept,
    pids,
    call: (name, ...given) =>
      page.evaluate(
        ([method, values]) =>
          (globalThis as never as { drill: Record<string, Function> }).drill[method]!(...values),
        [name, given] as [string, unknown[]],
      ) as never,
    close: () => context.close(),
    async kill() {
      signalAll(pids(), 'SIGKILL');
      await context.close().catch(() => {});
    },
  };
}

const SQLITE_HEADER = 'SQLite format 3';

/** Files of the profile's IndexedDB, and of nothing else. */
export function databaseFiles(profile: string): string[] {
  const folder = join(profile, 'Default/IndexedDB');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Which back end the profile really uses: a flag that nobody knows any more must not pass for a drill. */
export function backEndIn(profile: string): BackEnd | undefined {
  const files = databaseFiles(profile);
  const isSqlite = (file: string) => readFileSync(file).subarray(0, 15).toString('latin1') === SQLITE_HEADER;
  if (files.some(isSqlite)) return 'sqlite';
  return files.some((file) => /MANIFEST-\d+$/.test(file)) ? 'leveldb' : undefined;
}
