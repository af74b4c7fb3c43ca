import { Workbox } from 'workbox-window/build/workbox-window.prod.mjs';

/**
 * A new version waits until the attract screen has been idle for a minute, then takes over with one reload:
 * an update never touches an open visit.
 */

export interface Updates {
  /** Told whenever the attract screen has been idle for a while; applies what waits, or looks for news. */
  whileIdle(idleMs: number): void;
}

export const QUIET_MS = 60_000;
const LOOK_EVERY_MS = 3_600_000;

export function registerWorker(script: string, clock: () => number): Updates {
  if (!('serviceWorker' in navigator)) return { whileIdle: () => {} };
  const workbox = new Workbox(script, { updateViaCache: 'none' });
  let isWaiting = false;
  let isTakingOver = false;
  let lookedMs = clock();
  workbox.addEventListener('waiting', () => {
    isWaiting = true;
  });
  workbox.addEventListener('controlling', () => {
    // A worker of the first visit takes control too; only an update needs the page anew, and only once.
    if (isTakingOver) location.reload();
  });
  void workbox
    .register()
    .then(() => navigator.serviceWorker.controller?.postMessage({ type: 'PROVEN' }))
    .catch(() => {});
  return {
    whileIdle(idleMs) {
      if (isWaiting && idleMs >= QUIET_MS) {
        isWaiting = false;
        isTakingOver = true;
        workbox.messageSkipWaiting();
      } else if (clock() - lookedMs >= LOOK_EVERY_MS) {
        lookedMs = clock();
        void workbox.update().catch(() => {});
      }
    },
  };
}
