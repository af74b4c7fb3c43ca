import { Worker } from 'node:worker_threads';
import { type ReadingAsk, type ReadingSaid, readStep } from './reading-steps.ts';

/**
 * Reads files in a thread of its own, one after another: unpacking fifty thousand rows takes the whole of a core for
 * seconds, in which no tablet would be answered, and a file that was made to fill the memory ends its thread only.
 */
export type ReadInThread = (
  bytes: Uint8Array,
  ask: ReadingAsk,
  hear: (said: ReadingSaid) => void,
  signal: AbortSignal,
) => Promise<void>;

/** A text of a few hundred rows is read at once; a packed file may hold anything. */
const SMALL_BYTES = 64 * 1024;
const ZIP = 0x50;
/** Fifty thousand rows take some seconds. */
const TIME_MOST_MS = 180_000;
/** Fifty thousand rows take less than 200 MB in all (docs/performance.md). */
const MEMORY_MOST_MB = 512;

export function createReadingThread(): ReadInThread {
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, ask, hear, signal) => {
    if (bytes.length <= SMALL_BYTES && bytes[0] !== ZIP) return readStep(bytes, ask, hear);
    const read = last.then(() => (signal.aborted ? undefined : readOnce(bytes, ask, hear, signal)));
    last = read.catch(() => {});
    return read;
  };
}

function readOnce(
  bytes: Uint8Array,
  ask: ReadingAsk,
  hear: (said: ReadingSaid) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: { bytes, ask },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MOST_MB },
    });
    const stop = () => void worker.terminate();
    const timer = setTimeout(stop, TIME_MOST_MS);
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', hear);
    // out of memory, or a fault of ours: either way the file is not read
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    });
  });
}
