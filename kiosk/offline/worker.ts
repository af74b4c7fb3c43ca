import { READS_RECORDS } from './outbox-records-version.ts';

/**
 * The service worker: a shell for a day without network, and nothing else. It precaches all or nothing, each
 * file checked against the hash the build wrote down (a portal's page can never become the app), answers
 * navigations with the shell, and never touches a request that is not a GET, nor the API.
 */

/** Put here by the build: version, and the files relative to this script with their integrity. */
declare const __PRECACHE__: { readonly version: string; readonly files: Readonly<Record<string, string>> };

const worker = self as unknown as ServiceWorkerGlobalScope;
const { version, files } = __PRECACHE__;
const PREFIX = 'sipas-kiosk-';
const CACHE = PREFIX + version;
const shell = worker.registration.scope;
/** Whole addresses with their integrity. */
const precached = new Map(
  Object.entries(files).map(([file, integrity]) => [new URL(file, shell).href, integrity]),
);

/** Less free storage than this and no second version is fetched: the survey goes on with the one it has. */
const FREE_LEAST_BYTES = 200e6;

async function precache(): Promise<void> {
  // A browser that tells neither is no reason to keep the old version.
  const { quota, usage } = await navigator.storage.estimate();
  if (worker.registration.active && quota! - usage! < FREE_LEAST_BYTES) throw new Error('full');
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      [...precached].map(async ([url, integrity]) => {
        const answer = await fetch(url, { integrity, cache: 'no-cache', credentials: 'omit' });
        if (!answer.ok || answer.redirected) throw new Error(url);
        await cache.put(url, answer);
      }),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function dropOthers(): Promise<void> {
  // A still newer version may be filling its own cache just now.
  if (worker.registration.installing || worker.registration.waiting) return;
  const names = await caches.keys();
  await Promise.all(
    names.map(async (name) => name.startsWith(PREFIX) && name !== CACHE && caches.delete(name)),
  );
}

/** Newer than the types: rules by which the browser goes past the worker. */
type InstallEvent = ExtendableEvent & { addRoutes?(rule: object): Promise<void> };

worker.addEventListener('install', (event: InstallEvent) => {
  // Behind a worker a request that is broken off keeps it busy, and in office, for minutes: what browsers may send past it
  // they do (Chromium 123).
  void event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  event.waitUntil(precache());
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  const kind: unknown = event.data?.type;
  // The page says when nobody is in the middle of a visit.
  if (kind === 'SKIP_WAITING') void worker.skipWaiting();
  if (kind === 'READS') event.ports[0]?.postMessage(READS_RECORDS);
  // The old version goes only after the new one has shown that it starts.
  if (kind === 'PROVEN') event.waitUntil(dropOthers());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = request.url.split(/[?#]/)[0]!;
  // Only pages of the shell's own folder come here; the API lies outside of it and is never precached.
  const url = request.mode === 'navigate' && !precached.has(asked) ? shell : asked;
  if (request.method === 'GET' && precached.has(url))
    event.respondWith(caches.match(url, { cacheName: CACHE }).then((kept) => kept ?? fetch(request)));
});
