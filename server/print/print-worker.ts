import { parentPort, workerData } from 'node:worker_threads';
import { drawForm } from './draw-form.ts';
import { drawSheet } from './draw-sheet.ts';
import { drawReplies } from './replies-page.ts';
import type { Printed } from './press.ts';

// The thread of one file: what is drawn goes back, and the thread ends.
const printed = workerData as Printed;
const draw = () => {
  if (printed.kind === 'form') return drawForm(printed);
  return printed.kind === 'replies' ? drawReplies(printed) : drawSheet(printed);
};
const pdf = new Uint8Array(await draw());
parentPort?.postMessage(pdf, [pdf.buffer]);
