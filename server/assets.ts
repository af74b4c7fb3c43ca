import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';

/**
 * The built pages, read into memory once (they are a few hundred kilobytes): no path of a request ever
 * reaches the file system, and every file has its compressed copies and its ETag at hand.
 */

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer | undefined;
  readonly brotli: Buffer | undefined;
  readonly etag: string;
  readonly immutable: boolean;
}

const APPS = ['kiosk', 'phone', 'dashboard', 'design'] as const;
export type AppName = (typeof APPS)[number];

export interface Assets {
  /** Content-Security-Policy of an app's pages. */
  csp(app: AppName): string;
  /** A file of an app as an answer, or undefined. `path` is relative to the app. */
  answer(c: Context, app: AppName, path: string): Response | undefined;
  /** A page's text, for pages that are filled in per request. */
  text(app: AppName, path: string): string | undefined;
  /** The own phone's first screen as HTML, drawn by the components that the build made a module of. */
  firstScreen(data: unknown): string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
};

export function loadAssets(folder: string): Assets {
  const apps = new Map<AppName, { files: Map<string, Asset>; csp: string }>();
  for (const app of APPS) {
    apps.set(app, {
      files: readFiles(join(folder, app)),
      csp: policyOf(join(folder, app, 'csp.json'), app),
    });
  }
  // loaded at the first page that needs it: a server whose pages are not built yet starts too
  const load = createRequire(import.meta.url);
  const drawing = () =>
    load(join(folder, 'phone', 'first-screen.cjs')) as { readonly firstScreen: (data: unknown) => string };
  return {
    firstScreen: (data) => drawing().firstScreen(data),
    csp: (app) => apps.get(app)!.csp,
    text: (app, path) => apps.get(app)!.files.get(path)?.body.toString(),
    answer: (c, app, path) => {
      const asset = apps.get(app)!.files.get(path);
      if (!asset) return undefined;
      // revalidated at each use unless the name holds the content's hash
      const headers: Record<string, string> = {
        'content-type': asset.type,
        etag: asset.etag,
        vary: 'Accept-Encoding',
        'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      };
      if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
      const accepted = c.req.header('accept-encoding') ?? '';
      if (asset.brotli && /\bbr\b/.test(accepted))
        return c.body(bytes(asset.brotli), 200, { ...headers, 'content-encoding': 'br' });
      if (asset.gzip && /\bgzip\b/.test(accepted))
        return c.body(bytes(asset.gzip), 200, { ...headers, 'content-encoding': 'gzip' });
      return c.body(bytes(asset.body), 200, headers);
    },
  };
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

function readFiles(folder: string): Map<string, Asset> {
  const files = new Map<string, Asset>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(gz|br)$/.test(entry.name) || entry.name === 'csp.json') continue;
    const path = join(entry.parentPath, entry.name);
    const body = readFileSync(path);
    files.set(relative(folder, path).split(sep).join('/'), {
      type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
      body,
      gzip: existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`) : undefined,
      brotli: existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      immutable: /-[\w-]{8}\.(js|css|woff2|svg|png)$/.test(entry.name),
    });
  }
  return files;
}

/** The design page frames its own screens, and the managers' pages frame them to show a questionnaire that is being written. */
const FRAMES: readonly AppName[] = ['design', 'dashboard'];

/**
 * Only our own files, and the inline code whose hashes the build wrote down (`csp.json`). The design page, which holds
 * nothing, may be framed by our own pages; no other page may be framed.
 */
function policyOf(file: string, app: AppName): string {
  const hashes = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { scripts: string[]; styles: string[] })
    : { scripts: [], styles: [] };
  const sources = (list: readonly string[]) => ["'self'", ...list.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${sources(hashes.scripts)}`,
    `style-src ${sources(hashes.styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(FRAMES.includes(app) ? ["frame-src 'self'"] : []),
    `frame-ancestors ${app === 'design' ? "'self'" : "'none'"}`,
  ].join('; ');
}
