import { createInThread, isReadAtOnce } from '../sheets/in-thread.ts';
import { type ReadingAsk, type ReadingSaid, readStep } from './reading-steps.ts';

/** Reads files of dossiers beside the requests of others; `signal` ends it. */
export type ReadInThread = (
  bytes: Uint8Array,
  ask: ReadingAsk,
  hear: (said: ReadingSaid) => void,
  signal: AbortSignal,
) => Promise<void>;

export function createReadingThread(): ReadInThread {
  const run = createInThread();
  const worker = new URL('./reading-worker.ts', import.meta.url);
  return (bytes, ask, hear, signal) =>
    isReadAtOnce(bytes) ? readStep(bytes, ask, hear) : run(worker, { bytes, ask }, hear, signal);
}
