import { parentPort, workerData } from 'node:worker_threads';
import { sheetTexts } from './sheet-texts.ts';

// The thread of one file: what it holds goes to the server, and the thread ends.
const { bytes, rowsMost } = workerData as { readonly bytes: Uint8Array; readonly rowsMost: number };
parentPort?.postMessage(await sheetTexts(bytes, rowsMost), []);
