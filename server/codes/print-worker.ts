import { parentPort, workerData } from 'node:worker_threads';
import { drawSheet } from './draw-sheet.ts';
import type { Sheet } from './sheet.ts';

// The thread of one sheet: what is drawn goes back, and the thread ends.
const pdf = new Uint8Array(await drawSheet(workerData as Sheet));
parentPort?.postMessage(pdf, [pdf.buffer]);
