import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Assets, loadAssets } from '../../server/assets.ts';

/** Versions of the kiosk on one server: each is the build with a mark in its page, as a later build would differ. */
export interface Releases extends Assets {
  /** From now on the server hands out this one; without a name the build as it is. */
  publish(name?: string): void;
  /** A version whose worker arrives whole while a login page stands in the place of all other files. */
  publishBehindPortal(name: string): void;
  /** A version whose worker finds so many bytes free: the browser itself always names some gigabytes. */
  publishInto(freeBytes: number, name: string): void;
  /** How often browsers have asked for the worker, as they do when they look for a new version. */
  readonly looks: () => number;
  remove(): void;
}

const dist = join(import.meta.dirname, '../../dist');
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const PORTAL = '<!doctype html><title>Welcome</title><p>Please sign in to the Wi-Fi.</p>';

interface Circumstances {
  readonly isPortal?: boolean;
  readonly freeBytes?: number;
}

function build(folder: string, name: string, { isPortal, freeBytes }: Circumstances): Assets {
  const kiosk = join(folder, name, 'kiosk');
  const isCompressed = (path: string) => /\.(?:gz|br)$/.test(path);
  cpSync(dist, join(folder, name), { recursive: true, filter: (path) => !isCompressed(path) });
  const pageFile = join(kiosk, 'index.html');
  const page = readFileSync(pageFile, 'utf8');
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(page)![1]!;
  const marked = `${script};globalThis.release=${JSON.stringify(name)}`;
  const next = page.replace(script, () => marked);
  const replaceIn = (file: string, pairs: readonly (readonly [string, string])[]) => {
    const path = join(kiosk, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      text = text.replaceAll(from, () => to);
    }
    writeFileSync(path, text);
  };
  writeFileSync(pageFile, next);
  replaceIn('csp.json', [[sha256(script), sha256(marked)]]);
  const version = /version:"(\w+)"/.exec(readFileSync(join(kiosk, 'sw.js'), 'utf8'))![1]!;
  replaceIn('sw.js', [
    [sha256(page), sha256(next)],
    [version, `${version}-${name}`],
  ]);
  if (freeBytes !== undefined) {
    const worker = readFileSync(join(kiosk, 'sw.js'), 'utf8');
    const estimate = `StorageManager.prototype.estimate=async()=>({quota:${freeBytes},usage:0});`;
    writeFileSync(join(kiosk, 'sw.js'), estimate + worker);
  }
  if (isPortal) {
    const files = readdirSync(kiosk, { recursive: true, withFileTypes: true });
    for (const file of files)
      if (file.isFile() && file.name !== 'sw.js' && file.name !== 'csp.json')
        writeFileSync(join(file.parentPath, file.name), PORTAL);
  }
  return loadAssets(join(folder, name));
}

export function createReleases(): Releases {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-releases-'));
  const built = new Map<string, Assets>();
  let current = loadAssets(dist);
  let looks = 0;
  const take = (name: string, circumstances: Circumstances = {}) => {
    const assets = built.get(name) ?? build(folder, name, circumstances);
    built.set(name, assets);
    current = assets;
  };
  return {
    csp: (app) => current.csp(app),
    answer: (...given) => {
      if (given[2] === 'sw.js') looks++;
      return current.answer(...given);
    },
    text: (...given) => current.text(...given),
    firstScreen: (data) => current.firstScreen(data),
    publish: (name) => {
      if (name === undefined) current = loadAssets(dist);
      else take(name);
    },
    publishBehindPortal: (name) => take(name, { isPortal: true }),
    publishInto: (freeBytes, name) => take(name, { freeBytes }),
    looks: () => looks,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The browser looks for a new version, which then waits (or is refused). */
export async function lookForNews(page: Page, end: 'waits' | 'refused'): Promise<void> {
  const found = await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update().catch(() => {});
    const coming = registration.installing ?? registration.waiting;
    if (coming?.state === 'installing')
      await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
    return coming?.state;
  });
  expect(found).toBe(end === 'waits' ? 'installed' : 'redundant');
}
