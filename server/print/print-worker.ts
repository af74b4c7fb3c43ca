import { parentPort, workerData } from 'node:worker_threads';
import { drawForm } from './draw-form.ts';
import { drawSheet } from './draw-sheet.ts';
import type { Printed } from './press.ts';

// The thread of one file: what is drawn goes back, and the thread ends.
const printed = workerData as Printed;
const pdf = new Uint8Array(await (printed.kind === 'form' ? drawForm(printed) : drawSheet(printed)));
parentPort?.postMessage(pdf, [pdf.buffer]);
