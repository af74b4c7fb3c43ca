import type { ReceiptKind } from '../../shared/wire/batch.ts';
import type { Store } from '../store/store.ts';
import { createCounter, createHistogram, gauge, type Sample } from './metric-text.ts';

/** What this process has done since it started. No label names a person, place, device or address. */
export interface Work {
  /** `route`: the pattern of the address. */
  request(route: string, status: number, seconds: number): void;
  receipt(kind: ReceiptKind): void;
  /** The same store, whose writes are measured. */
  measured(store: Store): Store;
  samples(): Sample[];
}

const REQUEST_SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
const WRITE_SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Forms are told by tens, as figures are: who looks every few seconds must not see when somebody answered. */
const inTens = (count: number) => Math.floor(count / 10) * 10;

export function countWork(): Work {
  const requests = createCounter('sipas_http_requests_total', 'Requests by kind of address and status.');
  const seconds = createHistogram(
    'sipas_http_request_duration_seconds',
    'Time until an answer began, by kind of address.',
    REQUEST_SECONDS,
  );
  const receipts = createCounter(
    'sipas_submissions_total',
    'Forms that were received, by what became of them; in whole tens.',
  );
  const writes = createHistogram(
    'sipas_write_duration_seconds',
    'Time from asking for a write until it was on the disk.',
    WRITE_SECONDS,
  );
  const failed = createCounter('sipas_write_failures_total', 'Writes that were taken back.');
  let waiting = 0;

  async function timed<T>(write: () => Promise<T>): Promise<T> {
    const began = performance.now();
    waiting++;
    try {
      const result = await write();
      writes.observe({}, (performance.now() - began) / 1000);
      return result;
    } catch (error) {
      failed.add({});
      throw error;
    } finally {
      waiting--;
    }
  }

  return {
    request(route, status, took) {
      const kind = kindOf(route);
      requests.add({ kind, status: `${Math.floor(status / 100)}xx` });
      // a stream lasts as long as somebody looks
      if (kind !== 'live') seconds.observe({ kind }, took);
    },
    receipt: (outcome) => receipts.add({ outcome }),
    // all else stays the store's own, also what is put in its place later
    measured: (store) =>
      Object.assign(Object.create(store) as Store, {
        write: (...asked: Parameters<Store['write']>) => timed(() => store.write(...asked)),
      }),
    samples: () => [
      requests.sample(),
      seconds.sample(),
      receipts.sample(inTens),
      writes.sample(),
      failed.sample(),
      gauge('sipas_write_queue_depth', 'Writes that wait or are under way.', waiting),
    ],
  };
}

const KINDS: readonly (readonly [kind: string, routes: RegExp])[] = [
  ['ingest', /^\/api\/v1\/(?:batches|seals|heartbeats|phone|tickets\/open|calls\/attempts)$/],
  ['device', /^\/api\/v1\/(?:device|devices\/(?:code|enrol)|packs|calls)(?:\/|$)/],
  ['live', /^\/api\/v1\/live$/],
  ['file', /^\/api\/v1\/.*(?:exports|file|report\.|\.(?:pdf|docx|xlsx|csv|zip))/],
  ['sign-in', /^\/api\/v1\/(?:session|invitations|set-up)(?:\/|$)/],
  ['managers', /^\/api\/v1\//],
  ['public', /^\/public/],
  ['health', /^\/(?:healthz|readyz|seen|metrics)$/],
];

/** A handful of kinds for hundreds of addresses; pages and their parts are the rest. */
export const kindOf = (route: string): string =>
  KINDS.find(([, routes]) => routes.test(route))?.[0] ?? 'page';
