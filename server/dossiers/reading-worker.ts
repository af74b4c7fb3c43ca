import { parentPort, workerData } from 'node:worker_threads';
import { type ReadingAsk, readStep } from './reading-steps.ts';

// The thread of one step: what it says goes to the server, and the thread ends.
const { bytes, ask } = workerData as { readonly bytes: Uint8Array; readonly ask: ReadingAsk };
await readStep(bytes, ask, (said) => parentPort?.postMessage(said, []));
