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
const shell = new URL('./', worker.location.href).href;
/** Whole addresses with their integrity. */
const precached = new Map(
  Object.entries(files).map(([file, integrity]) => [new URL(file, shell).href, integrity]),
);

/** Less free storage than this and no second version is fetched: the survey goes on with the one it has. */
const FREE_LEAST_BYTES = 200e6;

async function precache(): Promise<void> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (worker.registration.active && quota - usage < FREE_LEAST_BYTES) throw new Error('full');
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
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function answer(request: Request, url: string): Promise<Response> {
  return (await caches.match(url, { cacheName: CACHE })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(precache()));
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
  const { origin, pathname } = new URL(request.url);
  const asked = origin + pathname;
  // The API lies outside of the shell's folder and is never precached.
  const isPage = request.mode === 'navigate' && asked.startsWith(shell);
  const url = isPage && !precached.has(asked) ? shell : asked;
  if (request.method === 'GET' && precached.has(url)) event.respondWith(answer(request, url));
});
