import { Worker } from 'node:worker_threads';

/**
 * Work on a file in a thread of its own, one file after another: unpacking fifty thousand rows takes the whole of a core for
 * seconds, in which no tablet would be answered, and a file that was made to fill the memory ends its thread only.
 */
export type InThread = <Said>(
  worker: URL,
  data: unknown,
  hear: (said: Said) => void,
  signal?: AbortSignal,
) => Promise<void>;

/** A text of a few hundred rows is read at once; a packed file may hold anything. */
const SMALL_BYTES = 64 * 1024;
const ZIP = 0x50;
/** Fifty thousand rows take some seconds. */
const TIME_MOST_MS = 180_000;
/** Fifty thousand rows take less than 200 MB in all (docs/performance.md). */
const MEMORY_MOST_MB = 512;

/** Whether a file may be read without a thread. */
export const isReadAtOnce = (bytes: Uint8Array): boolean => bytes.length <= SMALL_BYTES && bytes[0] !== ZIP;

export function createInThread(): InThread {
  let last: Promise<unknown> = Promise.resolve();
  return (worker, data, hear, signal) => {
    const work = last.then(() => (signal?.aborted ? undefined : runOnce(worker, data, hear, signal)));
    last = work.catch(() => {});
    return work;
  };
}

function runOnce<Said>(
  file: URL,
  workerData: unknown,
  hear: (said: Said) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MOST_MB },
    });
    const stop = () => void worker.terminate();
    const timer = setTimeout(stop, TIME_MOST_MS);
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', hear);
    // out of memory, or a fault of ours: either way the file is not read
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve();
    });
  });
}
