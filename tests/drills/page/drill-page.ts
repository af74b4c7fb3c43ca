import { digest } from '../../../kiosk/device/digest.ts';
import { openDevice } from '../../../kiosk/outbox/open-device.ts';
import { startJournalWorker } from '../../../kiosk/outbox/start-journal-worker.ts';
import { uuid4 } from '../../../shared/ids.ts';
import { encodeSubmission, leafPreimage, NO_SIGNALS, type Submission } from '../../../shared/submission.ts';

/** The tablet's own stores on a page of their own, driven by a drill: no screen, no server, nothing but keeping. */
const faults: string[] = [];
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

function made(): Submission {
  return {
    v: 1,
    id: uuid4(random),
    c: 'd4',
    f: 'sp39',
    fv: 1,
    fm: 'express',
    sp: 'D1',
    au: null,
    ch: 'kiosk',
    b: '2026-11-20AM',
    tq: 'ok',
    lg: 'vi',
    fd: null,
    ot: null,
    rk: null,
    dm: null,
    ui: 'k1a',
    it: [0, 24, 28, 31, 34, 37, 9, 21],
    a: [4, 5, 4, 4, 5, 0, 4, 3],
    e: 'done',
    q: NO_SIGNALS,
  };
}

/** Rows that the database still gives out, before anything of ours has touched it; -1 when it cannot be opened. */
async function rawRows(): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open('sipas');
    request.addEventListener('error', () => resolve(-1));
    request.addEventListener('upgradeneeded', () => request.transaction!.abort());
    request.addEventListener('success', () => {
      try {
        const count = request.result.transaction('outbox').objectStore('outbox').count();
        count.addEventListener('success', () => {
          request.result.close();
          resolve(count.result);
        });
        count.addEventListener('error', () => resolve(-1));
      } catch {
        request.result.close();
        resolve(-1);
      }
    });
  });
}

async function open() {
  const { kept } = await openDevice({
    onFault: (fault) => faults.push(fault),
    makeWorker: startJournalWorker,
    storage: localStorage,
  });
  return kept;
}
let opened: ReturnType<typeof open> | undefined;
const stores = () => (opened ??= open());

const drill = {
  rawRows,
  faults: () => faults,
  /** Keeps `count` submissions and says the id of each in the console once it may be thanked for. */
  async keep(count: number): Promise<void> {
    const kept = await stores();
    for (let i = 0; i < count; i++) {
      const submission = made();
      const p = encodeSubmission(submission);
      const leaf = await digest(leafPreimage(p));
      await kept.keep({ id: submission.id, p, leaf }, { name: 'sp39 1', rests: [] });
      console.log(`kept ${submission.id}`);
    }
  },
  /** Ids of everything that is there after a start, with the counters. */
  async found() {
    const kept = await stores();
    const ids = await kept.unsentIds();
    const entries = await kept.load(ids);
    return { ids: entries.map(({ id }) => id), meta: await kept.readMeta(), faults };
  },
};
export type Drill = typeof drill;
Object.assign(globalThis, { drill });
