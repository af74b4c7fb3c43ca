import { READS_RECORDS } from './outbox-records-version.ts';

/**
 * A new version waits until the attract screen has been idle for a minute and says itself that it can read the
 * outbox; then it takes over with one reload. An update never touches an open visit.
 */
export interface Updates {
  /** Told again and again: how long nobody has been at the screen (0 inside a visit), and whether news may be fetched. */
  whileIdle(idleMs: () => number, mayFetch: boolean): void;
}

export const QUIET_MS = 60_000;
const LOOK_EVERY_MS = 3_600_000;

/** Whether the waiting version reads what this one has written; one that does not answer is not asked to take over. */
function readsRecords(waiting: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  waiting.postMessage({ type: 'READS' }, [port2]);
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data >= READS_RECORDS));
    port1.start();
  });
}

export function registerWorker(script: string): Updates {
  // Absent on plain HTTP, whatever its type says.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  let registration: ServiceWorkerRegistration | undefined;
  let isTakingOver = false;
  let isTaken = false;
  /** Since the page began, and beginning is a look. */
  let lookedMs = 0;
  workers?.addEventListener('controllerchange', () => {
    // A worker of the first visit takes control too; only an update needs the page anew.
    isTaken = isTakingOver;
  });
  workers
    ?.register(script, { updateViaCache: 'none' })
    .then((found) => {
      registration = found;
      return workers.controller?.postMessage({ type: 'PROVEN' });
    })
    .catch(() => {});
  async function offer(waiting: ServiceWorker, isQuiet: () => boolean): Promise<void> {
    if (!(await readsRecords(waiting)) || !isQuiet()) return;
    isTakingOver = true;
    waiting.postMessage({ type: 'SKIP_WAITING' }, []);
  }
  return {
    whileIdle(idleMs, mayFetch) {
      const waiting = registration?.waiting;
      const isQuiet = () => idleMs() >= QUIET_MS;
      if (isQuiet()) {
        if (isTaken) location.reload();
        if (waiting) void offer(waiting, isQuiet);
      }
      if (mayFetch && performance.now() - lookedMs >= LOOK_EVERY_MS) {
        lookedMs = performance.now();
        void registration?.update().catch(() => {});
      }
    },
  };
}
